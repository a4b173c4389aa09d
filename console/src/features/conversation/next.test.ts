import { Console, click, get, maybe, press, textOf } from '@tests/support/app';
import { conversation, entry, NOW, says, start } from '@tests/support/make';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Conversation, Entry } from '@/contract/protocol';

let c: Console;
const ANN = '2b7c9e0f4g6h8j1k';
const BOB = '5hx9t3n6v2pqrstv';

/** A chat of mark's whose customer has waited for so many ms. */
function chat(thread: string, name: string, wait: number): [Conversation, Entry[]] {
  const made = conversation({
    thread,
    id: `${thread}-1`,
    contact: { id: name, name, address: '' },
    status: 'active',
    waiting_on: 'agent',
    waiting_since: NOW - wait,
  });
  return [made, [...start(), entry(3, 'customer', says('When will it arrive?'))]];
}
const openIt = () => location.pathname;

beforeEach(async () => {
  c = await new Console().open('mark');
  await c.live('mark', [chat(ANN, 'Ann', 60_000), chat(BOB, 'Bob', 300_000)]);
});
afterEach(() => {
  c.close();
  document.body.innerHTML = '';
});

/** Resolves Bob by the button of this id. */
async function resolve(by: string) {
  await click(c, 'action-resolve');
  await click(c, by);
  const { id } = c.command();
  expect(id).toBeDefined();
  const [bob] = chat(BOB, 'Bob', 300_000);
  await c.ack(4);
  await c.entries({ ...bob, status: 'resolved', seq: 4 }, [
    entry(4, 'agent:mark', { type: 'resolved', by: 'agent' }),
  ]);
}

describe('without an open conversation', () => {
  it('the middle counts who waits, and opens the longest waiting customer', async () => {
    expect(textOf('start')).toContain('2 customers wait for you');
    expect(textOf('start')).toContain('Longest: Bob, 5m');
    await click(c, 'start-open');
    expect(openIt()).toBe(`/c/${BOB}-1`);
    expect(maybe('start')).toBeUndefined();
  });

  it('the middle says when nobody waits', async () => {
    const [ann] = chat(ANN, 'Ann', 0);
    const [bob] = chat(BOB, 'Bob', 0);
    for (const one of [ann, bob]) {
      const over = { ...one, status: 'pending', waiting_on: 'customer', seq: 4 } as const;
      await c.entries(over, [entry(4, 'agent:mark', { type: 'went_pending' } as never)]);
    }
    expect(textOf('start')).toContain('All caught up.');
  });
});

describe('after a resolution', () => {
  beforeEach(() => click(c, 'start-open'));

  it('the dialog quotes a question without an answer, and says what its button does', async () => {
    await click(c, 'action-resolve');
    expect(textOf('resolve-unanswered')).toContain('“When will it arrive?”');
    expect(textOf('dialog-submit')).toBe('Resolve anyway');
    expect(maybe('resolve-draft')).toBeUndefined();
    // The same keys do not resolve what would be lost.
    await press(c, get('resolve-note'), { key: 'r', code: 'KeyR', altKey: true });
    expect(maybe('dialog')).toBeDefined();
  });

  it('the conversation stays open by default', async () => {
    await resolve('dialog-submit');
    expect(openIt()).toBe(`/c/${BOB}-1`);
  });

  it('the next waiting customer opens on demand, and the choice is kept', async () => {
    await resolve('resolve-next');
    expect(openIt()).toBe(`/c/${ANN}-1`);
    expect(textOf('notice')).toContain('Resolved: Bob');
    await click(c, 'action-resolve');
    expect(get('resolve-next').getAttribute('type')).toBe('submit');
    expect(get('dialog-submit').getAttribute('type')).toBe('button');
  });
});
