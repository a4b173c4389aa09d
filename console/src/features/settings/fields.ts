import { Rules as limits } from '@/contract/limits';
import type { Rules } from '@/contract/protocol';
import type { Id } from '@/i18n/words';
import { USUAL } from './usual';

/** The scope of the settings: `workspace`, `teams/<id>` or `queues/<id>`. */
export type Place = 'workspace' | `teams/${string}` | `queues/${string}`;

export type Key = keyof Rules;
export type Kind =
  | 'duration'
  | 'number'
  | 'choice'
  | 'switch'
  | 'words'
  | 'surveys'
  | 'hours'
  | 'labels'
  | 'text';

/** An option of a field with a few words. */
export type Option =
  Extract<Id, `settingsOptions-${string}`> extends `settingsOptions-${infer One}` ? One : never;

export interface Field {
  key: Key;
  kind: Kind;
  min?: number;
  max?: number;
  /** The longest entry, in characters. */
  length?: number;
  /** The value after switching the field on. */
  on?: number;
  options?: readonly Option[];
  /** The server's initial value. */
  usual?: Rules[Key];
}

interface Bounds {
  minimum?: number;
  maximum?: number;
  minItems?: number;
  maxItems?: number;
  maxLength?: number;
  items?: { maxLength: number };
  default?: number | string | boolean | null;
}

const RULES: Partial<Record<Key, Bounds>> = limits;
const DAY = 86_400;

/** A field with the bounds and the default of the contract. */
function field<K extends Key>(key: K, kind: Kind, more: Pick<Field, 'on' | 'options'> = {}) {
  const rule: Bounds = RULES[key] ?? {};
  const min = rule.minimum ?? rule.minItems;
  const max = rule.maximum ?? rule.maxItems ?? rule.maxLength;
  const usual = rule.default === undefined ? USUAL[key] : (rule.default as Rules[K]);
  return {
    key,
    kind,
    ...(min === undefined ? {} : { min }),
    ...(max === undefined ? {} : { max }),
    ...(rule.items ? { length: rule.items.maxLength } : {}),
    ...(usual === undefined ? {} : { usual }),
    ...more,
  } satisfies Field;
}

/** A field that takes one of a few words. */
const choice = <K extends Key>(key: K, options: readonly Rules[K][]) =>
  field(key, 'choice', { options: options as readonly Option[] });

/** Every field of the settings, under its heading. */
export const sections = {
  engage: [
    field('discuss_timeout_seconds', 'duration'),
    field('assign_timeout_seconds', 'duration'),
    field('conference_timeout_seconds', 'duration'),
    field('step_timeout_seconds', 'duration'),
    field('reject_reasons', 'words'),
    field('withdraw_reasons', 'words'),
  ],
  queue: [
    choice('mode', ['manual', 'auto']),
    choice('strategy', ['least_loaded', 'longest_idle', 'round_robin']),
    field('skills', 'words'),
    field('priority', 'number'),
    field('first_answer_target_seconds', 'duration'),
    field('first_answer_warning_seconds', 'duration'),
    field('history_stays_with_team', 'switch'),
    field('web_origins', 'words'),
  ],
  timers: [
    field('requeue_after_seconds', 'duration', { on: 600 }),
    field('requeue_warning_seconds', 'duration'),
    field('offline_requeue_after_seconds', 'duration', { on: 300 }),
    field('abandon_after_seconds', 'duration', { on: 900 }),
    field('auto_resolve_seconds', 'duration'),
    field('reopen_within_seconds', 'duration', { on: DAY }),
  ],
  hours: [field('hours', 'hours'), field('off_hours_message', 'text')],
  wrapUp: [
    choice('wrap_up', ['off', 'optional', 'mandatory']),
    field('wrap_up_limit_seconds', 'duration', { on: 300 }),
    field('dispositions', 'words'),
  ],
  transfer: [
    choice('transfer_mode', ['immediate', 'offer']),
    field('transfer_outside_own_teams', 'switch'),
    field('transfer_keeps_wait', 'switch'),
    field('transfer_keeps_priority', 'switch'),
    field('conference_limit', 'number'),
  ],
  labels: [field('labels', 'labels'), field('tags', 'words')],
  lists: [
    field('closing_phrases', 'words'),
    field('away_reasons', 'words'),
    field('triggers', 'words'),
    field('surveys', 'surveys'),
  ],
};

export type Section = keyof typeof sections;

/** An agent is away from all queues at once: queues and teams have no such lists of their own. */
export const ofWorkspaceOnly = (key: Key) => key === 'away_reasons';

/** The section that holds a field, so that a refusal appears at its field. */
export function sectionOf(key: string): Section | undefined {
  const all = Object.entries(sections) as [Section, readonly Field[]][];
  return all.find(([, fields]) => fields.some((f) => f.key === key))?.[0];
}

/** `discuss_timeout_seconds` → `discuss-timeout`. */
export const testId = (key: string) => key.replace(/_seconds$/, '').replaceAll('_', '-');
