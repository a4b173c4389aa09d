import { beforeEach, describe, expect, it } from 'vitest';
import type { ChatState, Choice, VisitorMessage, VisitorPush } from '@/contract/protocol';
import { Chat } from '@/widget/chat';
import { FakeClock, settle } from './support/clock';
import { FakeSockets } from './support/socket';

let clock: FakeClock;
let sockets: FakeSockets;
let storage: Map<string, string>;
let status: number;

beforeEach(() => {
  clock = new FakeClock();
  sockets = new FakeSockets();
  storage = new Map();
  status = 200;
});

function open() {
  const expires = clock.now() + 1e9;
  return new Chat({
    asset: 'web',
    clock,
    random: () => 0,
    fetch: async (input) => {
      const visitor = { token: 'v', expires };
      const body = String(input).endsWith('ticket')
        ? { ticket: 't', expires, url: 'ws://s', visitor }
        : visitor;
      return new Response(JSON.stringify(body), { status });
    },
    open: sockets.open,
    storage: {
      getItem: (k) => storage.get(k) ?? null,
      setItem: (k, v) => void storage.set(k, v),
      removeItem: (k) => void storage.delete(k),
    },
    onChange: () => {},
  });
}

const message = (number: number, command?: string): VisitorMessage => ({
  number,
  at: 0,
  from: command ? 'you' : 'us',
  content: { kind: 'text', text: `${number}` },
  ...(command ? { command } : {}),
});
const push = (messages: VisitorMessage[], state: ChatState = 'open'): VisitorPush => ({
  type: 'chat',
  now: 0,
  state,
  position: messages.at(-1)?.number ?? 0,
  messages,
});

async function begun() {
  const chat = open();
  await chat.begin({ name: 'Ann' });
  await settle();
  sockets.last.open();
  sockets.last.push(push([], 'new'));
  return chat;
}
const written = () => sockets.last.of('messaging');

