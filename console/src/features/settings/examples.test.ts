import '@tests/support/words';
import { settings } from '@tests/support/make';
import { expect, it } from 'vitest';
import type { Rules } from '@/contract/protocol';
import { type Cast, examplesOf, hasExample } from './examples';
import { type Field, type Key, sections } from './fields';

const martha = { name: 'Martha', capacity: 3, skills: ['german', 'billing'] };
const mark = { name: 'Mark', capacity: 5, skills: ['german'] };
const cast: Cast = { agent: martha, other: mark, all: [martha, mark] };
/** A Wednesday. */
const NOW = Date.parse('2026-12-02T10:00:00Z');
const say = (key: Key, change: Partial<Rules> = {}, people = cast) =>
  examplesOf(key, { ...settings, ...change }, people, NOW)
    .map(({ text }) => text)
    .join(' ');

const day = [{ from: '09:00', to: '18:00' }];
const week = { monday: day, tuesday: day, wednesday: day, thursday: day, friday: day };
const hours = { time_zone: 'UTC', week, closed: [] as string[] };
const message = { off_hours_message: 'We are closed.' };

it('business hours: the customer of a Friday evening waits until Monday', () => {
  const said = say('hours', { hours, ...message });
  expect(said).toMatch(
    /begins a conversation on Friday.*(18:05|6:05).*gets “We are closed\.” and waits until Monday.*(09:00|9:00)/,
  );
});
it('business hours: a day off is named with its date, in the time zone of the business', () => {
  const there = { ...hours, time_zone: 'Asia/Tokyo', closed: ['2026-12-25'] };
  const said = say('hours', { hours: there, ...message });
  expect(said).toMatch(/25.*December.*2026|December 25.*2026/);
  expect(said).toMatch(/waits until Monday.*28/);
  expect(said).toContain('These times are those of Asia/Tokyo.');
});
it('business hours: without a message, without hours, with broken hours', () => {
  expect(say('hours', { hours, off_hours_message: null })).toContain('need a message');
  expect(say('hours', message)).toContain('Nobody gets the message');
  expect(say('hours')).toContain('write at any time');
  expect(say('hours', { hours: { ...hours, time_zone: 'Nowhere' }, ...message })).toBe('');
});

it('the strategy decides between two loads', () => {
  expect(say('strategy')).toContain('Martha has 2 of 3 conversations, Mark has 1 of 5. Mark gets');
  expect(say('strategy', { strategy: 'longest_idle' })).toContain('Martha gets the next one.');
  expect(say('strategy', { strategy: 'round_robin' })).toContain('with 2 of 3 open');
  const alone = { name: 'Ada', capacity: 1, skills: [] };
  expect(say('strategy', {}, { agent: alone, other: { ...alone, name: 'Bo' }, all: [] })).toContain(
    'The shares are equal',
  );
});

it('a team is asked one after the other, as often as the whole time allows', () => {
  const time = { discuss_timeout_seconds: 50, step_timeout_seconds: 20 };
  expect(say('step_timeout_seconds', time)).toContain('does not accept within 20s');
  expect(say('step_timeout_seconds', time)).toContain('at most 3 colleagues within 50s');
  expect(say('step_timeout_seconds', { step_timeout_seconds: 5 })).toContain('at most 8');
  expect(say('step_timeout_seconds', { step_timeout_seconds: 300 })).toContain('longer than the');
});

it('warnings come before the deadline, and a warning that would come too early is told', () => {
  expect(say('first_answer_target_seconds')).toContain('After 20s without a response');
  expect(say('first_answer_target_seconds', { first_answer_warning_seconds: 30 })).toContain(
    'Warn for less than 30s.',
  );
  expect(say('requeue_after_seconds')).toContain('After 9m a warning comes, and after 10m');
  expect(say('requeue_after_seconds', { requeue_after_seconds: null })).toContain('however long');
});

it('spans below a week end at a time of the week, longer ones say their length', () => {
  expect(say('auto_resolve_seconds')).toMatch(/on Friday.*until Saturday.*(16:00|4:00)/);
  expect(say('auto_resolve_seconds', { auto_resolve_seconds: 30 * 86_400 })).toContain('for 30d');
  expect(say('reopen_within_seconds', { reopen_within_seconds: 3 * 86_400 })).toContain('Monday');
  expect(say('reopen_within_seconds')).toContain('begins a new one');
});

it('the skills name the people who have them', () => {
  expect(say('skills', { skills: ['german', 'billing'] })).toContain('Martha.');
  expect(say('skills', { skills: ['french'] })).toContain('Nobody has french');
});

it('a mandatory outcome needs one to choose', () => {
  const wrap_up = 'mandatory' as const;
  expect(say('wrap_up', { wrap_up, dispositions: [] })).toContain('there is none to choose');
  expect(say('wrap_up', { wrap_up, dispositions: ['Done', 'Refund'] })).toContain('one of 2');
  expect(say('wrap_up', { wrap_up: 'optional', wrap_up_limit_seconds: 300 })).toContain('After 5m');
});

it('every example has words for its first values', () => {
  const keys = Object.values(sections)
    .flat()
    .map((field: Field) => field.key)
    .filter(hasExample);
  expect(keys.length).toBeGreaterThan(18);
  for (const key of keys) expect(say(key), key).toBeTruthy();
});

it('values that do no good warn', () => {
  const warns = (key: Key, change: Partial<Rules>) =>
    examplesOf(key, { ...settings, ...change }, cast, NOW).some((one) => one.warns);
  expect(warns('skills', { skills: ['french'] })).toBe(true);
  expect(warns('skills', { skills: ['german'] })).toBe(false);
  expect(warns('hours', { hours, off_hours_message: null })).toBe(true);
  expect(warns('wrap_up', { wrap_up: 'mandatory', dispositions: [] })).toBe(true);
});
