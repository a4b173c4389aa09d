const DAY = 86_400_000;
/** The longest period that the server takes, in days. */
export const MOST_DAYS = 92;

export type PeriodName = 'day' | 'week' | 'month' | 'custom';
export interface Period {
  name: PeriodName;
  /** First and last day in a date field's form, with `custom`. */
  from: string;
  until: string;
}

const startOf = (at: number) => new Date(at).setHours(0, 0, 0, 0);
const parse = (day: string) => new Date(`${day}T00:00:00`).getTime();

/** The moments of a period, if it has any: from the first on, before the second. */
export function spanOf(period: Period, now: number): { from: number; to?: number } | undefined {
  const today = startOf(now);
  switch (period.name) {
    case 'day':
      return { from: today };
    case 'week':
      return { from: today - 6 * DAY };
    case 'month':
      return { from: today - 29 * DAY };
    default: {
      const from = parse(period.from);
      const last = parse(period.until);
      if (Number.isNaN(from) || Number.isNaN(last) || from > last) return undefined;
      // The next midnight, also if the clocks change on that day.
      const to = new Date(last).setHours(24, 0, 0, 0);
      return to - from > (MOST_DAYS - 1) * DAY ? undefined : { from, to };
    }
  }
}

export const dateField = (at: number): string => {
  const day = new Date(at);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
};
