import { beforeEach, describe, expect, it } from 'vitest';
import type { Frame, Push } from '@/contract/protocol';
import { Sync } from '@/engine/sync';
import { advance, fromSnapshot, MESSAGE_LIMIT, prepend } from '@/engine/thread';
import { FakeClock } from './support/clock';
import { conversation, entries, entry, picked, replies, says, start, THREAD } from './support/make';

type Entries = Extract<Push, { type: 'entries' }>;
type Snapshot = Extract<Push, { type: 'snapshot' }>;

let clock: FakeClock;
let sent: Frame[];
let kept: string | undefined;
let sync: Sync;

beforeEach(() => {
  clock = new FakeClock();
  sent = [];
  kept = undefined;
  sync = new Sync({
    clock,
    send: (frame) => sent.push(frame),
    keep: (thread) => thread === kept,
    onChange: () => {},
  });
  sync.hello();
  sync.digest([THREAD]);
  give();
});

const give = (seq = 2) =>
  sync.snapshot({
    type: 'snapshot',
    conversation: conversation({ seq }),
    entries: start(),
    more: false,
  } as Snapshot);
const push = (list: Parameters<typeof entries>[1], following = true) =>
  sync.entries(entries(conversation(), list, following) as Entries);
const caught = () => sent.filter((frame) => 'after' in frame);
const position = () => sync.threads.get(THREAD)?.position;
const seqs = () => sync.threads.get(THREAD)?.entries.map((e) => e.seq);

describe('sync', () => {
  it('the client asks for an entry that it lacks, even if nothing comes after it', () => {
    sync.reach(THREAD, 2);
    expect(caught()).toEqual([]);
    sync.reach(THREAD, 4);
    expect(caught()).toMatchObject([{ thread: THREAD, after: 2 }]);
  });

  it('the client is complete when every followed thread is here', () => {
    expect(sync.complete).toBe(true);
    sync.digest([THREAD, 'another']);
    expect(sync.complete).toBe(false);
  });

  it('the client reads a thread along without following, until the agent gets it', () => {
    const other = 'another000000000';
    const along = conversation({ thread: other, id: `${other}-1` });
    sync.preview(along, start(), false);
    sync.peek(other);
    expect(sent).toEqual([{ action: 'catch_up', thread: other, after: 2 }]);
    sync.entries(entries(along, [entry(3, 'customer', says('three'))], false) as Entries);
    expect(sync.threads.get(other)).toMatchObject({ position: 3, following: false });
    const whole = { ...along, seq: 300 };
    sync.snapshot({ type: 'snapshot', conversation: whole, entries: [], more: true });
    expect(sync.threads.get(other)).toMatchObject({ position: 300, following: false });
    sync.entries(entries(whole, [entry(301, 'agent:ada')]) as Entries);
    expect(sync.threads.get(other)).toMatchObject({ position: 301, following: true });
    sync.peek(other);
    expect(sent).toHaveLength(1);
  });

  it('the client asks for a gap once, and applies early entries after the backlog', () => {
    push([entry(5, 'customer', says('five'))]);
    push([entry(6, 'customer', says('six'))]);
    expect(position()).toBe(2);
    expect(sent).toEqual([{ action: 'catch_up', thread: THREAD, after: 2 }]);
    push([entry(3, 'customer', says('three')), entry(4, 'customer', says('four'))]);
    expect(seqs()).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('the client asks again when the answer is lost, and stops at last', async () => {
    push([entry(5, 'customer', says('five'))]);
    await clock.advance(60_000);
    expect(sent).toHaveLength(4);
  });

  it('doubles are dropped, also partly overlapping ones', () => {
    push([entry(3, 'customer', says('three'))]);
    push([entry(3, 'customer', says('three'))]);
    push([
      entry(2, 'agent:mark', picked),
      entry(3, 'customer'),
      entry(4, 'customer', says('four')),
    ]);
    expect(seqs()).toEqual([1, 2, 3, 4]);
    expect(sent).toEqual([]);
  });

  it('entries without visible events, and of unknown types, count as positions', () => {
    push([entry(3, 'agent:martha')]);
    push([entry(4, 'system', { type: 'from_the_future' } as never)]);
    expect(position()).toBe(4);
    expect(sent).toEqual([]);
  });

  it('a thread that leaves the session stays readable while open, and takes no late frames', () => {
    kept = THREAD;
    push([entry(3, 'system', { type: 'resolved', by: 'agent' })], false);
    expect(sync.threads.get(THREAD)).toMatchObject({ following: false, position: 3 });
    push([entry(3, 'customer', says('late'))]);
    expect(sync.threads.get(THREAD)?.following).toBe(false);
    expect(sync.positions()).toEqual({});
  });

  it('a thread that arrived while the pong was under way stays', () => {
    sync.ping();
    push([entry(3, 'customer', says('three'))]);
    sync.digest([]);
    expect(position()).toBe(3);
    sync.ping();
    sync.digest([]);
    expect(position()).toBeUndefined();
  });

  it('a thread that was only looked at is followed, without a question', () => {
    const other = conversation({ thread: 'other', id: 'other-1', status: 'queued', owner: null });
    sync.preview(other, start(), false);
    const taken = { ...other, owner: 'mark', seq: 3 };
    sync.entries(entries(taken, [entry(3, 'agent:mark', picked)]) as Entries);
    expect(sync.threads.get('other')).toMatchObject({ following: true, position: 3 });
    expect(sent).toEqual([]);
  });

  it('the client asks for a promised snapshot that does not come', async () => {
    sync.digest([THREAD, 'lost']);
    await clock.advance(4_999);
    expect(sent).toEqual([]);
    await clock.advance(1);
    expect(sent).toEqual([{ action: 'catch_up', thread: 'lost', after: 0 }]);
    await clock.advance(60_000);
    expect(sync.complete).toBe(true);
  });

  it('an older snapshot that comes late is ignored', () => {
    push([entry(3, 'customer', says('three'))]);
    give(2);
    expect(position()).toBe(3);
  });

  it('a thread starts afresh when the log began anew on the server', () => {
    push([entry(3, 'customer', says('three'))]);
    sync.hello();
    give(2);
    expect(position()).toBe(2);
  });
});

describe('bounds', () => {
  const many = (from: number, count: number) =>
    Array.from({ length: count }, (_, i) => entry(from + i, 'agent:mark', replies(`${from + i}`)));

  it('the client keeps at most 400 messages and knows that there are more', () => {
    const c = conversation({ seq: 500 });
    const thread = advance(fromSnapshot(c, many(1, 300), false), c, many(301, 200));
    expect(thread.entries).toHaveLength(MESSAGE_LIMIT);
    expect(thread).toMatchObject({ more: true, position: 500, detached: false });
  });

  it('reading far up drops messages at the new end, and the thread says so', () => {
    const c = conversation({ seq: 500 });
    const thread = prepend(fromSnapshot(c, many(101, 400), true), many(51, 50), true);
    expect(thread.entries.at(0)?.seq).toBe(51);
    expect(thread.entries.at(-1)?.seq).toBe(450);
    expect(thread.detached).toBe(true);
    const later = advance(thread, conversation({ seq: 501 }), many(501, 1));
    expect(later).toMatchObject({ position: 501 });
    expect(later.entries.at(-1)?.seq).toBe(450);
  });
});
