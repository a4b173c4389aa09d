import type { AssetCheck, AssetConnection, Finding } from '@/contract/protocol';
import type { Tone } from '@/ui/statusTone';
import { hasProvider, missing } from './steps';

/** The state of a channel in a word: `asset-state-…` has the words. */
export type State = 'own' | 'missing' | 'bad' | 'refused' | 'failed' | 'look' | 'new' | 'works';

export const TONES: Record<State, Tone> = {
  own: 'success',
  missing: 'warn',
  bad: 'danger',
  refused: 'warn',
  failed: 'warn',
  look: 'warn',
  new: 'neutral',
  works: 'success',
};

/** Trouble counts as long as no good sign is newer. */
const newer = (trouble: { at: number } | null | undefined, sign: number | null | undefined) =>
  trouble != null && trouble.at > (sign ?? 0);

/**
 * The state of a channel: the worst of what its provider and the engine have seen. The server notes a
 * good sign once in a quarter of an hour, so trouble may stand that long after it is over.
 */
export function stateOf(connection: AssetConnection, check?: AssetCheck): State {
  const { health } = connection;
  if (!hasProvider(connection)) return 'own';
  if (missing(connection).length) return 'missing';
  if (check && !check.ready) return 'bad';
  if (newer(health.refused, health.webhook)) return 'refused';
  if (newer(health.failed, health.sent)) return 'failed';
  if (check?.findings.some((one) => one.state === 'warning')) return 'look';
  return health.webhook || health.sent ? 'works' : 'new';
}

/** The troubles that are not over, and the findings that need somebody. */
export function troublesOf(connection: AssetConnection, check?: AssetCheck) {
  const { refused, failed, webhook, sent } = connection.health;
  return {
    refused: newer(refused, webhook) ? refused : undefined,
    failed: newer(failed, sent) ? failed : undefined,
    findings: (check?.findings ?? []).filter(
      (one: Finding) => one.state === 'bad' || one.state === 'warning',
    ),
  };
}
