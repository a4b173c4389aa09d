import { Rules as limits } from '@/contract/limits';
import type { Hours, Label, Rules, Survey, Week } from '@/contract/protocol';
import { formatDuration } from '@/engine/durations';
import { perLocale } from '@/i18n/formats';
import { locale, t, wordsFor } from '@/i18n/words';
import { formatShifts } from './shifts';

/** One entry in words, so that no two different entries read the same. */
function one(value: string | Label | Survey): string {
  if (typeof value === 'string') return value;
  if ('colour' in value)
    return t('settings-label-said', {
      name: value.name,
      colour: t(`settings-label-colours-${value.colour}`).toLocaleLowerCase(locale()),
    });
  return t('settings-survey-said', {
    name: value.name,
    text: [value.question, ...(value.answers ?? [])].join(' / '),
  });
}

/** The hint below a field: its effect. */
export const effectOf = (key: keyof Rules) =>
  t(`settingsFields-${key}-effect`, { max: limits.priority.maximum });

/** A value of the change log in words. */
export function said(field: string, value: unknown): string {
  if (value === undefined) return t('settings-changes-inherited');
  if (value === null) {
    if (field === 'hours') return t('settings-hours-always');
    return field === 'off_hours_message' ? t('settings-none') : t('settings-never');
  }
  if (typeof value === 'number') {
    return field.endsWith('_seconds') ? formatDuration(value) : String(value);
  }
  if (typeof value === 'boolean') return value ? t('settings-on') : t('settings-off');
  if (typeof value === 'string') return wordsFor(`settingsOptions-${value}`) ?? value;
  if (Array.isArray(value)) {
    return value.map(one).join(', ') || t('settings-none');
  }
  const hours = value as Hours;
  const days = Object.entries(hours.week ?? {}).map(
    ([day, shifts]) => `${t(`settings-hours-days-${day as keyof Week}`)} ${formatShifts(shifts)}`,
  );
  const closed = hours.closed?.length
    ? [t('settings-hours-closedOn', { dates: hours.closed.join(', ') })]
    : [];
  return [hours.time_zone, ...days, ...closed].join(', ');
}

const relative = perLocale(
  (of) => new Intl.RelativeTimeFormat(of, { numeric: 'auto', style: 'short' }),
);

/** The time since (or until) a moment, in the largest unit that fits. */
export function ago(ms: number): string {
  const seconds = Math.round(ms / 1000);
  if (Math.abs(seconds) < 60) return relative().format(seconds, 'second');
  const minutes = Math.round(seconds / 60);
  if (Math.abs(minutes) < 60) return relative().format(minutes, 'minute');
  const hours = Math.round(minutes / 60);
  return Math.abs(hours) < 24
    ? relative().format(hours, 'hour')
    : relative().format(Math.round(hours / 24), 'day');
}
