import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { all, Console, click, get, maybe, mine, press, textOf, type } from './support/app';
import { conversation, entry, ID, NOW, place, replies, says, start, THREAD } from './support/make';

let c: Console;
beforeEach(async () => {
  c = await new Console().open('mark', `/c/${ID}`);
});
afterEach(() => c.close());

const messages = () => all('message').map((m) => [m.dataset.type, m.dataset.delivery]);
const inQueue = (name: string, thread: string) => place(`${thread}-1`, { name });

describe('the list', () => {
  it('the list shows the state of each chat: dot, unread, load, title', async () => {
    const other = '5hx9t3n6v2pqrstv';
    const second = conversation({ thread: other, id: `${other}-1`, assigned_at: NOW });
    await c.live('mark', [mine(), [second, start()]]);
    const row = get('row');
    expect(row.dataset).toMatchObject({ conversation: `${other}-1`, dot: 'waiting', unread: '1' });
    expect(row.textContent).toContain('Customer is waiting');
    expect(textOf('tab-mine')).toBe('My chats 2');
    expect(textOf('load')).toBe('2 of 5');
    expect(document.title).toMatch(/^\(\d\) /);
    await click(c, row);
    expect(get('row').dataset.unread).toBe('0');
    expect(location.pathname).toBe(`/c/${other}-1`);
  });

  it('a preview shows a waiting customer and names the agent who was faster', async () => {
    const thread = '2b7c9e0f4g6h8j1k';
    const waiting = conversation({ thread, id: `${thread}-1`, status: 'queued', owner: null });
    c.http.set(`GET /v1/conversations/${thread}-1`, {
      body: { conversation: waiting, entries: start(), more: false },
    });
    const queue = {
      id: 'billing',
      name: 'Billing',
      team: 'care',
      mode: 'manual' as const,
      more: false,
      waiting: [inQueue('Lena', thread), inQueue('Sam', '9m1n3p5q7r9s0t2v')],
    };
    await c.live('mark', [], [queue]);
    await click(c, 'tab-queue');
    await click(c, 'row');
    expect(textOf('queue-bar')).toContain('Place 1 in Billing · 0 of 5 chats');
    expect(maybe('composer')).toBeUndefined();
    await click(c, 'accept');
    expect(c.command()).toMatchObject({ action: 'assignment', command: { type: 'accept' } });
    const taken = { ...waiting, status: 'active', owner: 'martha', assigned_at: NOW - 1_000 };
    c.http.set(`GET /v1/conversations/${thread}-1`, {
      body: { conversation: taken, entries: start(), more: false },
    });
    await c.refuse('already_taken', { agent: 'martha' });
    expect(textOf('accept-problem')).toBe('Already taken by Martha 1s ago');
    await c.push({ type: 'queue', queue: { ...queue, waiting: queue.waiting.slice(1) } });
    await c.pass(2_000);
    expect(location.pathname).toBe('/c/9m1n3p5q7r9s0t2v-1');
  });
});

