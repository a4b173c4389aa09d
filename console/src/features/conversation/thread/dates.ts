import { dates } from '@/i18n/formats';
import { t } from '@/i18n/words';

const time = dates({ hour: '2-digit', minute: '2-digit' });
const day = dates({ weekday: 'long', day: 'numeric', month: 'long' });
const full = dates({ dateStyle: 'medium', timeStyle: 'short' });
const short = dates({ day: 'numeric', month: 'short' });

export const clockTime = (at: number) => time().format(at);

/** A date such as "3 May". */
export const dayOf = (at: number) => short().format(at);
export const fullTime = (at: number) => full().format(at);

/** The time, with the date if it was not today. */
export const dayTime = (at: number, now: number) =>
  dayKey(at) === dayKey(now) ? clockTime(at) : fullTime(at);
/** The day of a moment, in the agent's time zone. */
export const dayKey = (at: number) => new Date(at).toDateString();

export function dayName(at: number, now: number): string {
  if (dayKey(at) === dayKey(now)) return t('thread-today');
  if (dayKey(at) === dayKey(now - 86_400_000)) return t('thread-yesterday');
  return day().format(at);
}
