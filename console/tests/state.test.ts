import { describe, expect, it } from 'vitest';
import type { Entry, Event } from '@/contract/protocol';
import { offerHistory } from '@/engine/collaboration';
import { dot, type Seen, session } from '@/engine/lists';
import { standing } from '@/engine/may';
import { fromSnapshot } from '@/engine/thread';
import { timeline } from '@/engine/timeline';
import { unreadIn } from '@/engine/unread';
import {
  conversation,
  entry,
  ID,
  made,
  NOW,
  offer,
  opened,
  replies,
  says,
  start,
  THREAD,
} from './support/make';

const unread = (entries: Entry[], me: string, seen: Seen | undefined) =>
  unreadIn({ conversation: conversation(), entries }, me, seen).customer;
const delivery = (message: number, status: 'sent' | 'read' | 'failed'): Event => ({
  type: 'delivery',
  message,
  status,
});

describe('timeline', () => {
  const states = (...rest: Entry[]) =>
    timeline([...start(), entry(3, 'agent:mark', replies('Hi')), ...rest]).items.flatMap((i) =>
      i.type === 'ours' ? [i.delivery.status] : [],
    );

  it('delivery states only move forward; a missing one is pending', () => {
    expect(states()).toEqual(['pending']);
    expect(
      states(entry(4, 'system', delivery(3, 'read')), entry(5, 'system', delivery(3, 'sent'))),
    ).toEqual(['read']);
  });

  it('a delivery state starts again after a retry', () => {
    const failed = entry(4, 'system', delivery(3, 'failed'));
    const again = entry(5, 'agent:mark', { type: 'message_retried', message: 3 });
    expect(states(failed)).toEqual(['failed']);
    expect(states(failed, again)).toEqual(['pending']);
    expect(states(failed, again, entry(6, 'system', delivery(3, 'sent')))).toEqual(['sent']);
  });

  it('automatic answers and coach lines each show as what they are', () => {
    const auto = entry(3, 'system', {
      type: 'auto_reply',
      content: { kind: 'text', text: 'Closed' },
    });
    const line = entry(4, 'agent:ada', { type: 'coach_line', text: 'Credit it' });
    const sent = entry(5, 'system', delivery(3, 'read'));
    const { items } = timeline([auto, line, sent]);
    expect(items).toMatchObject([
      { type: 'ours', automatic: true, delivery: { status: 'read' } },
      { type: 'coach', by: 'ada', text: 'Credit it' },
    ]);
  });

  it('private talks stay out of the customer’s thread, and unknown events are skipped', () => {
    const said = entry(3, 'agent:mark', {
      type: 'discussion_message',
      discussion: 'd1',
      text: 'psst',
    });
    const future = entry(4, 'system', { type: 'teleported' } as never);
    const { items, discussions } = timeline([...start(), said, future]);
    expect(items.map((i) => i.type)).toEqual(['system', 'customer', 'system']);
    expect(discussions.get('d1')?.map((m) => m.text)).toEqual(['psst']);
  });
});

describe('lists', () => {
  const seen = (seq: number, c = ID): Seen => ({ seq, conversation: c });
  const log = [...start(), entry(3, 'customer', says('a'), says('b'))];

  it('the count covers customer messages neither looked at nor answered', () => {
    expect(unread(log, 'mark', undefined)).toBe(3);
    expect(unread(log, 'mark', seen(2))).toBe(2);
    expect(unread([...log, entry(4, 'agent:mark', replies('x'))], 'mark', undefined)).toBe(0);
    const next = entry(4, 'customer', { ...opened, conversation: `${THREAD}-2` }, says('again'));
    expect(unread([...log, next], 'mark', undefined)).toBe(1);
  });

  it('red wins over green, and a pending conversation is never red', () => {
    expect(dot(conversation(), true)).toBe('waiting');
    expect(dot(conversation({ status: 'pending', waiting_on: 'customer' }), true)).toBe('new');
    expect(dot(conversation({ status: 'pending', waiting_on: 'agent' }), false)).toBe('pending');
  });

  it('chats, offers and consultations each go to their place', () => {
    const asked = offer({ from: 'olga', to: ['mark'] });
    const talk = { id: 'd1', initiator: 'olga', members: ['olga', 'mark'] };
    const make = (thread: string, over: object, following = true) =>
      fromSnapshot(conversation({ thread, id: `${thread}-1`, ...over }), log, false, following);
    const result = session(
      [
        make('a', { assigned_at: 1 }),
        make('b', { assigned_at: 2 }),
        make('c', { owner: 'olga', offers: [asked] }),
        make('d', { owner: 'olga', discussions: [talk] }),
        make('e', { status: 'resolved' }),
        make('f', {}, false),
      ],
      [],
      'mark',
      (thread) => (thread === 'a' ? seen(9, 'a-1') : undefined),
    );
    expect(result.mine.map((r) => r.thread.id)).toEqual(['b', 'a']);
    expect(result.discussions.map((r) => r.thread.id)).toEqual(['d']);
    expect(result.offers.map((o) => o.thread.id)).toEqual(['c']);
    expect(result).toMatchObject({ load: 2, unreadChats: 1 });
  });
});

