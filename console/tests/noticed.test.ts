import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Conversation, Entry, Event } from '@/contract/protocol';
import { all, Console, click, get, maybe, textOf } from './support/app';
import { conversation, entry, ID, replies, says, start, THREAD } from './support/make';

const TALK = `${THREAD}-d1`;
const OTHER = 'b000000000000000';
const talk = { id: TALK, initiator: 'mark', members: ['mark', 'martha'] };
const line = (text: string, discussion = TALK): Event => ({
  type: 'discussion_message',
  discussion,
  text,
});
const vera = conversation({
  id: `${OTHER}-1`,
  thread: OTHER,
  contact: { id: 'c2', name: 'Vera', address: '' },
  status: 'pending',
  waiting_on: 'customer',
});

let c: Console;
const row = (id: string) =>
  all('row').find((one) => one.dataset.conversation === id) as HTMLElement;
const told = () => all('notice').map((one) => one.textContent?.replace(/\s+/g, ' ').trim());
const reads = () => c.socket.of('read').map(({ discussion, seq }) => [discussion, seq]);

/** Mark looks at Vera; the events happen in John Smith's conversation. */
async function elsewhere(me: string, john: Conversation, log: Entry[] = start(), read = 2) {
  c = await new Console().open(me, `/c/${OTHER}-1`);
  await c.live(me, [
    [john, log],
    [{ ...vera, owner: me }, start()],
  ]);
  vi.spyOn(document, 'hasFocus').mockReturnValue(true);
  window.dispatchEvent(new Event('focus'));
  await c.push({ type: 'reads', positions: { [THREAD]: read } });
  await c.pass(1_000);
}
async function happens(over: Partial<Conversation>, ...list: Entry[]) {
  await c.entries(conversation({ ...over, seq: list.at(-1)?.seq ?? 2 }), list);
  await c.pass(300);
}
afterEach(() => {
  c.close();
  vi.restoreAllMocks();
});

