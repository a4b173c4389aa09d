import { waited } from '@/engine/durations';
import { list as words } from '@/i18n/en';

const weekday = new Intl.DateTimeFormat(undefined, { weekday: 'short' });
const date = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short' });
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** How long ago, in as few letters as will do: "now", "4m", "2h", "Tue", "3 May". */
export function age(at: number, now: number): string {
  const ago = now - at;
  if (ago < MINUTE) return words.now;
  if (ago < DAY) return waited(ago);
  return (ago < 6 * DAY ? weekday : date).format(at);
}
