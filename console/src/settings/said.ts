import { formatDuration } from '@/client/durations';
import type { Hours, Survey } from '@/client/protocol';
import { settingsOptions, settings as words } from '@/i18n/en';
import { formatShifts } from './shifts';

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
    const names = value.map((v: string | Survey) => (typeof v === 'string' ? v : v.name));
    return names.join(', ') || words.empty;
  }
  const hours = value as Hours;
  const days = Object.entries(hours.week ?? {}).map(
    ([day, shifts]) =>
      `${words.hours.days[day as keyof typeof words.hours.days]} ${formatShifts(shifts)}`,
  );
  return [hours.time_zone, ...days].join(', ');
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
