import { thread } from '@/i18n/en';

const time = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' });
const day = new Intl.DateTimeFormat(undefined, { weekday: 'long', day: 'numeric', month: 'long' });
const full = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

export const clockTime = (at: number) => time.format(at);
const short = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short' });

/** "3 May". */
export const dayOf = (at: number) => short.format(at);
export const fullTime = (at: number) => full.format(at);

/** Which day a moment belongs to, where the agent is. */
/** The time, with the date where it was not today. */
export const dayTime = (at: number, now: number) =>
  dayKey(at) === dayKey(now) ? clockTime(at) : fullTime(at);
export const dayKey = (at: number) => new Date(at).toDateString();

export function dayName(at: number, now: number): string {
  if (dayKey(at) === dayKey(now)) return thread.today;
  if (dayKey(at) === dayKey(now - 86_400_000)) return thread.yesterday;
  return day.format(at);
}
