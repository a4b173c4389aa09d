import { all, Console, click, get, type } from '@tests/support/app';
import { conversation, entry, ID, opened, picked } from '@tests/support/make';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Content, Event, Relation } from '@/contract/protocol';

let c: Console;

beforeEach(async () => {
  c = await new Console().open('mark', `/c/${ID}`);
});
afterEach(() => c.close());

const text = (words: string): Content => ({ kind: 'text', text: words });
const sent = (content: Content, about?: Relation): Event => ({
  type: 'customer_message',
  sent_at: 0,
  content,
  ...(about ? { about } : {}),
});
async function show(...events: Event[]) {
  const log = [
    entry(1, 'customer', opened, sent(text('It is red'))),
    entry(2, 'agent:mark', picked),
    entry(3, 'agent:mark', { type: 'agent_message', content: text('Which one?') }),
    ...events.map((event, index) => entry(4 + index, 'customer', event)),
  ];
  const shown = conversation({ seq: 3 + events.length, quotes: true, reacts: true });
  await c.live('mark', [[shown, log]]);
  await c.flush();
}
const message = (seq: number) => {
  const found = document.querySelector<HTMLElement>(`[data-testid="message"][data-seq="${seq}"]`);
  if (!found) throw new Error(`There is no message ${seq}.`);
  return found;
};
const within = (seq: number, id: string) =>
  message(seq).querySelector<HTMLElement>(`[data-testid="${id}"]`);
const textIn = (seq: number, id: string) => within(seq, id)?.textContent ?? '';
const textOf = (id: string) => get(id).textContent?.trim() ?? '';

it('an answer shows what it answers, and one to an unknown message says so', async () => {
  await show(
    sent(text('This'), { entry: 3, by: 'business', text: 'Which one?' }),
    sent(text('Old'), {}),
  );
  expect(textIn(4, 'quote')).toContain('Which one?');
  expect(within(4, 'quote')?.tagName).toBe('BUTTON');
  expect(textIn(5, 'quote')).toContain('A message from before');
});

it('a reaction, an edit and a deletion stand at their message and are no lines', async () => {
  const to = 'wamid.X';
  await show(
    sent({ kind: 'reaction', to, emoji: '👍' }, { entry: 3 }),
    sent({ kind: 'edit', to, text: 'It is blue' }, { entry: 1 }),
    sent({ kind: 'reaction', to, emoji: '🎉' }, { entry: 3 }),
  );
  expect(all('message')).toHaveLength(2);
  expect(textIn(3, 'reactions')).toContain('🎉');
  expect(textIn(3, 'reactions')).not.toContain('👍');
  expect(message(1).textContent).toContain('It is blue');
  expect(textIn(1, 'edited')).toContain('It is red');
  await show(sent({ kind: 'removal', to }, { entry: 1 }));
  expect(within(1, 'deleted')).not.toBeNull();
});

it('an order shows its items and its sum, a form its answers, a missed call asks for a call back', async () => {
  await show(
    sent({
      kind: 'order',
      note: 'By Friday',
      items: [{ id: 'K1', quantity: 2, price: '12.50', currency: 'EUR' }],
      sum: '25.00',
    }),
    sent({ kind: 'form', answers: [{ field: 'size', value: 'M' }] }),
    sent({ kind: 'call', missed: true }),
  );
  expect(textOf('order')).toContain('2 ×');
  expect(textOf('order-sum')).toBe('€25.00');
  expect(textOf('form')).toContain('size');
  expect(textOf('call')).toContain('Call back');
});

it('an agent quotes a message and puts an emoji on it where the channel carries both', async () => {
  await show();
  await click(c, within(1, 'message-more') as HTMLElement);
  await click(c, 'react-👍');
  expect(c.command().command).toEqual({ type: 'react', message: 1, emoji: '👍' });
  await click(c, within(1, 'message-more') as HTMLElement);
  await click(c, 'tool-quote');
  await c.flush();
  expect(textOf('quoting')).toContain('It is red');
  await type(c, 'composer', 'Red it is');
  await click(c, 'send');
  expect(c.command().command).toMatchObject({ type: 'send', reply_to: 1 });
  expect(all('quoting')).toHaveLength(0);
});
