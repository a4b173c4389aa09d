import { all, Console, click, get, maybe, press, textOf, type } from '@tests/support/app';
import {
  agent,
  conversation,
  entry,
  NOW,
  replies,
  says,
  settings,
  start,
  welcome,
} from '@tests/support/make';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { nextTick } from 'vue';
import type { Conversation, Entry, Queue } from '@/contract/protocol';
import { shortId } from '@/engine/ids';

let c: Console;
const A = '2b7c9e0f4g6h8j1k';
const B = '5hx9t3n6v2pqrstv';
const C = '8d4fjz1y6w3ghjkm';

type Held = [Conversation, Entry[]];
/** A chat of mark's: the later its assignment, the higher it stands. */
function chat(thread: string, name: string, at: number, over: object = {}): Held {
  const contact = { id: name, name, address: '' };
  const id = `${thread}-1`;
  const reference = shortId(id);
  const made = conversation({ thread, id, reference, contact, assigned_at: NOW + at });
  return [{ ...made, ...over }, start()];
}
const three = (): Held[] => [
  chat(A, 'Ann', 3, { tags: ['vip'], labels: ['Escalated'], alias: 'Refund' }),
  chat(B, 'Bob', 2, { channel: 'web' }),
  chat(C, 'Cyd', 1),
];

const names = () =>
  all('row').map((row) => row.querySelector('.name')?.textContent?.replace(/\s/g, ''));
const rowOf = (name: string) => all('row').find((row) => row.textContent?.includes(name));
const picked = () => textOf('transfer-selected');
async function point(on: boolean) {
  get('row')
    .closest('#list')
    ?.dispatchEvent(
      new PointerEvent(on ? 'pointerenter' : 'pointerleave', { pointerType: 'mouse' }),
    );
  await c.flush();
}
async function sortBy(order: string) {
  get('list-sort').dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, button: 0 }));
  get('list-sort').click();
  await c.flush();
  await click(c, `sort-${order}`);
}
async function reassign(thread: string, name: string, at: number) {
  const [made] = chat(thread, name, at);
  await c.entries({ ...made, seq: 3 }, [entry(3, 'customer', says('More'))]);
}

beforeEach(async () => {
  c = await new Console().open('mark');
});
afterEach(() => c.close());

describe('order', () => {
  beforeEach(() => c.live('mark', three()));

  it('the list has the order that the agent chose, and keeps it', async () => {
    expect(names()).toEqual(['Ann', 'Bob', 'Cyd']);
    await reassign(B, 'Bob', 9);
    expect(names()).toEqual(['Bob', 'Ann', 'Cyd']);
    await sortBy('latest_message');
    await reassign(C, 'Cyd', 1);
    await c.flush();
    expect(names()[0]).not.toBe('Ann');
    expect(localStorage.getItem('preferences:mark')).toContain('latest_message');
  });

  it('the order waits while the pointer is on the list, and a chip counts the moved rows', async () => {
    await point(true);
    await reassign(C, 'Cyd', 9);
    expect(names()).toEqual(['Ann', 'Bob', 'Cyd']);
    expect(textOf('moved')).toContain('1 moved');
    await press(c, document.body, { key: '.', code: 'Period' });
    expect(names()).toEqual(['Cyd', 'Ann', 'Bob']);
    expect(maybe('moved')).toBeUndefined();
    await reassign(A, 'Ann', 12);
    expect(names()).toEqual(['Cyd', 'Ann', 'Bob']);
    await point(false);
    expect(names()).toEqual(['Ann', 'Cyd', 'Bob']);
  });

  it('a row that goes while the pointer is on the list leaves a gap', async () => {
    await point(true);
    const [made] = chat(B, 'Bob', 2, { owner: 'olga', seq: 3 });
    await c.entries(
      made,
      [entry(3, 'agent:mark', { type: 'assigned', to: 'olga' } as never)],
      false,
    );
    expect(names()).toEqual(['Ann', 'Cyd']);
    expect(textOf('row-gone')).toBe('Bob is no longer in this list');
    expect(all('row').map((row) => row.closest('li')?.dataset.index)).toEqual(['0', '2']);
    await point(false);
    expect(maybe('row-gone')).toBeUndefined();
  });
});

