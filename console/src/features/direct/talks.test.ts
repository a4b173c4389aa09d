import { all, Console, click, get, maybe, press, textOf, type } from '@tests/support/app';
import { agent, NOW, welcome } from '@tests/support/make';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { DirectMessage, Push, Talk } from '@/contract/protocol';
import { joined, PUSH_LIMIT } from '@/engine/talks';
import { newAfter, talkBlocks, talkRows } from '@/features/direct/rows';
import { useSession } from '@/stores/session';

const message = (seq: number, by: string, text = `${by} ${seq}`): DirectMessage => ({
  seq,
  at: NOW - 3_600_000 + seq * 1000,
  by,
  text,
});
const talk = (over: Partial<Talk> = {}): Talk => ({
  with: 'martha',
  seq: 3,
  at: NOW - 60_000,
  by: 'martha',
  line: 'martha 3',
  unread: 1,
  ...over,
});
const push = (messages: DirectMessage[], unread = 0, colleague = 'martha'): Push => ({
  type: 'direct',
  with: colleague,
  messages,
  unread,
});
const first = [message(1, 'martha'), message(2, 'mark'), message(3, 'martha')];

let c: Console;
/** Greets with these talks. */
async function live(talks: Talk[] = [talk()], messages = first) {
  const agents = [
    agent('mark'),
    agent('martha', { call: 'sip:martha@voice.example.com' }),
    agent('olga', { presence: 'away', away_reason: 'Lunch' }),
  ];
  c.http.set('GET /v1/direct', { body: { talks } });
  c.http.set('GET /v1/direct/martha', { body: { messages, more: false } });
  c.socket.open();
  await c.push({ ...welcome('mark', [], { agents }), direct: talks } as Push);
}
async function openTalk(colleague = 'martha') {
  await click(c, 'open-team-chat');
  const row = document.querySelector<HTMLElement>(`[data-colleague="${colleague}"]`);
  if (!row) throw new Error('no row');
  await click(c, row);
}
async function say(text: string) {
  await type(c, 'talk-composer', text);
  await press(c, get('talk-composer'), { key: 'Enter' });
}
const texts = () =>
  all('talk-message').map((li) => li.querySelector('.text')?.textContent?.trim() ?? '');
const lastDirect = () => c.socket.of('direct').at(-1);
let hasFocus = true;

beforeEach(async () => {
  hasFocus = true;
  vi.spyOn(document, 'hasFocus').mockImplementation(() => hasFocus);
  await vi.dynamicImportSettled();
  c = await new Console().open('mark');
});
afterEach(() => {
  c.close();
  vi.restoreAllMocks();
});

