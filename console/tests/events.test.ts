import { afterEach, expect, it } from 'vitest';
import type { Event } from '@/contract/protocol';
import { all, Console, click, get, maybe, press, textOf } from './support/app';
import { conversation, entry, ID, says, start } from './support/make';

const c = new Console();
afterEach(() => {
  c.close();
  localStorage.clear();
});

const quiet = (to: string): Event =>
  ({ type: 'assigned', from: 'mark', to, origin: 'manager' }) as Event;
const log = [
  ...start(),
  ...[3, 4, 5, 6].map((seq) => entry(seq, 'agent:olga', quiet('mark'))),
  entry(7, 'agent:olga', {
    type: 'requeued',
    from: 'mark',
    queue: 'billing',
    cause: 'unanswered',
  } as Event),
  entry(8, 'agent:olga', quiet('mark')),
  entry(9, 'agent:olga', quiet('mark')),
  entry(10, 'customer', says('Hm')),
  entry(11, 'agent:olga', quiet('mark')),
  entry(12, 'agent:olga', quiet('mark')),
];
const open = async () => {
  await c.open('mark', `/c/${ID}`);
  await c.live('mark', [[conversation({ seq: 12 }), log]]);
};
const lines = () => all('system-line').map((one) => one.dataset.event);

it('adjacent events fold into one line, the important one and the newest stand by themselves', async () => {
  await open();
  expect(textOf('events-toggle')).toContain('5 events');
  expect(lines()).toEqual(['requeued', 'assigned', 'assigned', 'assigned', 'assigned']);
  await click(c, 'events-toggle');
  expect(lines()).toHaveLength(10);
});

it('an agent chooses the visible events, and finds the choice again', async () => {
  await open();
  await click(c, 'action-menu');
  await click(c, 'menu-events-important');
  expect(lines()).toEqual(['requeued']);
  await click(c, 'action-menu');
  await click(c, 'menu-events-none');
  expect(lines()).toEqual([]);
  expect(maybe('events-toggle')).toBeUndefined();
  expect(localStorage.getItem('events:mark')).toBe('none');
});

it('a key goes from one choice of events to the next, and screen readers hear it', async () => {
  await open();
  const next = () => press(c, document.body, { key: 'v', code: 'KeyV' });
  const said = async () => {
    await c.pass(5_000);
    return textOf('announcer');
  };
  await next();
  expect(lines()).toEqual(['requeued']);
  expect(await said()).toBe('The thread shows important events only.');
  await next();
  expect(lines()).toEqual([]);
  expect(await said()).toBe('The thread shows no events.');
  await next();
  expect(lines()).toHaveLength(5);
  expect(await said()).toBe('The thread shows all events.');
});

it('the key writes in a field, and does nothing without an open thread', async () => {
  await open();
  const key = { key: 'v', code: 'KeyV' };
  await press(c, get('composer'), key);
  expect(lines()).toHaveLength(5);
  expect(localStorage.getItem('events:mark')).toBeNull();
  for (const part of ['.details-panel', '.message-log']) {
    expect(document.querySelector(part)).not.toBeNull();
    await press(c, document.body, { key: 'Escape', code: 'Escape' });
    expect(document.querySelector(part)).toBeNull();
  }
  await press(c, document.body, key);
  expect(localStorage.getItem('events:mark')).toBeNull();
});
