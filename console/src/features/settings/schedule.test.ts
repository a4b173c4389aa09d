import { expect, it } from 'vitest';
import type { Hours } from '@/contract/protocol';
import { isOpen, momentOf, nextDayOff, nextGap, nextOpen, scheduleOf } from './schedule';

const shift = (from: string, to: string) => ({ from, to });
function read(time_zone: string, week: Hours['week'], closed: string[] = []) {
  const schedule = scheduleOf({ time_zone, week, closed });
  if (!schedule) throw new Error('The hours cannot be read.');
  return schedule;
}
const daily = (zone: string, from: string, to: string, closed: string[] = []) => {
  const day = [shift(from, to)];
  const week = { monday: day, tuesday: day, wednesday: day, thursday: day, friday: day };
  return read(zone, { ...week, saturday: day, sunday: day }, closed);
};
const at = (moment: string) => Date.parse(moment);
const iso = (ms: number | undefined) => (ms === undefined ? ms : new Date(ms).toISOString());

it('hours are those of the wall clock in summer and in winter', () => {
  const zones = [
    ['Europe/Berlin', '+01:00', '+02:00'],
    ['America/New_York', '-05:00', '-04:00'],
  ] as const;
  for (const [zone, winter, summer] of zones) {
    const hours = daily(zone, '09:00', '17:00');
    for (const day of [`2026-01-15T%${winter}`, `2026-07-15T%${summer}`]) {
      const open = (time: string) => isOpen(hours, at(day.replace('%', time)));
      expect(['08:59:59', '09:00:00', '16:59:59', '17:00:00'].map(open)).toEqual([
        false,
        true,
        true,
        false,
      ]);
    }
  }
});

it('an hour that clocks jump over is open to nobody', () => {
  const hours = daily('Europe/Berlin', '02:00', '03:00');
  for (const moment of ['2026-03-29T00:59:59Z', '2026-03-29T01:00:00Z', '2026-03-29T01:30:00Z'])
    expect(isOpen(hours, at(moment)), moment).toBe(false);
  expect(isOpen(hours, at('2026-03-28T01:30:00Z'))).toBe(true);
  // The moment counts from before the jump, as the engine computes the next opening.
  expect(iso(momentOf('Europe/Berlin', '2026-03-29', 150))).toBe('2026-03-29T01:30:00.000Z');
});

it('an hour that comes twice is open twice, and opens at its first time', () => {
  const hours = daily('Europe/Berlin', '02:00', '02:30');
  const open = (moment: string) => isOpen(hours, at(moment));
  expect(
    ['2026-10-24T23:59:59Z', '2026-10-25T00:00:00Z', '2026-10-25T00:30:00Z'].map(open),
  ).toEqual([false, true, false]);
  expect(['2026-10-25T01:00:00Z', '2026-10-25T01:30:00Z'].map(open)).toEqual([true, false]);
  expect(iso(nextOpen(hours, at('2026-10-24T12:00:00Z')))).toBe('2026-10-25T00:00:00.000Z');
});

it('the next opening leaves out the weekend and days off', () => {
  const day = [shift('09:00', '18:00')];
  const week = { monday: day, tuesday: day, friday: day };
  const hours = read('Europe/Berlin', week, ['2026-12-28']);
  // Friday evening; Monday is off.
  expect(iso(nextOpen(hours, at('2026-12-25T17:05:00Z')))).toBe('2026-12-29T08:00:00.000Z');
  expect(iso(nextOpen(hours, at('2026-12-29T06:00:00Z')))).toBe('2026-12-29T08:00:00.000Z');
});

it('the example of a week is its longest closing: Friday evening', () => {
  const day = [shift('09:00', '12:30'), shift('13:30', '18:00')];
  const week = { monday: day, tuesday: day, wednesday: day, thursday: day, friday: day };
  const hours = read('Europe/Berlin', week);
  for (const now of ['2026-12-02T10:00:00Z', '2026-12-04T16:59:00Z', '2026-12-05T10:00:00Z']) {
    const gap = nextGap(hours, at(now));
    const weekday = new Date(gap?.at ?? 0).getUTCDay();
    expect([weekday, iso(gap?.at)?.slice(11, 16)], now).toEqual([5, '17:05']);
    expect(iso(gap?.until)?.slice(11, 16)).toBe('08:00');
  }
});

it('a shift over midnight does not close at midnight', () => {
  const hours = read('UTC', {
    friday: [shift('18:00', '24:00')],
    saturday: [shift('00:00', '02:00')],
  });
  expect(isOpen(hours, at('2026-12-05T00:00:00Z'))).toBe(true);
  const gap = nextGap(hours, at('2026-12-04T20:00:00Z'));
  expect([iso(gap?.at), iso(gap?.until)]).toEqual([
    '2026-12-05T02:05:00.000Z',
    '2026-12-11T18:00:00.000Z',
  ]);
});

it('hours around the clock have no closing', () => {
  expect(nextGap(daily('UTC', '00:00', '24:00'), at('2026-12-04T20:00:00Z'))).toBeUndefined();
});

it('a day off is shown in its own time zone, and only if the week has a shift for it', () => {
  const day = [shift('09:00', '18:00')];
  const hours = read('Pacific/Auckland', { friday: day, monday: day }, [
    '2026-12-25',
    '2026-12-26',
  ]);
  const off = nextDayOff(hours, at('2026-12-02T10:00:00Z'));
  // Auckland is 13 hours ahead in summer: Friday 10:00 there, and Monday 09:00.
  expect([iso(off?.at), iso(off?.until)]).toEqual([
    '2026-12-24T21:00:00.000Z',
    '2026-12-27T20:00:00.000Z',
  ]);
  expect(nextDayOff(hours, at('2026-12-26T10:00:00Z'))).toBeUndefined();
});

it('hours that the engine refuses have no schedule', () => {
  const monday = [shift('09:00', '17:00')];
  expect(scheduleOf({ time_zone: 'Europe/Nowhere', week: { monday } })).toBeUndefined();
  expect(scheduleOf({ time_zone: 'UTC', week: {} })).toBeUndefined();
  expect(
    scheduleOf({ time_zone: 'UTC', week: { monday: [shift('17:00', '09:00')] } }),
  ).toBeUndefined();
  const twice = [...monday, shift('16:00', '18:00')];
  expect(scheduleOf({ time_zone: 'UTC', week: { monday: twice } })).toBeUndefined();
});

it('days off for a whole year leave no next opening', () => {
  const all = Array.from({ length: 400 }, (_, day) =>
    new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10),
  );
  expect(nextOpen(daily('UTC', '09:00', '17:00', all), at('2026-01-01T00:00:00Z'))).toBeUndefined();
});
