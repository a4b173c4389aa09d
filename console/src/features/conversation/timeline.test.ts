import { conversation, entry, made, offer, says, THREAD } from '@tests/support/make';
import { expect, it } from 'vitest';
import type { Event } from '@/contract/protocol';
import { timeline } from '@/engine/timeline';
import { unreadIn } from '@/engine/unread';
import { blocks, folded } from './thread/blocks';

const shown = (...events: Event[]) =>
  timeline([entry(3, 'agent:mark', ...events)]).items.map(
    (item) => item.type === 'system' && item.event.type,
  );
const talk = `${THREAD}-d1`;

it('the timeline says a fact once that several events of an entry hold', () => {
  expect(
    shown(
      { type: 'discussion_left', discussion: talk, agent: 'martha', promoted: 'conference' },
      { type: 'discussion_ended', discussion: talk, cause: 'promoted' },
      { type: 'conference_joined', agent: 'martha' },
    ),
  ).toEqual(['discussion_left']);
  expect(
    shown(
      { type: 'conference_left', agent: 'martha' },
      { type: 'assigned', to: 'martha', origin: 'conference' },
    ),
    'a guest who becomes the owner was not removed',
  ).toEqual(['assigned']);
  expect(shown({ type: 'conference_left', agent: 'martha' })).toEqual(['conference_left']);
});

it('nobody counts as chosen of a group that was asked at once', () => {
  const routed: Event = {
    type: 'routed',
    strategy: 'least_loaded',
    chosen: 'martha',
    decided_by: 'load',
    more: 0,
    weighed: [],
  };
  expect(shown(made(offer({ all: true, to: ['martha', 'olga'] })), routed)).toEqual(['offer_made']);
  expect(shown(made(offer()), routed)).toEqual(['offer_made', 'routed']);
  expect(shown(routed, { type: 'assigned', to: 'martha', origin: 'auto' })).toEqual(['routed']);
});

it('a message shows the moment of writing, never a later one than its arrival', () => {
  const sent = (at: number) => {
    const written = entry(3, 'customer', { ...says('hello'), sent_at: at } as Event);
    const [item] = timeline([written]).items;
    return item?.type === 'customer' && item.sent - written.at;
  };
  const { at } = entry(3, 'customer');
  expect(sent(at - 90_000)).toBe(-90_000);
  expect(sent(at + 90_000)).toBe(0);
  expect(sent(0)).toBe(0);
});

it('a reaction to another message does not count as unread', () => {
  const quiet = { ...says('edited'), quiet: true } as Event;
  const entries = [entry(2, 'customer', says('hello')), entry(3, 'customer', quiet)];
  expect(unreadIn({ conversation: conversation(), entries }, 'mark', undefined).customer).toBe(1);
});

it('a priority that a later one overtakes folds with its neighbours, and the last one stays', () => {
  const set = (seq: number) => entry(seq, 'agent:ada', { type: 'prioritised', priority: seq });
  const { items } = timeline([set(1), set(2), set(3), set(4), set(5), set(6)]);
  const kinds = folded(blocks(items, undefined)).filter(({ kind }) => kind !== 'day');
  expect(kinds.map(({ kind }) => kind)).toEqual(['events', 'system']);
});