describe('team chat', () => {
  it('the list shows talks newest first, then other colleagues, and finds them by name', async () => {
    await live();
    expect(textOf('talk-badge')).toContain('1 unread message');
    await click(c, 'open-team-chat');
    // On a busy machine the first load of the chunk takes its time.
    await vi.waitFor(() => get('talk-row'), 15_000);
    expect(textOf('talk-row')).toContain('martha 3');
    expect(textOf('colleague-row')).toContain('Olga');
    await type(c, 'talk-search', 'OL');
    expect(maybe('talk-row')).toBeUndefined();
    expect(all('colleague-row')).toHaveLength(1);
  });

  it('a talk opens, reports that it is read, and takes pushes', async () => {
    await live();
    await openTalk();
    expect(texts()).toEqual(['martha 1', 'mark 2', 'martha 3']);
    expect(c.socket.of('direct_read').at(-1)).toMatchObject({ with: 'martha', seq: 3 });
    expect(maybe('talk-badge')).toBeUndefined();
    expect(get('call').getAttribute('aria-label')).toBe('Call Martha');
    await c.push(push([message(4, 'martha')], 1));
    expect(texts().at(-1)).toBe('martha 4');
    expect(c.socket.of('direct_read').at(-1)).toMatchObject({ seq: 4 });
    await c.push(push([message(4, 'martha')], 1));
    expect(texts()).toHaveLength(4);
  });

  it('a line stays unread and calls while no agent is present', async () => {
    await live([talk({ unread: 0 })]);
    await openTalk();
    hasFocus = false;
    window.dispatchEvent(new Event('blur'));
    await c.push(push([message(4, 'martha', 'Are you there?')], 1));
    expect(c.socket.of('direct_read')).toHaveLength(0);
    expect(textOf('talk-badge')).toContain('1');
    hasFocus = true;
    window.dispatchEvent(new Event('focus'));
    await c.flush();
    expect(c.socket.of('direct_read').at(-1)).toMatchObject({ seq: 4 });
  });

  it('a line in a talk that is not open calls once', async () => {
    await live([]);
    await c.push(push([message(1, 'martha', 'Hello')], 1));
    await c.push(push([message(1, 'martha', 'Hello')], 1));
    expect(all('notice')).toHaveLength(1);
    expect(textOf('notice')).toContain('Martha: Hello');
    await c.push({
      type: 'pong',
      now: NOW,
      following: [],
      direct: [talk({ seq: 1, line: 'Hello' })],
    });
    expect(all('notice')).toHaveLength(1);
    await c.push({
      type: 'pong',
      now: NOW,
      following: [],
      direct: [talk({ seq: 2, line: 'Lost' })],
    });
    expect(all('notice').at(-1)?.textContent).toContain('Lost');
  });

  it('a sent message shows at once, and not twice whatever comes first', async () => {
    await live();
    await openTalk();
    await say('Yes');
    expect(lastDirect()).toMatchObject({ to: 'martha', text: 'Yes' });
    expect(get('talk-pending').dataset.state).toBe('sending');
    await c.push(push([message(4, 'mark', 'Yes')]));
    expect(texts().at(-1)).toBe('Yes');
    expect(maybe('talk-pending')).toBeUndefined();
    await c.push({ type: 'ack', id: String(lastDirect()?.id), with: 'martha', seq: 4 });
    expect(texts().filter((text) => text === 'Yes')).toHaveLength(1);
    expect(useSession().client().talks.outbox.all).toHaveLength(0);
  });

  it('Shift+Enter breaks a line, and an empty message is not sent', async () => {
    await live();
    await openTalk();
    await type(c, 'talk-composer', 'one');
    await press(c, get('talk-composer'), { key: 'Enter', shiftKey: true });
    await type(c, 'talk-composer', '   ');
    await press(c, get('talk-composer'), { key: 'Enter' });
    expect(c.socket.of('direct')).toHaveLength(0);
  });

  it('the client reads an acknowledged message when its push is lost', async () => {
    await live();
    await openTalk();
    await say('Yes');
    await c.push({ type: 'ack', id: String(lastDirect()?.id), with: 'martha', seq: 4 });
    const body = { messages: [...first, message(4, 'mark', 'Yes')], more: false };
    c.http.set('GET /v1/direct/martha', { body });
    await c.pass(PUSH_LIMIT);
    expect(texts().at(-1)).toBe('Yes');
    expect(maybe('talk-pending')).toBeUndefined();
  });

  it('a refused message says why, holds up later ones, and is sent again with the same id', async () => {
    await live();
    await openTalk();
    await say('No');
    await say('Then this');
    const id = String(lastDirect()?.id);
    await c.push({ type: 'refused', id, code: 'unknown_target', message: 'Gone.', remedy: '' });
    expect(all('talk-pending').map((item) => item.dataset.state)).toEqual(['failed', 'behind']);
    expect(all('talk-pending')[0]?.textContent).toContain('Gone.');
    await click(c, 'talk-retry');
    expect(lastDirect()).toMatchObject({ id, text: 'No' });
    await c.push({ type: 'ack', id, with: 'martha', seq: 4 });
    expect(lastDirect()).toMatchObject({ text: 'Then this' });
  });

  it('a message goes over HTTP with the same id when the socket does not answer', async () => {
    await live();
    await openTalk();
    c.http.set('POST /v1/direct/martha', { body: { id: 'x', with: 'martha', seq: 4 } });
    await say('Yes');
    await c.pass(5_000);
    const posted = c.posted.find(({ url }) => url === 'POST /v1/direct/martha');
    expect(posted?.body).toEqual({ id: lastDirect()?.id, text: 'Yes' });
    expect(get('talk-pending').dataset.state).toBe('acked');
  });

  it('the client reads the talk again over a gap, and earlier pages on demand', async () => {
    await live([talk({ seq: 60 })], [message(59, 'mark'), message(60, 'martha')]);
    await openTalk();
    const page = [message(61, 'mark'), message(62, 'martha'), message(63, 'martha')];
    c.http.set('GET /v1/direct/martha', { body: { messages: page, more: true } });
    await c.push(push([message(63, 'martha')], 1));
    expect(texts()).toHaveLength(5);
    const earlier = { messages: [message(57, 'mark'), message(58, 'martha')], more: true };
    c.http.set('GET /v1/direct/martha', { body: earlier });
    await click(c, 'talk-older');
    expect(texts()[0]).toBe('mark 57');
    c.http.set('GET /v1/direct/martha', { status: 503, body: {} });
    await click(c, 'talk-older');
    expect(textOf('team-chat')).toContain('Earlier messages could not be loaded');
  });

  it('each colleague has a draft, and Escape leaves from the inside out', async () => {
    await live();
    await openTalk();
    await type(c, 'talk-composer', 'unfinished');
    await press(c, get('talk-composer'), { key: 'Escape' });
    expect(maybe('talk-composer')).toBeUndefined();
    const olga = document.querySelector<HTMLElement>('[data-colleague="olga"]');
    await click(c, olga ?? '');
    expect((get('talk-composer') as HTMLTextAreaElement).value).toBe('');
    expect(textOf('talk-presence')).toBe('Away: Lunch');
    expect(maybe('call'), 'olga has no link').toBeUndefined();
    await press(c, get('talk-composer'), { key: 'Escape' });
    await press(c, get('talk-search'), { key: 'Escape' });
    expect(maybe('team-chat')).toBeUndefined();
    await openTalk();
    expect((get('talk-composer') as HTMLTextAreaElement).value).toBe('unfinished');
  });
});

