import { afterEach, expect, it } from 'vitest';
import type { Event } from '@/contract/protocol';
import { all, Console, click, maybe, textOf } from './support/app';
import { conversation, entry, ID, says, start } from './support/make';

const c = new Console();
afterEach(() => c.close());

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