describe('the search', () => {
  beforeEach(() => c.live('mark', three()));

  it('the search filters the loaded rows at once, with a way out', async () => {
    await type(c, 'list-search', 'refund');
    expect(names()).toEqual(['Ann']);
    await type(c, 'list-search', 'zebra');
    expect(get('empty-clear').closest('.list-panel')?.textContent).toContain('No match');
    await click(c, 'empty-clear');
    expect(names()).toEqual(['Ann', 'Bob', 'Cyd']);
  });

  it('the search goes on everywhere on demand', async () => {
    const card = {
      id: '9m1n3p5q7r9s0t2v-4',
      name: 'Zoe',
      channel: 'email',
      queue: 'billing',
      status: 'resolved',
      opened_at: NOW,
      updated_at: NOW,
      summary: 'Thanks',
    };
    c.http.set('GET /v1/conversations', { body: { conversations: [card] } });
    const asked = c.posted.length;
    await type(c, 'list-search', 'zoe');
    await click(c, 'search-everywhere');
    expect(names()).toEqual(['Zoe']);
    expect(c.posted.slice(asked).map(({ url }) => url)).toEqual(['GET /v1/conversations']);
    expect(document.querySelector('.list-panel')?.textContent).toContain('1 conversation');
    // An empty page is not the last while it has a cursor; the console reads on, but not for ever.
    c.http.set('GET /v1/conversations', { body: { conversations: [], cursor: 'x' } });
    await type(c, 'list-search', 'zo');
    await click(c, 'search-everywhere');
    await vi.waitFor(() => expect(c.posted.length).toBe(asked + 1 + 11));
    await c.flush();
    expect(maybe('list-more')).toBeDefined();
    c.http.set('GET /v1/conversations', { status: 500, body: {} });
    await type(c, 'list-search', 'zoe again');
    await click(c, 'search-everywhere');
    expect(document.querySelector('.list-panel [role="alert"]')?.textContent).toContain('not work');
    await click(c, 'search-back');
    expect(maybe('search-back')).toBeUndefined();
  });

  it('filters narrow the list, and each is a chip that the agent can remove', async () => {
    await import('@/features/conversation/list/FilterForm.vue');
    await click(c, 'list-filters');
    await c.flush();
    const field = get('filter-channel') as HTMLSelectElement;
    field.value = 'web';
    field.dispatchEvent(new Event('change', { bubbles: true }));
    await c.flush();
    expect(names()).toEqual(['Bob']);
    expect(textOf('chip-channel')).toBe('Channel: Web chat');
    await click(c, 'chip-channel');
    expect(names()).toEqual(['Ann', 'Bob', 'Cyd']);
  });
});

describe('rows', () => {
  beforeEach(() => c.live('mark', three()));

  it('a row carries its labels and tags, in words', () => {
    const ann = rowOf('Ann')?.textContent ?? '';
    for (const text of ['Refund', 'Escalated', 'vip']) expect(ann).toContain(text);
  });

  it('the id stands in the tip of the channel, and in the row that a search for it finds', async () => {
    expect(rowOf('Ann')?.querySelector('.channel')?.getAttribute('data-tip')).toContain(
      '2B7C-9E0F-1',
    );
    expect(maybe('row-id')).toBeUndefined();
    await type(c, 'list-search', '2b7c-9e');
    expect(textOf('row-id')).toBe('2B7C-9E0F-1');
  });

  it('a row shows that the customer types, in place of the last line', async () => {
    await c.push({ type: 'typing', conversation: `${A}-1`, by: 'customer' });
    expect(textOf('row-typing')).toBe('typing…');
    await c.pass(6_000);
    expect(maybe('row-typing')).toBeUndefined();
  });

  it('in the order of the wait, who waits for me stands apart, and a group folds away', async () => {
    await sortBy('longest_waiting');
    const headings = () => all('section-group:you').concat(all('section-group:customer'));
    const said = () => headings().map((one) => one.textContent?.replace(/\s+/g, ' ').trim());
    expect(said()).toEqual(['Waiting for you 3']);
    const [made] = chat(B, 'Bob', 2, { status: 'pending', waiting_on: 'customer', seq: 3 });
    await c.entries(made, [entry(3, 'agent:mark', replies('Hi'))]);
    expect(said()).toEqual(['Waiting for you 2', 'Waiting for customer 1']);
    expect(names()[2]).toBe('Bob');
    const fold = get('section-group:you').querySelector('button') as HTMLElement;
    await click(c, fold);
    expect(names()).toEqual(['Bob']);
    expect(get('section-group:you').querySelector('button')?.getAttribute('aria-expanded')).toBe(
      'false',
    );
  });

  it('the keyboard walks the rows: arrows, ends, and one stop for Tab', async () => {
    const stops = () => all('row').map((row) => row.tabIndex);
    expect(stops()).toEqual([0, -1, -1]);
    rowOf('Ann')?.focus();
    await press(c, get('row'), { key: 'ArrowDown' });
    expect(document.activeElement).toBe(rowOf('Bob'));
    expect(stops()).toEqual([-1, 0, -1]);
    await press(c, document.activeElement as HTMLElement, { key: 'End' });
    expect(document.activeElement).toBe(rowOf('Cyd'));
    await press(c, document.activeElement as HTMLElement, { key: 'Home' });
    expect(document.activeElement).toBe(rowOf('Ann'));
  });

  it('x, Shift with arrows and Shift with a click choose rows', async () => {
    rowOf('Ann')?.focus();
    await press(c, get('row'), { key: 'x', code: 'KeyX' });
    expect(picked()).toBe('Transfer selected (1)');
    await press(c, get('row'), { key: 'ArrowDown', code: 'ArrowDown', shiftKey: true });
    expect(picked()).toBe('Transfer selected (2)');
    await press(c, document.activeElement as HTMLElement, { key: 'x', code: 'KeyX' });
    expect(picked()).toBe('Transfer selected (1)');
    rowOf('Cyd')?.dispatchEvent(new MouseEvent('click', { bubbles: true, shiftKey: true }));
    await c.flush();
    expect(picked()).toBe('Transfer selected (3)');
    expect(location.pathname).toBe('/');
    await click(c, 'select-stop');
    await click(c, 'select');
    expect(picked()).toBe('Transfer selected (0)');
    await click(c, 'select-all');
    expect(picked()).toBe('Transfer selected (3)');
  });

  it('a range follows Shift, and shrinks on the way back', async () => {
    rowOf('Ann')?.focus();
    const down = { key: 'ArrowDown', code: 'ArrowDown', shiftKey: true };
    const here = () => document.activeElement as HTMLElement;
    await press(c, here(), down);
    await press(c, here(), down);
    expect(picked()).toBe('Transfer selected (3)');
    await press(c, here(), { key: 'ArrowUp', code: 'ArrowUp', shiftKey: true });
    expect(picked()).toBe('Transfer selected (2)');
    // A row that was chosen by itself is no part of a later range.
    rowOf('Cyd')?.dispatchEvent(new MouseEvent('click', { bubbles: true, ctrlKey: true }));
    rowOf('Bob')?.dispatchEvent(new MouseEvent('click', { bubbles: true, shiftKey: true }));
    rowOf('Cyd')?.dispatchEvent(new MouseEvent('click', { bubbles: true, shiftKey: true }));
    await c.flush();
    expect(picked()).toBe('Transfer selected (3)');
  });

  it('boxes choose rows, with Shift up to there', async () => {
    await click(c, 'select');
    const tick = async (at: number, shiftKey = false) => {
      all('pick')[at]?.dispatchEvent(new MouseEvent('click', { bubbles: true, shiftKey }));
      await c.flush();
    };
    const ticked = () => all('pick').map((one) => (one as HTMLInputElement).checked);
    await tick(0);
    await tick(2, true);
    expect(picked()).toBe('Transfer selected (3)');
    await tick(2, true);
    expect(ticked(), 'the box shows what is chosen').toEqual([true, true, true]);
    await tick(1);
    expect(ticked()).toEqual([true, false, true]);
    expect(picked()).toBe('Transfer selected (2)');
  });

  it('a row that goes hands the focus on', async () => {
    rowOf('Bob')?.focus();
    const [made] = chat(B, 'Bob', 2, { owner: 'olga', seq: 3 });
    await c.entries(
      made,
      [entry(3, 'agent:mark', { type: 'assigned', to: 'olga' } as never)],
      false,
    );
    await nextTick();
    expect(document.activeElement).toBe(rowOf('Cyd'));
  });

  it('a row has a menu of its own, and the focus comes back to it', async () => {
    const written: string[] = [];
    Object.defineProperty(navigator, 'clipboard', {
      configurable: true,
      value: { writeText: async (text: string) => void written.push(text) },
    });
    rowOf('Bob')?.dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, cancelable: true }));
    await c.flush();
    expect(get('row-menu').getAttribute('aria-label')).toBe('Actions for Bob');
    await click(c, 'menu-link');
    expect(written[0]).toMatch(new RegExp(`/c/${B}-1$`));
  });
});