describe('working together', () => {
  const held = (over: object) => fromSnapshot(conversation(over), start(), false);
  const of = (me: string, ...threads: ReturnType<typeof held>[]) =>
    session(threads, [], me, () => undefined);

  it('the list has every request to me, also several of one conversation', () => {
    const both = [offer({ to: ['olga'] }), offer({ id: 'o2', kind: 'conference', to: ['olga'] })];
    expect(of('olga', held({ offers: both })).offers.map((o) => o.offer.kind)).toEqual([
      'discuss',
      'conference',
    ]);
  });

  it('a guest’s conversations are in the session but not in the load', () => {
    const result = of('olga', held({ guests: ['olga'] }));
    expect(result.mine).toMatchObject([{ guest: true }]);
    expect(result.load).toBe(0);
  });

  it('an ended conversation counts until it is marked done', () => {
    const wrap = { conversation: ID, agent: 'mark', mandatory: false };
    const over = held({ status: 'resolved', owner: null, wrap_ups: [wrap] });
    expect(of('mark', over)).toMatchObject({ mine: [], load: 1, wrapUps: [{ wrapUp: wrap }] });
    expect(of('olga', over).wrapUps).toEqual([]);
  });

  it('conversations that a manager looks on at stay apart', () => {
    const looked = held({ monitors: [{ agent: 'ada', mode: 'silent' }] });
    expect(of('ada', looked)).toMatchObject({ mine: [], monitored: [{ thread: { id: THREAD } }] });
  });

  it('the log tells which agents declined, and in which order', () => {
    const asked = offer({ target: { skill: 'refunds' } });
    const log = [
      entry(3, 'agent:mark', made(asked, 'Known?')),
      entry(
        4,
        'system',
        { type: 'offer_passed', offer: asked.id, agent: 'martha', status: 'timed_out' },
        { type: 'offer_moved', offer: asked.id, to: 'olga', expires: NOW },
      ),
    ];
    expect(offerHistory({ conversation: conversation(), entries: log }, asked.id)).toMatchObject({
      at: NOW - 57_000,
      stepAt: NOW - 56_000,
      note: 'Known?',
      passed: [{ agent: 'martha', status: 'timed_out' }],
    });
  });
});

describe('roles', () => {
  it('the role tells who writes to the customer, and who only looks on', () => {
    const looks = (mode: 'silent' | 'coach' | 'barge') =>
      standing(conversation({ monitors: [{ agent: 'ada', mode }] }), 'ada');
    const all = [standing(conversation({ guests: ['olga'] }), 'olga'), looks('silent')];
    expect([...all, looks('coach'), looks('barge')]).toEqual([
      'guest',
      'watching',
      'coaching',
      'barging',
    ]);
  });

  it('each agent has a role in a conversation', () => {
    const talk = { id: 'd1', initiator: 'mark', members: ['mark', 'martha'] };
    const asked = offer({ kind: 'assign', to: ['olga'] });
    const c = conversation({ discussions: [talk], offers: [asked] });
    const all = ['mark', 'martha', 'olga', 'ravi'].map((id) => standing(c, id));
    expect(all).toEqual(['owner', 'consulting', 'offered', 'other']);
    expect(standing(conversation({ status: 'queued', owner: null }), 'mark')).toBe('queued');
    expect(standing(conversation({ status: 'resolved' }), 'mark')).toBe('ended');
  });
});