describe('a colleague’s line in a discussion', () => {
  const with_: Partial<Conversation> = {
    discussions: [talk],
    waiting_on: 'customer',
    status: 'pending',
  };
  beforeEach(async () => {
    await elsewhere('mark', conversation(with_));
    await happens(with_, entry(3, 'agent:martha', line('Batch 9 is recalled')));
    await happens(with_, entry(4, 'agent:martha', line('Offer a new one')));
  }, 60_000);

  it('the line counts like a customer’s message: in row, tab, rail and title', async () => {
    expect(row(ID).dataset.unread).toBe('2');
    expect(textOf('tab-discussions')).toContain('1');
    expect(textOf('discussions-unread')).toBe(', 2 unread messages');
    expect(textOf('rail-badge')).toContain('1');
    expect(document.title).toMatch(/^\(1\) /);
  });

  it('the line calls the asker, in one message that holds the newest line', () => {
    expect(told()).toHaveLength(1);
    expect(told()[0]).toContain('Martha wrote in the discussion about John Smith');
    expect(told()[0]).toContain('Offer a new one');
  });

  it('the line stands in the tab of the discussions, for the asker, too', async () => {
    await click(c, 'tab-discussions');
    expect(row(ID).textContent).toContain('Martha:');
    expect(row(ID).textContent).toContain('Offer a new one');
    expect(row(ID).dataset.unread).toBe('2');
  });

  it('the line is read once the agent looks at it, here and on the server', async () => {
    await click(c, get('notice').querySelector<HTMLElement>('.button') as HTMLElement);
    expect(get('discussion-panel').dataset.discussion).toBe(TALK);
    expect(row(ID).dataset.unread).toBe('0');
    expect(maybe('notice')).toBeUndefined();
    expect(maybe('discussions-unread')).toBeUndefined();
    expect(document.title).not.toMatch(/^\(/);
    expect(reads().at(-1)).toEqual([TALK, 4]);
  });

  it('the line is read once the agent looked at it in another window', async () => {
    await c.push({ type: 'reads', positions: {}, discussions: { [TALK]: 4 } });
    expect(row(ID).dataset.unread).toBe('0');
    expect(maybe('notice')).toBeUndefined();
    expect(maybe('rail-badge')).toBeUndefined();
  });

  it('the line stays unread if the agent read only the customer’s thread', async () => {
    await c.push({ type: 'reads', positions: { [THREAD]: 4 } });
    expect(row(ID).dataset.unread).toBe('2');
  });

  it('the line stays unread when the discussion has ended, until the agent looks at it', async () => {
    await happens({ ...with_, discussions: [] }, entry(5, 'agent:martha'));
    await click(c, 'tab-discussions');
    expect(row(ID).dataset.unread).toBe('2');
    await c.push({ type: 'reads', positions: {}, discussions: { [TALK]: 5 } });
    expect(all('row')).toHaveLength(0);
  });
});

it('a consultant is called by the asker’s line, as well', async () => {
  const asked = { owner: 'mark', discussions: [talk] };
  await elsewhere('martha', conversation(asked));
  await happens(asked, entry(3, 'agent:mark', line('What do I say?')));
  expect(textOf('discussions-unread')).toBe(', 1 unread message');
  expect(told()[0]).toContain('Mark wrote in the discussion about John Smith');
});

it('of two discussions, the one out of sight calls, though its conversation is open', async () => {
  const second = { id: `${THREAD}-d2`, initiator: 'mark', members: ['mark', 'olga'] };
  const both = { discussions: [talk, second] };
  await elsewhere('mark', conversation(both));
  await click(c, row(ID));
  await happens(both, entry(3, 'agent:martha', line('In sight')));
  expect(told()).toEqual([]);
  await happens(both, entry(4, 'agent:olga', line('Not in sight', second.id)));
  expect(told()[0]).toContain('Olga wrote');
  expect(row(ID).dataset.unread).toBe('1');
});

describe('in a conference', () => {
  const together = { guests: ['martha'] };
  const joined = entry(3, 'agent:martha', { type: 'conference_joined', agent: 'martha' });

  it('a guest gets alerts about the customer’s messages and the owner’s', async () => {
    const john = conversation({
      ...together,
      owner: 'mark',
      status: 'pending',
      waiting_on: 'customer',
    });
    await elsewhere('martha', john, [...start(), joined]);
    await happens(
      { ...together, owner: 'mark' },
      entry(4, 'customer', says('Still there?')),
      entry(5, 'agent:mark', replies('One moment')),
    );
    expect(row(ID).dataset.unread).toBe('2');
    expect(told()[0]).toContain('Mark wrote in the conference with John Smith');
    expect(document.title).toContain('(1)');
  });

  it('messages from before the guest joined are not for the guest', async () => {
    const john = conversation({ ...together, owner: 'mark' });
    await elsewhere('martha', john, [
      ...start(),
      entry(3, 'agent:mark', replies('Earlier')),
      { ...joined, seq: 4 },
    ]);
    expect(row(ID).dataset.unread).toBe('0');
  });
});

it('a coach gets an alert about the owner’s answer, and it counts', async () => {
  const coached = { owner: 'mark', monitors: [{ agent: 'olga', mode: 'coach' as const }] };
  await elsewhere('olga', conversation(coached));
  await happens(coached, entry(3, 'agent:mark', { type: 'coach_line', text: 'Shall I refund?' }));
  expect(told()[0]).toContain('Mark wrote to you in private about John Smith');
  expect(document.title).toContain('(1)');
});

describe('the signs of a row', () => {
  it('a row is green if new, red if the customer waits, and both if both hold', async () => {
    await elsewhere('mark', conversation(), start(), 0);
    const signs = () =>
      [...row(ID).querySelectorAll<HTMLElement>('.dot')].map((dot) => dot.dataset.dot);
    expect(signs()).toEqual(['new', 'waiting']);
    expect(row(ID).textContent).toContain('Customer is waiting');
    await happens({ status: 'pending', waiting_on: 'customer' }, entry(3, 'agent:martha'));
    expect(signs(), 'answered by somebody else, never opened by me').toEqual(['new']);
    await click(c, row(ID));
    expect(signs()).toEqual(['pending']);
    await happens({ seq: 4 }, entry(4, 'customer', says('And?')));
    expect(signs()).toEqual(['waiting']);
  });

  it('a row is not green if I have written in it, on any machine', async () => {
    await elsewhere(
      'mark',
      conversation({ status: 'pending', waiting_on: 'customer' }),
      [...start(), entry(3, 'agent:mark', replies('Hi'))],
      0,
    );
    expect(row(ID).dataset.dot).toBe('pending');
  });
});
