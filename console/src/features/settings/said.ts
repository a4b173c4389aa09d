import type { Hours, Label, Survey } from '@/contract/protocol';
import { formatDuration } from '@/engine/durations';
import { settingsOptions, settings as words } from '@/i18n/en';
import { formatShifts } from './shifts';

/** One of several, so that no two that differ are said the same. */
function one(value: string | Label | Survey): string {
  if (typeof value === 'string') return value;
  if ('colour' in value) return words.label.said(value.name, words.label.colours[value.colour]);
  return words.survey.said(value.name, [value.question, ...(value.answers ?? [])].join(' / '));
}

/** A value of the change log in words. */
export function said(field: string, value: unknown): string {
  if (value === undefined) return words.changes.inherited;
  if (value === null) return words.never;
  if (typeof value === 'number') {
    return field.endsWith('_seconds') ? formatDuration(value) : String(value);
  }
  if (typeof value === 'boolean') return value ? words.on : words.off;
  if (typeof value === 'string') return settingsOptions[value] ?? value;
  if (Array.isArray(value)) {
    return value.map(one).join(', ') || words.empty;
  }
  const hours = value as Hours;
  const days = Object.entries(hours.week ?? {}).map(
    ([day, shifts]) =>
      `${words.hours.days[day as keyof typeof words.hours.days]} ${formatShifts(shifts)}`,
  );
  const closed = hours.closed?.length ? [words.hours.closedOn(hours.closed.join(', '))] : [];
  return [hours.time_zone, ...days, ...closed].join(', ');
}

const relative = new Intl.RelativeTimeFormat(undefined, { numeric: 'auto', style: 'short' });

/** How long ago (or ahead) that is, in the largest unit that fits. */
export function ago(ms: number): string {
  const seconds = Math.round(ms / 1000);
  if (Math.abs(seconds) < 60) return relative.format(seconds, 'second');
  const minutes = Math.round(seconds / 60);
  if (Math.abs(minutes) < 60) return relative.format(minutes, 'minute');
  const hours = Math.round(minutes / 60);
  return Math.abs(hours) < 24
    ? relative.format(hours, 'hour')
    : relative.format(Math.round(hours / 24), 'day');
}