describe('web chat', () => {
  it('a message shows at once and is sent until it is in the log, under one id', async () => {
    const chat = await begun();
    chat.write('Hello');
    expect(chat.unsent.map((u) => u.text)).toEqual(['Hello']);
    await clock.advance(5_000);
    expect(written()).toHaveLength(2);
    expect(written()[0]?.id).toBe(written()[1]?.id);
    sockets.last.push(push([message(1, String(written()[0]?.id))], 'waiting'));
    expect(chat.unsent).toEqual([]);
    await clock.advance(10_000);
    expect(written()).toHaveLength(2);
  });

  it('the chat survives a reload, with its unsent messages', async () => {
    (await begun()).write('Hello');
    const id = written()[0]?.id;
    const again = open();
    expect(again.known).toBe(true);
    again.resume();
    await settle();
    sockets.last.open();
    expect(sockets.last.sent[0]).toEqual({ action: 'hello', after: 0 });
    sockets.last.push(push([message(1)]));
    expect(written()[0]?.id).toBe(id);
  });

  it('doubles are dropped and missing messages asked for', async () => {
    const chat = await begun();
    sockets.last.push(push([message(1)]));
    sockets.last.push(push([message(1)]));
    sockets.last.push(push([message(4)]));
    expect(chat.messages.map((m) => m.number)).toEqual([1]);
    expect(sockets.last.of('ping').at(-1)).toEqual({ action: 'ping', after: 1 });
  });

  it('the chat asks on until there is no more, whatever is pushed meanwhile', async () => {
    const chat = await begun();
    const newest = 1_000;
    const part = (after: number): VisitorPush => {
      const count = Math.min(100, newest - after);
      const messages = Array.from({ length: count }, (_, n) => message(after + n + 1));
      return { ...push(messages), position: newest, more: after + count < newest } as VisitorPush;
    };
    sockets.last.push(part(0));
    const asked = () => sockets.last.of('ping');
    while (chat.position < newest) {
      const { after } = asked().at(-1) as unknown as { after: number };
      expect(after).toBe(chat.position);
      sockets.last.push(part(after));
      // The answer comes a second time, and the chat does not ask on from it again.
      const before = asked().length;
      sockets.last.push(part(after));
      expect(asked()).toHaveLength(before);
    }
    expect(asked()).toHaveLength(9);
    expect(chat.messages.at(-1)?.number).toBe(newest);
  });

  it('the place in the queue shows while the visitor waits, and not a moment longer', async () => {
    const chat = await begun();
    sockets.last.push({ ...push([message(1)], 'waiting'), place: 3 } as VisitorPush);
    expect(chat.place).toBe(3);
    sockets.last.push({ type: 'place', place: 2 });
    expect(chat.place).toBe(2);
    sockets.last.push(push([message(1)], 'open'));
    expect(chat.place).toBeUndefined();
    sockets.last.push({ type: 'place', place: 1 });
    expect(chat.place).toBeUndefined();
  });

  it('the chat begins anew when the server has forgotten the visitor', async () => {
    await begun();
    status = 401;
    const again = open();
    again.resume();
    await settle();
    expect(again.known).toBe(false);
    expect(storage.size).toBe(0);
  });

  it('agents’ messages that the visitor has not looked at count as unread, over a reload too', async () => {
    const chat = await begun();
    sockets.last.push(push([message(1, 'mine'), message(2)]));
    expect(chat.unread).toBe(1);
    chat.look();
    expect(chat.unread).toBe(0);
    const again = open();
    again.resume();
    await settle();
    sockets.last.open();
    sockets.last.push(push([message(1, 'mine'), message(2), message(3)]));
    expect(again.unread).toBe(1);
  });

  it('the first message begins the chat if the page asks for no name', async () => {
    const chat = open();
    chat.write('Hello');
    chat.write('Anybody?');
    await settle();
    sockets.last.open();
    sockets.last.push(push([], 'new'));
    expect(sockets.all).toHaveLength(1);
    const texts = () => written().map((frame) => (frame.command as { text: string }).text);
    expect(texts()).toEqual(['Hello']);
    sockets.last.push({ type: 'ack', id: String(written()[0]?.id) });
    expect(texts(), 'one after the other, or they overtake each other').toEqual([
      'Hello',
      'Anybody?',
    ]);
  });

  it('a question is answered once, however often and in however many tabs it is pressed', async () => {
    const chat = await begun();
    const choices = [
      { value: '1', label: 'Well' },
      { value: '2', label: 'Badly' },
    ];
    const [well, badly] = choices as [Choice, Choice];
    const asked = { ...message(1), choices };
    const asks = (messages: VisitorMessage[], number?: number) =>
      sockets.last.push({ ...push(messages), asks: number } as VisitorPush);
    asks([asked], 1);
    expect(chat.asks).toBe(1);
    chat.choose(1, well);
    chat.choose(1, badly);
    expect(written()).toMatchObject([
      { id: 'choice-001', command: { type: 'choose', message: 1, value: '1' } },
    ]);
    expect(chat.unsent.map((u) => u.text)).toEqual(['Well']);
    asks([{ ...message(2, 'choice-001'), chosen: '1' }]);
    expect([chat.asks, chat.unsent]).toEqual([undefined, []]);
    // Another tab was first.
    asks([{ ...asked, number: 3 }], 3);
    chat.choose(3, badly);
    sockets.last.push({
      type: 'refused',
      id: 'choice-003',
      code: 'survey_over',
      message: 'Over.',
      remedy: 'Write.',
    } as VisitorPush);
    expect(chat.unsent, 'nothing to try again').toEqual([]);
  });

  it('two tabs are one chat: neither throws the other’s unsent messages away', async () => {
    const one = await begun();
    const two = open();
    one.write('From the first');
    two.adopt([...storage.values()][0] ?? null);
    two.write('From the second');
    const kept = () => JSON.parse([...storage.values()][0] ?? '') as { unsent: { text: string }[] };
    const texts = () =>
      kept()
        .unsent.map((u) => u.text)
        .sort();
    expect(texts()).toEqual(['From the first', 'From the second']);
    one.discard(one.unsent[0]?.id ?? '');
    expect(texts()).toEqual(['From the second']);
    const third = open();
    expect(third.unsent.map((u) => u.text)).toEqual(['From the second']);
  });

  it('the chat says that an earlier one has lapsed, and keeps its unsent messages', async () => {
    const chat = await begun();
    chat.write('Hello?');
    status = 401;
    sockets.last.break();
    await clock.advance(60_000);
    expect([chat.known, chat.lost]).toEqual([false, true]);
    expect(chat.unsent.map((u) => u.text)).toEqual(['Hello?']);
    status = 200;
    await chat.begin();
    expect([chat.known, chat.lost]).toEqual([true, false]);
  });

  it('a first message that cannot be sent stays, to be tried again or thrown away', async () => {
    const chat = open();
    status = 503;
    chat.write('Hello');
    await settle();
    const id = chat.unsent[0]?.id ?? '';
    expect(chat.unsent[0]?.state).toBe('failed');
    status = 200;
    chat.retry(id);
    await settle();
    expect(chat.known).toBe(true);
    chat.discard(id);
    expect(chat.unsent).toEqual([]);
  });

  it('the chat leaves until that is safe, and a message of either side brings it back', async () => {
    const chat = await begun();
    sockets.last.push(push([message(1, 'mine')]));
    chat.leave();
    await clock.advance(5_000);
    expect(written()).toHaveLength(2);
    sockets.last.push({ type: 'ack', id: String(written()[0]?.id) });
    expect(chat.left).toBe(true);
    await clock.advance(10_000);
    expect(written()).toHaveLength(2);
    sockets.last.push(push([message(2)]));
    expect(chat.left).toBe(false);
  });
});
