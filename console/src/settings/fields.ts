import type { Rules } from '@/client/protocol';

export type Key = keyof Rules;
export type Kind =
  | 'duration'
  | 'number'
  | 'choice'
  | 'switch'
  | 'words'
  | 'surveys'
  | 'hours'
  | 'text';

export interface Field {
  key: Key;
  kind: Kind;
  min?: number;
  max?: number;
  /** Whether it can be switched off, and what it is switched on with. */
  on?: number;
  options?: readonly string[];
}

const DAY = 86_400;
const MONTH = 30 * DAY;

/** Every field of the settings, under the heading it stands under. */
export const sections = {
  engage: [
    { key: 'discuss_timeout_seconds', kind: 'duration', min: 5, max: DAY },
    { key: 'assign_timeout_seconds', kind: 'duration', min: 5, max: DAY },
    { key: 'conference_timeout_seconds', kind: 'duration', min: 5, max: DAY },
    { key: 'step_timeout_seconds', kind: 'duration', min: 5, max: 3600 },
    { key: 'reject_reasons', kind: 'words', min: 1, max: 20 },
    { key: 'withdraw_reasons', kind: 'words', min: 1, max: 20 },
  ],
  queue: [
    { key: 'mode', kind: 'choice', options: ['manual', 'auto'] },
    {
      key: 'strategy',
      kind: 'choice',
      options: ['least_loaded', 'longest_idle', 'round_robin'],
    },
    { key: 'skills', kind: 'words', min: 0, max: 20 },
    { key: 'priority', kind: 'number', min: 0, max: 9 },
    { key: 'first_answer_target_seconds', kind: 'duration', min: 5, max: DAY },
    { key: 'first_answer_warning_seconds', kind: 'duration', min: 1, max: DAY },
  ],
  timers: [
    { key: 'requeue_after_seconds', kind: 'duration', min: 30, max: DAY, on: 600 },
    { key: 'requeue_warning_seconds', kind: 'duration', min: 1, max: DAY },
    { key: 'offline_requeue_after_seconds', kind: 'duration', min: 10, max: DAY, on: 300 },
    { key: 'abandon_after_seconds', kind: 'duration', min: 30, max: DAY, on: 900 },
    { key: 'auto_resolve_seconds', kind: 'duration', min: 60, max: MONTH },
    { key: 'reopen_within_seconds', kind: 'duration', min: 60, max: MONTH, on: DAY },
  ],
  hours: [
    { key: 'hours', kind: 'hours' },
    { key: 'off_hours_message', kind: 'text', max: 1000 },
  ],
  wrapUp: [
    { key: 'wrap_up', kind: 'choice', options: ['off', 'optional', 'mandatory'] },
    { key: 'wrap_up_limit_seconds', kind: 'duration', min: 30, max: DAY, on: 300 },
    { key: 'dispositions', kind: 'words', min: 0, max: 20 },
  ],
  transfer: [
    { key: 'transfer_mode', kind: 'choice', options: ['immediate', 'offer'] },
    { key: 'transfer_outside_own_teams', kind: 'switch' },
    { key: 'transfer_keeps_wait', kind: 'switch' },
    { key: 'transfer_keeps_priority', kind: 'switch' },
    { key: 'conference_limit', kind: 'number', min: 3, max: 6 },
  ],
  lists: [
    { key: 'closing_phrases', kind: 'words', min: 0, max: 50 },
    { key: 'away_reasons', kind: 'words', min: 0, max: 20 },
    { key: 'triggers', kind: 'words', min: 0, max: 20 },
    { key: 'tags', kind: 'words', min: 0, max: 100 },
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
