import { clockTime, dayKey } from '@/features/conversation/thread/dates';

const date = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short' });

/** The time today, the date before that. */
export const shortWhen = (at: number, now: number): string =>
  dayKey(at) === dayKey(now) ? clockTime(at) : date.format(at);
