import { beforeEach, describe, expect, it } from 'vitest';
import type { Entry } from '@/contract/protocol';
import { neverOpened, type Seen } from '@/engine/lists';
import { SeenMarks } from '@/engine/seen';
import { unreadIn } from '@/engine/unread';
import {
  conversation,
  entry,
  ID,
  opened,
  picked,
  replies,
  says,
  start,
  THREAD,
} from './support/make';

const unread = (entries: Entry[], me: string, seen: Seen | undefined) =>
  unreadIn({ conversation: conversation(), entries }, me, seen).customer;

let told: [string, number][];
let stored: Map<string, string>;
const marks = () =>
  new SeenMarks({
    agent: 'mark',
    storage: {
      getItem: (name) => stored.get(name) ?? null,
      setItem: (name, value) => void stored.set(name, value),
    },
    tell: ({ conversation, discussion, seq }) => void told.push([discussion ?? conversation, seq]),
  });

beforeEach(() => {
  told = [];
  stored = new Map();
});

describe('an agent’s read positions', () => {
  it('a position never goes back, whatever the source', () => {
    const seen = marks();
    seen.look(THREAD, { seq: 5, conversation: ID });
    seen.learn({ [THREAD]: 3 });
    expect(seen.get(THREAD)?.seq).toBe(5);
    seen.learn({ [THREAD]: 9 });
    seen.look(THREAD, { seq: 7, conversation: ID });
    expect(seen.get(THREAD)?.seq).toBe(9);
  });

  it('the server hears each position once, and none that it knows', () => {
    const seen = marks();
    seen.learn({ [THREAD]: 4 });
    seen.look(THREAD, { seq: 4, conversation: ID });
    expect(told).toEqual([]);
    seen.look(THREAD, { seq: 6, conversation: ID });
    seen.look(THREAD, { seq: 6, conversation: ID });
    expect(told).toEqual([[ID, 6]]);
  });

  it('the server hears later of reads without a connection, for followed threads', () => {
    const seen = marks();
    seen.look(THREAD, { seq: 6, conversation: ID });
    seen.look('other', { seq: 2, conversation: 'other-1' });
    told = [];
    seen.learn({ [THREAD]: 4 });
    seen.catchUp([THREAD]);
    expect(told).toEqual([[ID, 6]]);
    told = [];
    seen.learn({ [THREAD]: 6 });
    seen.catchUp([THREAD]);
    expect(told).toEqual([]);
  });

  it('a position outlives the page, and comes from other tabs', () => {
    marks().look(THREAD, { seq: 6, conversation: ID });
    const next = marks();
    expect(next.get(THREAD)).toEqual({ seq: 6, conversation: ID });
    next.changedElsewhere('seen:mark', JSON.stringify([[THREAD, { seq: 8, conversation: ID }]]));
    next.changedElsewhere('seen:mark', JSON.stringify([[THREAD, { seq: 7, conversation: ID }]]));
    expect(next.get(THREAD)?.seq).toBe(8);
  });
});

describe('a conversation that was never opened', () => {
  const held = (entries = start(), over = {}) => ({ conversation: conversation(over), entries });

  it('positions alone tell it, on whatever machine the agent read', () => {
    expect(neverOpened(held(), undefined)).toBe(true);
    expect(neverOpened(held(), { seq: 1 })).toBe(false);
    const again = entry(9, 'customer', { ...opened, conversation: `${THREAD}-2` }, says('Back'));
    const next = held([...start(), again], { id: `${THREAD}-2` });
    expect(neverOpened(next, { seq: 2, conversation: ID })).toBe(true);
    expect(neverOpened(next, { seq: 9 })).toBe(false);
  });

  it('a conversation that began before the loaded log counts as opened once any of it was read', () => {
    const late = held([entry(80, 'agent:mark', picked), entry(81, 'customer', says('x'))]);
    expect(neverOpened(late, { seq: 79 })).toBe(true);
    expect(neverOpened(late, { seq: 80 })).toBe(false);
  });

  it('unread messages count from the position, not by arrival', () => {
    const log = [...start(), entry(3, 'customer', says('a')), entry(4, 'customer', says('b'))];
    expect(unread(log, 'mark', { seq: 3 })).toBe(1);
    expect(unread([...log, entry(5, 'agent:mark', replies('x'))], 'mark', { seq: 0 })).toBe(0);
  });
});
