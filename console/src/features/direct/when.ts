import { clockTime, dayKey, dayOf } from '@/features/conversation/thread/dates';

/** The time today, the date before that. */
export const shortWhen = (at: number, now: number): string =>
  dayKey(at) === dayKey(now) ? clockTime(at) : dayOf(at);
