import { waited } from '@/engine/durations';
import { dates } from '@/i18n/formats';
import { t } from '@/i18n/words';

const weekday = dates({ weekday: 'short' });
const date = dates({ day: 'numeric', month: 'short' });
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** An age in as few letters as possible: "now", "4m", "2h", "Tue", "3 May". */
export function age(at: number, now: number): string {
  const ago = now - at;
  if (ago < MINUTE) return t('list-now');
  if (ago < DAY) return waited(ago);
  return (ago < 6 * DAY ? weekday() : date()).format(at);
}