it('the list draws only a few of five thousand rows, and goes to the last', async () => {
  const many = Array.from({ length: 5_000 }, (_, i): Held => {
    const thread = `${String(i).padStart(4, '0')}m1n3p5q7r9s0`;
    return chat(thread, `Row ${i}`, 5_000 - i);
  });
  await c.live('mark', many);
  expect(textOf('tab-mine')).toBe('My chats 5000');
  expect(all('row').length).toBeLessThan(40);
  get('row').focus();
  await press(c, get('row'), { key: 'End' });
  await c.flush();
  expect(document.activeElement?.textContent).toContain('Row 4999');
  const place = document.activeElement?.closest('li');
  const told = ['aria-posinset', 'aria-setsize'].map((name) => place?.getAttribute(name));
  expect(told).toEqual(['5000', '5000']);
}, 60_000);

it('skeletons appear after a moment, and rows stay when reading fails', async () => {
  expect(
    document.querySelector('.list-panel .skeleton, .list-panel [class*="skeleton"]'),
  ).toBeNull();
  await c.pass(300);
  expect(document.querySelector('#list')?.getAttribute('aria-busy')).toBe('true');
  const queues: Queue[] = [];
  c.socket.open();
  const ada = agent('ada', { role: 'manager' });
  const card = {
    id: `${A}-1`,
    name: 'Ann',
    channel: 'web',
    queue: 'billing',
    status: 'active',
    owner: 'mark',
    opened_at: NOW,
    updated_at: NOW,
    summary: 'Hi',
  };
  c.http.set('GET /v1/conversations', { body: { conversations: [card] } });
  await c.push({ ...welcome('ada', [], { queues, agents: [ada] }), settings } as never);
  await click(c, 'tab-team');
  expect(names()).toEqual(['Ann']);
  c.http.set('GET /v1/conversations', { status: 500, body: {} });
  await click(c, 'team-refresh');
  expect(names()).toEqual(['Ann']);
  expect(document.querySelector('.list-panel [role="alert"]')?.textContent).toContain('could not');
});
