import { formatDuration } from '@/engine/durations';
import type { Id } from '@/i18n/words';
import { t } from '@/i18n/words';
import type { Field, Key } from './fields';

/** The kinds of moments from which a saved value holds. */
type When = Extract<Id, `settingsWhen-${string}`> extends `settingsWhen-${infer One}` ? One : never;

/**
 * The moment from which each setting holds once it is saved, as the engine uses it. An entry keeps
 * its deadline where the rules write the deadline into an event (`offer/rules.rs`,
 * `wrap_up/rules.rs`); everything else is read anew from the settings when its timer fires or a
 * person acts (`sla/due.rs`, `conversation/resolve.rs`, `kernel/eligible.rs`).
 */
const WHEN: Record<Key, When> = {
  discuss_timeout_seconds: 'request',
  assign_timeout_seconds: 'request',
  conference_timeout_seconds: 'request',
  step_timeout_seconds: 'step',
  reject_reasons: 'menu',
  withdraw_reasons: 'menu',
  mode: 'mode',
  strategy: 'choice',
  skills: 'skills',
  priority: 'opening',
  first_answer_target_seconds: 'target',
  first_answer_warning_seconds: 'target',
  history_stays_with_team: 'history',
  web_origins: 'origins',
  requeue_after_seconds: 'watch',
  requeue_warning_seconds: 'watch',
  offline_requeue_after_seconds: 'offline',
  abandon_after_seconds: 'watch',
  auto_resolve_seconds: 'watch',
  reopen_within_seconds: 'reopen',
  hours: 'message',
  off_hours_message: 'message',
  wrap_up: 'ending',
  wrap_up_limit_seconds: 'ending',
  dispositions: 'outcomes',
  transfer_mode: 'transfer',
  transfer_outside_own_teams: 'transfer',
  transfer_keeps_wait: 'transfer',
  transfer_keeps_priority: 'transfer',
  conference_limit: 'conference',
  labels: 'menu',
  tags: 'menu',
  closing_phrases: 'message',
  away_reasons: 'menu',
  triggers: 'menu',
  surveys: 'surveys',
};

export const whenOf = (key: Key) => t(`settingsWhen-${WHEN[key]}`);

/** The unit of a field and its bounds; nothing for a choice, which shows its options. */
export function unitOf({ key, kind, min = 0, max = 0, length }: Field): string {
  switch (kind) {
    case 'duration':
      return t('settings-unit-time', { min: formatDuration(min), max: formatDuration(max) });
    case 'number':
      return key === 'conference_limit'
        ? t('settings-unit-people', { min, max })
        : t('settings-numberRange', { min, max });
    case 'words':
      return t('settings-unit-words', { max, length: length ?? 0 });
    case 'labels':
    case 'surveys':
      return t('settings-full', { max });
    case 'text':
      return t('settings-unit-text', { max });
    default:
      return '';
  }
}
