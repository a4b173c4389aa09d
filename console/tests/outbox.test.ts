import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { CommandFrame, Done, Refused } from '@/contract/protocol';
import { ACK_LIMIT, CommandSender } from '@/engine/commandSender';
import { Outbox, type OutboxItem, type OutboxStore, STALE_AFTER } from '@/engine/outbox';
import { IndexedOutbox } from '@/engine/outbox-store';
import { FakeClock, settle } from './support/clock';
import { ID } from './support/make';

type Post = (frame: CommandFrame) => Promise<Done | { error: Refused }>;

class MemoryStore implements OutboxStore {
  readonly kept = new Map<string, OutboxItem>();
  load = async () => [...this.kept.values()];
  put = async (item: OutboxItem) => void this.kept.set(item.id, item);
  remove = async (id: string) => void this.kept.delete(id);
}

let clock: FakeClock;
let store: MemoryStore;
let sent: CommandFrame[];
let posted: CommandFrame[];
let live: boolean;
let post: Post;
let sender: CommandSender;
let outbox: Outbox;

const text = (t: string) => ({ type: 'send', content: { kind: 'text', text: t } }) as const;
const states = () => outbox.all.map((item) => item.state);
const ack = (frame: CommandFrame | undefined, seq: number) =>
  sender.answered(frame?.id, { result: 'done', seq });

beforeEach(() => {
  clock = new FakeClock();
  store = new MemoryStore();
  sent = [];
  posted = [];
  live = true;
  post = async (frame) => ({ id: frame.id, conversation: frame.conversation, seq: 9 });
  sender = new CommandSender({
    clock,
    send: (frame) => {
      if (live) sent.push(frame as CommandFrame);
      return live;
    },
    post: (frame) => {
      posted.push(frame);
      return post(frame);
    },
  });
  outbox = make();
});

const make = () =>
  new Outbox({ clock, random: () => 0, sender, store, seen: () => 7, onChange: () => {} });

describe('outbox', () => {
  it('messages go one at a time per conversation, in order, with the seen position', async () => {
    outbox.add(ID, text('one'));
    outbox.add(ID, text('two'));
    outbox.add('other-1', text('elsewhere'));
    expect(sent.map((f) => f.conversation)).toEqual([ID, 'other-1']);
    expect(sent[0]).toMatchObject({ action: 'messaging', seen: 7, command: text('one') });
    ack(sent[0], 3);
    await settle();
    expect(sent[2]?.command).toEqual(text('two'));
    expect(sent[2]?.id).not.toBe(sent[0]?.id);
  });

  it('a message goes by HTTP with the same id when 5 s pass without an ack', async () => {
    outbox.add(ID, text('one'));
    await clock.advance(ACK_LIMIT - 1);
    expect(posted).toHaveLength(0);
    await clock.advance(1);
    expect(posted.map((f) => f.id)).toEqual([sent[0]?.id]);
    expect(states()).toEqual(['acked']);
    expect(store.kept.size).toBe(0);
  });

  it('the outbox keeps trying under the same id while the server is out of reach', async () => {
    live = false;
    post = async () => Promise.reject(new Error('down'));
    outbox.add(ID, text('one'));
    await clock.advance(3_000);
    expect(states()).toEqual(['waiting']);
    expect(store.kept.size).toBe(1);
    live = true;
    outbox.setLive(true);
    expect(new Set([...posted, ...sent].map((f) => f.id)).size).toBe(1);
    ack(sent[0], 3);
    await settle();
    expect(states()).toEqual(['acked']);
  });

  it('a failed message stops those behind it until it is retried or discarded', async () => {
    const first = outbox.add(ID, text('one'));
    outbox.add(ID, text('two'));
    const refused = { code: 'window_closed' as const, message: 'Closed.', remedy: '' };
    sender.answered(sent[0]?.id, { result: 'refused', refused });
    await settle();
    expect(states()).toEqual(['failed', 'waiting']);
    expect(sent).toHaveLength(1);
    outbox.retry(first.id);
    expect(sent[1]?.id).toBe(first.id);
    sender.answered(first.id, { result: 'refused', refused });
    await settle();
    outbox.discard(first.id);
    expect(sent[2]?.command).toEqual(text('two'));
  });

  it('a message disappears once the log shows it', () => {
    const item = outbox.add(ID, text('one'));
    outbox.arrived(new Set([item.id]));
    expect(outbox.all).toEqual([]);
    expect(store.kept.size).toBe(0);
  });

  it('a message returns after a reload as a question, and nothing goes by itself', async () => {
    live = false;
    post = () => new Promise(() => {});
    const item = outbox.add(ID, text('one'));
    const next = make();
    live = true;
    await next.restore();
    next.setLive(true);
    expect(next.all.map((i) => [i.id, i.state])).toEqual([[item.id, 'unsent']]);
    expect(sent).toEqual([]);
    next.retry(item.id);
    expect(sent[0]?.id).toBe(item.id);
  });

  it('no message goes silently after ten minutes without a connection', async () => {
    live = false;
    post = async () => Promise.reject(new Error('down'));
    outbox.add(ID, text('one'));
    await clock.advance(STALE_AFTER + 60_000);
    live = true;
    outbox.setLive(true);
    expect(states()).toEqual(['unsent']);
    expect(sent).toEqual([]);
  });

  it('messages behind an old one become questions, too, when that one is sent', async () => {
    live = false;
    post = async () => Promise.reject(new Error('down'));
    const first = outbox.add(ID, text('one'));
    outbox.add(ID, text('two'));
    await clock.advance(STALE_AFTER + 60_000);
    expect(states()).toEqual(['unsent', 'waiting']);
    // The server answers again, and the agent is faster than the socket.
    post = async () => ({ seq: 9 }) as never;
    outbox.retry(first.id);
    await clock.advance(10_000);
    expect(states()).toEqual(['acked', 'unsent']);
  });
});

describe('kept messages', () => {
  it('kept messages are those of the same agent, and not of another open tab', async () => {
    const held: string[] = [];
    const locks = {
      request: async (name: string) => void held.push(name),
      query: async () => ({ held: held.map((name) => ({ name })) }),
    } as unknown as LockManager;
    const item = outbox.add(ID, text('one'));
    const tab = new IndexedOutbox('mark', indexedDB, locks);
    await tab.put(item);
    const other = new IndexedOutbox('mark', indexedDB, locks);
    expect(await other.load()).toEqual([]);
    held.length = 0;
    expect((await other.load()).map((i) => i.id)).toEqual([item.id]);
    expect(await new IndexedOutbox('martha', indexedDB, locks).load()).toEqual([]);
    await other.remove(item.id);
    expect(await other.load()).toEqual([]);
  });
});
