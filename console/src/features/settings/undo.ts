import type { Agent, Scope, SettingsChanged } from '@/contract/protocol';
import { type Place, sectionOf } from './fields';

/** The target of an undo: the settings of a place, a record, or the workspace's own record. */
export type Target =
  | { kind: 'settings'; place: Place }
  | { kind: 'teams' | 'queues' | 'agents' | 'assets'; id: string }
  | { kind: 'workspace' };

/** The reason for which a change cannot be undone. */
export type Why =
  | { why: 'made' }
  | { why: 'secret' }
  | { why: 'key' }
  | { why: 'text' }
  | { why: 'later'; field: string; by: string };

/** The history that a list shows. */
export interface Shown {
  /** The place whose history it is, such as `team:support`. */
  of?: string | undefined;
  /** Leaves changes of other kinds out, or some of their fields. */
  only?: ((change: SettingsChanged) => SettingsChanged | undefined) | undefined;
  /** The number of saves on the page: each one adds to the history. */
  saves?: number | undefined;
}

export interface Undo {
  target: Target;
  /** The earlier values; undefined: the place inherited the field. */
  fields: Record<string, unknown>;
}

/** Whether a change concerns settings, and not the record of its place. */
export const ofSettings = (scope: Scope, field: string) =>
  (scope === 'workspace' || 'team' in scope || 'queue' in scope) && sectionOf(field) !== undefined;

/** Fields of a channel's provider, which the log shows as masks. */
const SECRETS = new Set(['access_token', 'app_secret', 'verify_token', 'business_account']);

/** The log leaves out a record's field that has its first value. */
const FIRST: Record<string, unknown> = {
  active: true,
  retired: false,
  checklist_hidden: false,
  call: null,
  revoked: false,
  teams: [],
  skills: [],
};
/** A record's value in the log, also where the log leaves it out. */
export const recorded = (field: string, value: unknown) =>
  value === undefined ? FIRST[field] : value;

function targetOf(scope: Scope, settings: boolean): Target {
  if (scope === 'workspace') {
    return settings ? { kind: 'settings', place: 'workspace' } : { kind: 'workspace' };
  }
  if ('agent' in scope) return { kind: 'agents', id: scope.agent };
  if ('asset' in scope) return { kind: 'assets', id: scope.asset };
  const [kind, id] =
    'team' in scope
      ? (['teams', scope.team] as const)
      : (['queues', 'queue' in scope ? scope.queue : ''] as const);
  return settings ? { kind: 'settings', place: `${kind}/${id}` } : { kind, id };
}

const samePlace = (one: Scope, other: Scope) => JSON.stringify(one) === JSON.stringify(other);

/**
 * The undo of a change, or the reason why there is none. `log` is newest first, so it holds every
 * later change.
 */
export function undoOf(change: SettingsChanged, log: readonly SettingsChanged[]): Undo | Why {
  const { scope } = change;
  // No log keeps a secret, so that nobody can bring one back.
  const secret = change.changes.some(({ field }) => SECRETS.has(field));
  if (secret || change.changes.some(({ field }) => field === 'tokens')) return { why: 'secret' };
  if (scope !== 'workspace' && 'key' in scope) return { why: 'key' };
  const text = scope !== 'workspace' && ('canned' in scope || 'template' in scope);
  if (text) return { why: 'text' };
  const settings = change.changes.every(({ field }) => ofSettings(scope, field));
  // A record that begins has no name before.
  const made = change.changes.some(({ field, from }) => field === 'name' && from === undefined);
  if (!settings && made && scope !== 'workspace') return { why: 'made' };
  const newer = log
    .slice(0, log.indexOf(change))
    .filter((one) => samePlace(one.scope, scope))
    .reverse();
  for (const { field } of change.changes) {
    const later = newer.find((one) => one.changes.some((other) => other.field === field));
    if (later) return { why: 'later', field, by: later.by };
  }
  const before = change.changes.map(({ field, from }) => [
    field,
    settings ? from : recorded(field, from),
  ]);
  return { target: targetOf(scope, settings), fields: Object.fromEntries(before) };
}

/** Whether the agent may write to the place of a change; the server has the last word. */
export function mayUndo(
  me: Agent | undefined,
  change: SettingsChanged,
  teamOf: (queue: string) => string | undefined,
): boolean {
  if (me?.role === 'admin') return true;
  const { scope } = change;
  if (me?.role !== 'manager' || scope === 'workspace') return false;
  if (!change.changes.every(({ field }) => ofSettings(scope, field))) return false;
  const team = 'team' in scope ? scope.team : 'queue' in scope ? teamOf(scope.queue) : undefined;
  return team !== undefined && me.teams.includes(team);
}