describe('the talks’ logic', () => {
  it('pages join and keep the messages after the last gap', () => {
    const seqs = (list: DirectMessage[]) => list.map(({ seq }) => seq);
    expect(seqs(joined(first, [message(3, 'martha'), message(4, 'mark')]))).toEqual([1, 2, 3, 4]);
    expect(seqs(joined(first, [message(9, 'mark')]))).toEqual([9]);
    expect(joined([], [])).toEqual([]);
  });

  it('the line for new messages stands before the first unread one', () => {
    expect(newAfter(first, 'martha', 1)).toBe(2);
    expect(newAfter(first, 'martha', 2)).toBe(0);
    expect(newAfter(first, 'martha', 0)).toBeUndefined();
    const kinds = talkBlocks(first, 2).map(({ kind }) => kind);
    expect(kinds).toEqual(['day', 'message', 'message', 'new', 'message']);
  });

  it('talks sort by time, and available colleagues come first', () => {
    const agents = [
      agent('mark'),
      agent('tom', { presence: 'offline' }),
      agent('zoe'),
      agent('martha'),
    ];
    const talks = [talk({ at: 1 }), talk({ with: 'gone', at: 2 })];
    const rows = talkRows(talks, agents, 'mark', '');
    expect(rows.talks.map(({ name }) => name)).toEqual(['gone', 'Martha']);
    expect(rows.colleagues.map(({ id }) => id)).toEqual(['zoe', 'tom']);
  });
});
