import type { Hours, Week } from '@/contract/protocol';

/**
 * Business hours by the wall clock of their time zone, as the engine reads them
 * (shared/domain/src/settings/hours.rs): an hour that clocks jump over is open to nobody, and an
 * hour that comes twice is open twice.
 */
export interface Schedule {
  zone: string;
  /** The shifts of each day, Monday first, in minutes since midnight, in order. */
  week: readonly (readonly [from: number, to: number])[][];
  closed: ReadonlySet<string>;
}

const DAYS: (keyof Week)[] = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
];
const MINUTE = 60_000;
const DAY = 86_400_000;
/** The engine looks no further ahead for the next opening. */
const YEAR = 366;

/** "09:30" → 570; "24:00" is the end of the day. */
function minutes(text: string): number | undefined {
  const match = /^(\d\d):([0-5]\d)$/.exec(text);
  const value = match ? Number(match[1]) * 60 + Number(match[2]) : Number.NaN;
  return value <= 24 * 60 ? value : undefined;
}

function shiftsOf(week: Week, day: keyof Week): [number, number][] | undefined {
  const read: [number, number][] = [];
  for (const shift of week[day] ?? []) {
    const [from, to] = [minutes(shift.from), minutes(shift.to)];
    if (from === undefined || to === undefined || from >= to) return undefined;
    read.push([from, to]);
  }
  read.sort((a, b) => a[0] - b[0]);
  const overlaps = read.some(([from], at) => from < (read[at - 1]?.[1] ?? 0));
  return overlaps ? undefined : read;
}

const clocks = new Map<string, Intl.DateTimeFormat>();
function clockOf(zone: string): Intl.DateTimeFormat {
  const known = clocks.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    ...({ year: 'numeric', month: '2-digit', day: '2-digit' } as const),
    ...({ hour: '2-digit', minute: '2-digit', second: '2-digit' } as const),
  });
  clocks.set(zone, made);
  return made;
}

/** The hours in a form to compute with; undefined for hours that the engine refuses. */
export function scheduleOf(hours: Hours): Schedule | undefined {
  try {
    clockOf(hours.time_zone);
  } catch {
    return undefined;
  }
  const week = DAYS.map((day) => shiftsOf(hours.week ?? {}, day));
  if (week.some((shifts) => !shifts) || week.every((shifts) => !shifts?.length)) return undefined;
  const closed = new Set(hours.closed ?? []);
  return { zone: hours.time_zone, week: week as [number, number][][], closed };
}

interface Wall {
  /** As "2026-12-25". */
  date: string;
  minute: number;
}

/** The time that the clock on the wall shows, as if it were that of Greenwich. */
function shown(zone: string, at: number): number {
  const parts = clockOf(zone).formatToParts(at);
  const of = (type: Intl.DateTimeFormatPartTypes) =>
    Number(parts.find((part) => part.type === type)?.value);
  const time = [of('hour'), of('minute'), of('second')] as const;
  return Date.UTC(of('year'), of('month') - 1, of('day'), ...time);
}
function wallOf(zone: string, at: number): Wall {
  const wall = new Date(shown(zone, at));
  return {
    date: wall.toISOString().slice(0, 10),
    minute: wall.getUTCHours() * 60 + wall.getUTCMinutes(),
  };
}
const offset = (zone: string, at: number) => shown(zone, at) - Math.floor(at / 1000) * 1000;

/**
 * The moment at which the clock on the wall shows this time. Of an hour that comes twice it is the
 * first; a time that clocks jump over counts from before the jump.
 */
export function momentOf(zone: string, date: string, minute: number): number {
  const wall = Date.parse(`${date}T00:00:00Z`) + minute * MINUTE;
  const before = wall - offset(zone, wall - DAY);
  const after = wall - offset(zone, wall + DAY);
  const real = [before, after].filter((at) => shown(zone, at) === wall);
  return real.length ? Math.min(...real) : before;
}

const weekday = (date: string) => (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7;
const dayAfter = (date: string, days: number) =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
/** The shifts of a day of the calendar. */
const shiftsOn = (schedule: Schedule, date: string) =>
  schedule.closed.has(date) ? [] : (schedule.week[weekday(date)] ?? []);

export function isOpen(schedule: Schedule, at: number): boolean {
  const { date, minute } = wallOf(schedule.zone, at);
  return shiftsOn(schedule, date).some(([from, to]) => from <= minute && minute < to);
}

/** The next opening after a moment; undefined if none comes within a year. */
export function nextOpen(schedule: Schedule, at: number): number | undefined {
  const { date: today } = wallOf(schedule.zone, at);
  for (let day = 0; day < YEAR; day += 1) {
    const date = dayAfter(today, day);
    for (const [from] of shiftsOn(schedule, date)) {
      const opens = momentOf(schedule.zone, date, from);
      if (opens > at) return opens;
    }
  }
  return undefined;
}

/** A customer who writes to a closed business, and the next opening. */
export interface Closed {
  at: number;
  until: number | undefined;
}

/** The longest time without an opening among the closings of the coming week. */
export function nextGap(schedule: Schedule, now: number): Closed | undefined {
  const { date: today } = wallOf(schedule.zone, now);
  const ends = Array.from({ length: 8 }, (_, day) => dayAfter(today, day)).flatMap((date) =>
    shiftsOn(schedule, date).map(([, to]) => momentOf(schedule.zone, date, to)),
  );
  let longest: (Closed & { span: number }) | undefined;
  for (const end of ends) {
    if (end < now || isOpen(schedule, end)) continue;
    const until = nextOpen(schedule, end);
    const span = (until ?? Number.POSITIVE_INFINITY) - end;
    // Five minutes after the end, a customer may still hope.
    const at = end + Math.min(5 * MINUTE, Math.floor(span / 2));
    if (!longest || span > longest.span) longest = { at, until, span };
  }
  return longest;
}

/** The next day on which nobody is there although the week has shifts for it. */
export function nextDayOff(schedule: Schedule, now: number): Closed | undefined {
  const { date: today } = wallOf(schedule.zone, now);
  const days = [...schedule.closed].filter(
    (date) => date >= today && schedule.week[weekday(date)]?.length,
  );
  const [date] = days.sort();
  const [shift] = date ? (schedule.week[weekday(date)] ?? []) : [];
  if (!date || !shift) return undefined;
  const at = momentOf(schedule.zone, date, Math.min(shift[0] + 60, shift[1] - 1));
  return { at, until: nextOpen(schedule, at) };
}
