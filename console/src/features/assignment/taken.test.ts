import { Console, click, get, maybe, textOf } from '@tests/support/app';
import { conversation, NOW, place, start, welcome } from '@tests/support/make';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Queue } from '@/contract/protocol';

let c: Console;
const first = '2b7c9e0f4g6h8j1k';
const second = '3b7c9e0f4g6h8j1k';
const billing = (...threads: string[]): Queue => ({
  id: 'billing',
  name: 'Billing',
  team: 'care',
  mode: 'manual',
  more: false,
  waiting: threads.map((thread) => place(`${thread}-1`, { name: `Lena ${thread[0]}` })),
});
const serve = (thread: string, over: object = {}) =>
  c.http.set(`GET /v1/conversations/${thread}-1`, {
    body: {
      conversation: conversation({
        thread,
        id: `${thread}-1`,
        status: 'queued',
        owner: null,
        contact: { id: thread, name: `Lena ${thread[0]}`, address: '' },
        ...over,
      }),
      entries: start(),
      more: false,
    },
  });
const taken = (thread: string) =>
  serve(thread, { status: 'active', owner: 'martha', assigned_at: NOW - 3_000 });

beforeEach(async () => {
  c = await new Console().open('mark');
  serve(first);
  serve(second);
  c.socket.open();
  await c.push(welcome('mark', [], { queues: [billing(first, second)] }));
  await click(c, 'tab-queue');
  await click(c, 'row');
  get('accept').focus();
});
afterEach(() => c.close());

describe('a waiting conversation that a colleague takes while an agent looks at it', () => {
  beforeEach(async () => {
    taken(first);
    await c.push({ type: 'queue', queue: billing(second) });
  });

  it('the bar names the new owner before any press, and offers the next customer', async () => {
    expect(textOf('queue-taken')).toBe('Already taken by Martha 3s ago');
    expect(textOf('announcer')).toBe('Already taken by Martha');
    expect(maybe('accept'), 'there is nothing to accept').toBeUndefined();
    expect(maybe('read-only')).toBeUndefined();
    expect(document.activeElement).toBe(get('queue-next'));
    await c.pass(10_000);
    expect(textOf('queue-taken'), 'nobody is led away from what they read').toContain('Martha');
  });

  it('the bar goes on to the next in line, with Accept in the same place', async () => {
    await click(c, 'queue-next');
    expect(document.querySelector('h1')?.textContent).toBe('Lena 3');
    expect(textOf('queue-bar')).toContain('Preview. Accept to reply.');
    expect(document.activeElement).toBe(get('accept'));
  });

  it('the conversation closes when nobody else waits', async () => {
    await c.push({ type: 'queue', queue: billing() });
    expect(textOf('queue-next')).toBe('Close');
    await click(c, 'queue-next');
    expect(maybe('queue-bar')).toBeUndefined();
  });
});

it('an agent can accept a waiting conversation whatever the queue’s list shows', async () => {
  await c.push({ type: 'queue', queue: billing(second) });
  expect(maybe('queue-taken')).toBeUndefined();
  expect((get('accept') as HTMLButtonElement).disabled).toBe(false);
});

describe('a lost race', () => {
  it('the news stands in place; after two seconds the next one follows, and the focus stays', async () => {
    await click(c, 'accept');
    taken(first);
    await c.push({ type: 'queue', queue: billing(second) });
    await c.refuse('already_taken', { agent: 'martha' });
    expect(textOf('accept-problem')).toBe('Already taken by Martha 3s ago');
    expect(document.activeElement).toBe(get('accept'));
    await click(c, 'accept');
    expect(c.socket.sent.filter((f) => 'command' in f)).toHaveLength(1);
    await c.pass(2_100);
    expect(document.querySelector('h1')?.textContent).toBe('Lena 3');
    expect(document.activeElement).toBe(get('accept'));
  });
});
