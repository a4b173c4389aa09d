import type { Rules } from '@/contract/protocol';

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

export interface Field {
  key: Key;
  kind: Kind;
  min?: number;
  max?: number;
  /** How long one of its entries may be. */
  length?: number;
  /** Whether it can be switched off, and what it is switched on with. */
  on?: number;
  options?: readonly string[];
  /** What holds where nothing was ever said. */
  usual?: number | string | boolean | null;
}

const DAY = 86_400;
const MONTH = 30 * DAY;

/** Every field of the settings, under the heading it stands under. */
export const sections = {
  engage: [
    { key: 'discuss_timeout_seconds', usual: 120, kind: 'duration', min: 5, max: DAY },
    { key: 'assign_timeout_seconds', usual: 120, kind: 'duration', min: 5, max: DAY },
    { key: 'conference_timeout_seconds', usual: 120, kind: 'duration', min: 5, max: DAY },
    { key: 'step_timeout_seconds', usual: 30, kind: 'duration', min: 5, max: 3600 },
    { key: 'reject_reasons', kind: 'words', min: 1, max: 20 },
    { key: 'withdraw_reasons', kind: 'words', min: 1, max: 20 },
  ],
  queue: [
    { key: 'mode', usual: 'manual', kind: 'choice', options: ['manual', 'auto'] },
    {
      key: 'strategy',
      usual: 'least_loaded',
      kind: 'choice',
      options: ['least_loaded', 'longest_idle', 'round_robin'],
    },
    { key: 'skills', kind: 'words', min: 0, max: 20, length: 40 },
    { key: 'priority', usual: 0, kind: 'number', min: 0, max: 9 },
    { key: 'first_answer_target_seconds', usual: 30, kind: 'duration', min: 5, max: DAY },
    { key: 'first_answer_warning_seconds', usual: 10, kind: 'duration', min: 1, max: DAY },
    { key: 'history_stays_with_team', usual: false, kind: 'switch' },
    { key: 'web_origins', kind: 'words', min: 0, max: 50, length: 300 },
  ],
  timers: [
    { key: 'requeue_after_seconds', usual: 600, kind: 'duration', min: 30, max: DAY, on: 600 },
    { key: 'requeue_warning_seconds', usual: 60, kind: 'duration', min: 1, max: DAY },
    {
      key: 'offline_requeue_after_seconds',
      usual: null,
      kind: 'duration',
      min: 10,
      max: DAY,
      on: 300,
    },
    { key: 'abandon_after_seconds', usual: 900, kind: 'duration', min: 30, max: DAY, on: 900 },
    { key: 'auto_resolve_seconds', usual: DAY, kind: 'duration', min: 60, max: MONTH },
    { key: 'reopen_within_seconds', usual: null, kind: 'duration', min: 60, max: MONTH, on: DAY },
  ],
  hours: [
    { key: 'hours', kind: 'hours' },
    { key: 'off_hours_message', kind: 'text', max: 1000 },
  ],
  wrapUp: [
    { key: 'wrap_up', usual: 'off', kind: 'choice', options: ['off', 'optional', 'mandatory'] },
    { key: 'wrap_up_limit_seconds', usual: null, kind: 'duration', min: 30, max: DAY, on: 300 },
    { key: 'dispositions', kind: 'words', min: 0, max: 20 },
  ],
  transfer: [
    { key: 'transfer_mode', usual: 'immediate', kind: 'choice', options: ['immediate', 'offer'] },
    { key: 'transfer_outside_own_teams', usual: false, kind: 'switch' },
    { key: 'transfer_keeps_wait', usual: true, kind: 'switch' },
    { key: 'transfer_keeps_priority', usual: true, kind: 'switch' },
    { key: 'conference_limit', usual: 6, kind: 'number', min: 3, max: 6 },
  ],
  labels: [
    { key: 'labels', kind: 'labels', min: 0, max: 20 },
    { key: 'tags', kind: 'words', min: 0, max: 100, length: 40 },
  ],
  lists: [
    { key: 'closing_phrases', kind: 'words', min: 0, max: 50 },
    { key: 'away_reasons', kind: 'words', min: 0, max: 20 },
    { key: 'triggers', kind: 'words', min: 0, max: 20 },
    { key: 'surveys', kind: 'surveys', max: 10 },
  ],
} as const satisfies Record<string, readonly Field[]>;

export type Section = keyof typeof sections;

/** The section that holds a field, so that a refusal can be shown where it belongs. */
export function sectionOf(key: string): Section | undefined {
  const all = Object.entries(sections) as [Section, readonly Field[]][];
  return all.find(([, fields]) => fields.some((f) => f.key === key))?.[0];
}

/** `discuss_timeout_seconds` → `discuss-timeout`. */
export const testId = (key: string) => key.replace(/_seconds$/, '').replaceAll('_', '-');
