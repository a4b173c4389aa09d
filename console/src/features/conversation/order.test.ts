import { describe, expect, it } from 'vitest';
import type { ConversationCard } from '@/contract/protocol';
import { cleanTag, coloured, marksOf } from '@/engine/labels';
import { asQuery, dayEnd, dayStart, matches, passes } from '@/features/conversation/list/filters';
import { cardLine, type Listed } from '@/features/conversation/list/listRow';
import { hold, outOfPlace, sorted, waiting } from '@/features/conversation/list/order';

const listed = (id: string, over: Partial<Listed> = {}): Listed => ({
  ...marksOf({ id }),
  id,
  name: id,
  addresses: [],
  channel: 'whatsapp',
  queue: 'billing',
  status: 'active',
  owner: 'mark',
  dot: 'none',
  fresh: false,
  unread: 0,
  line: '',
  own: false,
  glyph: undefined,
  priority: 1,
  front: false,
  since: undefined,
  due: undefined,
  opened: 0,
  assigned: 0,
  heard: 0,
  at: 0,
  with: undefined,
  selectable: true,
  ...over,
});
const NOW = new Date(2026, 10, 21, 18).getTime();
const HOUR = 3_600_000;
const ids = (all: readonly Listed[]) => all.map(({ id }) => id).join('');

describe('orders', () => {
  const all = [
    listed('a', { assigned: 1, heard: 9, priority: 2, since: 50 }),
    listed('b', { assigned: 2, heard: 8, priority: 5, since: 40 }),
    listed('c', { assigned: 3, heard: 7, priority: 2, since: 30 }),
    listed('d', { assigned: 4, heard: 6, priority: 2 }),
  ];

  it('the orders are four, and ties of priority go to the longest waiting customer', () => {
    expect(ids(sorted(all, 'last_assigned'))).toBe('dcba');
    expect(ids(sorted(all, 'longest_waiting'))).toBe('cbad');
    expect(ids(sorted(all, 'latest_message'))).toBe('abcd');
    expect(ids(sorted(all, 'highest_priority'))).toBe('bcad');
  });

  it('an order is the same for the same conversations, however they arrive', () => {
    const equal = ['c', 'a', 'b'].map((id) => listed(id));
    expect(ids(sorted(equal, 'last_assigned'))).toBe('abc');
    expect(ids(sorted(equal.toReversed(), 'last_assigned'))).toBe('abc');
  });
});

describe('a list under the pointer', () => {
  const of = (keys: string) => [...keys].map((key) => ({ key }));
  const gap = ({ key }: { key: string }) => ({ key: key.toUpperCase() });
  const held = (before: string, now: string) =>
    hold(of(before), of(now), gap)
      .map(({ key }) => key)
      .join('');

  it('every row keeps its place, a gone row leaves a gap, and new ones come below', () => {
    expect(held('abcd', 'dcba')).toBe('abcd');
    expect(held('abcd', 'acd')).toBe('aBcd');
    expect(held('abc', 'xabc')).toBe('abcx');
  });

  it('the count covers the rows that will move, and no others', () => {
    expect(waiting(of('abcd'), of('abcd'))).toBe(0);
    expect(waiting(of('abcd'), of('dabc'))).toBe(1);
    expect(waiting(of('abcd'), of('dcba'))).toBe(3);
    expect(waiting(of('aBc'), of('ac'))).toBe(1);
    expect(outOfPlace([])).toBe(0);
  });
});

describe('filters', () => {
  const it1 = listed('7k2mq4w8r0a1bcde-2', {
    name: 'John Smith',
    alias: 'Roaming refund',
    tags: ['April batch'],
    labels: ['Escalated'],
    line: 'It is 48.20 both times',
    opened: new Date(2026, 10, 21, 15).getTime(),
  });

  it('each filter narrows the list by itself', () => {
    expect(passes(it1, {}, NOW)).toBe(true);
    expect(passes(it1, { channel: 'web' }, NOW)).toBe(false);
    expect(passes(it1, { tag: 'april BATCH', label: 'Escalated', owner: 'mark' }, NOW)).toBe(true);
    expect(passes(it1, { label: 'escalated' }, NOW)).toBe(false);
    expect(passes(it1, { queue: 'returns' }, NOW)).toBe(false);
    expect(passes(it1, { status: 'pending' }, NOW)).toBe(false);
  });

  it('both days count, in the agent’s own time zone', () => {
    expect(passes(it1, { from: '2026-11-21', to: '2026-11-21' }, NOW)).toBe(true);
    expect(passes(it1, { from: '2026-11-22' }, NOW)).toBe(false);
    expect(passes(it1, { to: '2026-11-20' }, NOW)).toBe(false);
    expect(passes(it1, { within: '24h' }, NOW)).toBe(true);
    expect(passes(it1, { within: '24h' }, NOW + 22 * HOUR)).toBe(false);
    expect(passes(it1, { within: '7d' }, NOW + 22 * HOUR)).toBe(true);
    expect((dayEnd('2026-11-21') ?? 0) + 1).toBe(dayStart('2026-11-22'));
  });

  it('a search finds every word: name, alias, id, tags, last line, messages', () => {
    for (const query of ['smith', 'REFUND', '7k2m-q4w8', 'april', '48.20', 'john both']) {
      expect(matches(it1, query), query).toBe(true);
    }
    expect(matches(it1, 'john zebra')).toBe(false);
    const said = () => 'a zebra on the crossing';
    expect(matches({ ...it1, said }, 'john zebra')).toBe(true);
  });

  it('the server gets the same question', () => {
    expect(asQuery({ tag: 'vip', from: '2026-11-21' }, ' smith ', NOW)).toEqual({
      tag: ['vip'],
      from: String(new Date(2026, 10, 21).getTime()),
      q: 'smith',
    });
    expect(asQuery({ within: '7d' }, '', NOW)).toEqual({ from: String(NOW - 7 * 24 * HOUR) });
  });
});

describe('marks', () => {
  it('a conversation has a readable id even if the server gives none', () => {
    expect(marksOf({ id: '7k2mq4w8r0a1bcde-2' }).reference).toBe('7K2M-Q4W8-2');
    expect(marksOf({ id: 'x-1', reference: 'K7QM-4XD2-3' }).reference).toBe('K7QM-4XD2-3');
  });

  it('tags have no doubles and no blanks at their ends', () => {
    expect(cleanTag('  two  words ', [])).toBe('two words');
    expect(cleanTag('VIP', ['vip'])).toBeUndefined();
    expect(cleanTag(' ', [])).toBeUndefined();
    expect(cleanTag('x'.repeat(41), [])).toBeUndefined();
  });

  it('labels have colours of the palette, or grey once the settings drop them', () => {
    const settings = { labels: [{ name: 'A', colour: 'red' as const }] };
    expect(coloured(['A', 'B'], settings).map(({ colour }) => colour)).toEqual(['red', 'grey']);
  });
});

describe('the last message of a summary', () => {
  const card = (summary: string, summary_by?: string) =>
    ({ summary, summary_by }) as ConversationCard;

  it('the line names its author, whoever reads it', () => {
    expect(cardLine(card('In about a day', 'mark'))).toEqual({
      text: 'In about a day',
      by: 'mark',
    });
    expect(cardLine(card('You: bye'))).toEqual({ text: 'You: bye', by: undefined });
    expect(cardLine(card('')).text).not.toBe('');
  });
});