describe('writing', () => {
  beforeEach(() => c.live('mark', [mine()]));

  it('a message shows at once, once, and its delivery state follows', async () => {
    await type(c, 'composer', 'On it');
    await press(c, get('composer'), { key: 'Enter' });
    expect(messages().at(-1)).toEqual(['ours', 'sending']);
    expect(c.command()).toMatchObject({
      action: 'messaging',
      conversation: ID,
      seen: 2,
      command: { type: 'send', content: { kind: 'text', text: 'On it' } },
    });
    const ours = { ...entry(3, 'agent:mark', replies('On it')), command: c.command().id };
    await c.entries(conversation(), [ours]);
    await c.ack(3);
    expect(messages()).toEqual([
      ['customer', undefined],
      ['ours', 'pending'],
    ]);
    await c.entries(conversation(), [
      entry(4, 'system', {
        type: 'delivery',
        message: 3,
        status: 'failed',
        reason: 'No such number',
      }),
    ]);
    expect(textOf('message')).toBeTruthy();
    expect(messages().at(-1)).toEqual(['ours', 'failed']);
    await click(c, 'retry');
    expect(c.command().command).toEqual({ type: 'retry', message: 3 });
  });

  it('a comment needs Ctrl+Enter, Enter makes a new line, and the mode stays', async () => {
    await click(c, 'mode-comment');
    await type(c, 'composer', 'Check the tariff');
    await press(c, get('composer'), { key: 'Enter' });
    expect(c.socket.of('messaging')).toEqual([]);
    await press(c, get('composer'), { key: 'Enter', ctrlKey: true });
    expect(c.command().command).toEqual({ type: 'comment', text: 'Check the tariff' });
    expect(get('mode-comment').getAttribute('aria-pressed')).toBe('true');
  });

  it('drafts stay apart and go to the conversation they were written for', async () => {
    const thread = '5hx9t3n6v2pqrstv';
    const other = conversation({ thread, id: `${thread}-1`, assigned_at: 0 });
    await c.push({ type: 'snapshot', conversation: other, entries: start(), more: false });
    await type(c, 'composer', 'for Smith');
    await click(c, all('row')[1] as HTMLElement);
    expect((get('composer') as HTMLTextAreaElement).value).toBe('');
    await type(c, 'composer', 'for the other');
    await click(c, 'send');
    expect(c.command().conversation).toBe(`${thread}-1`);
    await click(c, all('row')[0] as HTMLElement);
    expect((get('composer') as HTMLTextAreaElement).value).toBe('for Smith');
  });

  it('the composer says why nothing can be sent when the window is closed', async () => {
    await c.entries(conversation({ window_until: NOW - 1 }), [entry(3, 'system')]);
    expect(textOf('window-strip')).toContain('More than 24 hours since the customer wrote');
    await type(c, 'composer', 'Hello?');
    expect((get('send') as HTMLButtonElement).disabled).toBe(true);
  });

  it('a text replaces the composer when the conversation ends or goes', async () => {
    const gone = conversation({ owner: 'martha' });
    const moved = { type: 'assigned', to: 'martha', from: 'mark', origin: 'transfer' } as const;
    await c.entries(gone, [entry(3, 'agent:mark', moved)], false);
    expect(maybe('composer')).toBeUndefined();
    expect(textOf('read-only')).toContain('Martha has this conversation');
    expect(maybe('row')).toBeUndefined();
    expect(maybe('action-resolve')).toBeUndefined();
  });

  it('the typing sign lasts five seconds', async () => {
    await c.push({ type: 'typing', conversation: ID, by: 'customer' });
    expect(textOf('typing')).toContain('John Smith is typing');
    await c.pass(5_000);
    expect(maybe('typing')).toBeUndefined();
  });

  it('the dialog lists what resolving ends, and a refusal names the colleague', async () => {
    const talk = { id: 'd1', initiator: 'mark', members: ['mark', 'martha'] };
    await c.entries(conversation({ discussions: [talk] }), [entry(3, 'agent:martha')]);
    await click(c, 'action-resolve');
    expect(textOf('resolve-also')).toBe('This also ends 1 discussion.');
    await click(c, 'dialog-submit');
    await c.refuse('not_owner', { agent: 'martha' });
    expect(textOf('dialog-problem')).toContain('Martha owns this conversation now');
    expect(maybe('dialog')).toBeDefined();
  });
});

describe('the connection', () => {
  it('a banner appears after two seconds, and a queued message waits', async () => {
    await c.live('mark', [mine()]);
    expect(get('connection').dataset.state).toBe('live');
    c.http.delete('POST /v1/ws-ticket');
    c.socket.break();
    await c.pass(1_900);
    expect(maybe('connection-banner')).toBeUndefined();
    await c.pass(200);
    expect(textOf('connection-banner')).toContain('Reconnecting');
    await type(c, 'composer', 'Later');
    await click(c, 'send');
    expect(['sending', 'waiting', 'failed']).toContain(messages().at(-1)?.[1]);
  });

  it('the console asks to sign in again when the session has ended, and keeps the drafts', async () => {
    await c.live('mark', [mine()]);
    await type(c, 'composer', 'Half a thought');
    c.http.set('POST /v1/ws-ticket', { status: 401, body: {} });
    c.socket.break();
    await c.pass(20_000);
    expect(document.querySelector('[role="alertdialog"]')?.textContent).toContain(
      'session has ended',
    );
    expect(localStorage.getItem(`draft:mark:${ID}:reply`)).toBe('Half a thought');
  });
});

describe('the thread', () => {
  it('the thread shows its history across conversations, and loads earlier pages', async () => {
    const again = {
      type: 'opened',
      conversation: `${THREAD}-2`,
      previous: ID,
      queue: 'billing',
    } as const;
    const list = [...start(), entry(3, 'customer', again, says('Back again'))];
    c.socket.open();
    await c.live('mark', []);
    await c.push({
      type: 'snapshot',
      conversation: conversation({ id: `${THREAD}-2`, seq: 3 }),
      entries: list.slice(1),
      more: true,
    });
    await click(c, get('row'));
    expect(textOf('previous')).toBe('previous: 7K2M-Q4W8-1');
    c.http.set(`GET /v1/conversations/${THREAD}-2/entries`, {
      body: { entries: list.slice(0, 1), more: false },
    });
    await click(c, 'load-older');
    expect(all('message').map((m) => m.dataset.seq)).toEqual(['1', '3']);
    expect(maybe('load-older')).toBeUndefined();
  });
});
