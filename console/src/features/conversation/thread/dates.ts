import { dates } from '@/i18n/formats';
import { t } from '@/i18n/words';

const DAY = 86_400_000;
const time = dates({ timeStyle: 'short' });
const day = dates({ weekday: 'long', day: 'numeric', month: 'long' });
const full = dates({ dateStyle: 'medium', timeStyle: 'short' });
const short = dates({ day: 'numeric', month: 'short' });
const shortYear = dates({ day: 'numeric', month: 'short', year: 'numeric' });

/** "9:46 AM", or "09:46" or "9:46", as the agent's language writes the time of day. */
export const clockTime = (at: number) => time().format(at);

/** A date such as "3 May". */
export const dayOf = (at: number) => short().format(at);
/** A date such as "3 May", with the year if it is not the present one. */
export const dateOf = (at: number, now: number) =>
  (new Date(at).getFullYear() === new Date(now).getFullYear() ? short() : shortYear()).format(at);
export const fullTime = (at: number) => full().format(at);

/** "9:46 AM", "Yesterday 9:46 AM", "3 May, 9:46 AM"; the year only if it is another one. */
export function dayTime(at: number, now: number): string {
  if (dayKey(at) === dayKey(now)) return clockTime(at);
  if (dayKey(at) === dayKey(now - DAY)) return `${t('thread-yesterday')} ${clockTime(at)}`;
  return `${dateOf(at, now)}, ${clockTime(at)}`;
}
/** The day of a moment, in the agent's time zone. */
export const dayKey = (at: number) => new Date(at).toDateString();

export function dayName(at: number, now: number): string {
  if (dayKey(at) === dayKey(now)) return t('thread-today');
  if (dayKey(at) === dayKey(now - DAY)) return t('thread-yesterday');
  return day().format(at);
}
