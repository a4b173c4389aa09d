import { describe, expect, it } from 'vitest';
import type { Event } from '@/contract/protocol';
import { answers } from '@/engine/answers';
import { fromSnapshot } from '@/engine/thread';
import { conversation, entry, offer as make, NOW, start } from './support/make';

const offer = make({ id: 'o3', expires: NOW });
const thread = fromSnapshot(conversation({ offers: [offer] }), start(), false);
const closed = (status: Extract<Event, { type: 'offer_closed' }>['status']): Event => ({
  type: 'offer_closed',
  offer: 'o3',
  status,
});

describe('the end of a request', () => {
  it('both agents read that nobody answered', () => {
    const news = [entry(3, 'system', closed('timed_out'))];
    for (const me of ['mark', 'martha']) {
      expect(answers(thread, news, me)).toMatchObject([{ status: 'timed_out', offer }]);
    }
    expect(answers(thread, news, 'olga')).toEqual([]);
  });

  it('the agent who decided does not read it, and nobody reads it twice', () => {
    const news = [entry(3, 'agent:martha', closed('rejected'))];
    expect(answers(thread, news, 'martha')).toEqual([]);
    expect(answers(thread, news, 'mark')).toHaveLength(1);
    expect(answers({ ...thread, position: 3 }, news, 'mark')).toEqual([]);
  });

  it('the notice names the event that took the request away', () => {
    const because = (...events: Event[]) =>
      answers(thread, [entry(3, 'agent:mark', closed('rescinded'), ...events)], 'martha')[0]?.cause;
    expect(because({ type: 'resolved', by: 'agent' })).toBe('ended');
    expect(because({ type: 'assigned', to: 'olga', origin: 'manager' })).toBe('moved');
    expect(because()).toBeUndefined();
  });

  it('the other targets read who was faster', () => {
    const asked = make({ id: 'o3', to: ['martha', 'olga'], target: { team: 'care' }, all: true });
    const group = fromSnapshot(conversation({ offers: [asked] }), start(), false);
    const event: Event = { type: 'offer_closed', offer: 'o3', status: 'accepted', by: 'olga' };
    const news = [entry(3, 'agent:olga', event)];
    expect(answers(group, news, 'martha')).toMatchObject([{ status: 'taken', by: 'olga' }]);
    expect(answers(group, news, 'olga')).toEqual([]);
    expect(answers(group, news, 'mark')).toEqual([]);
  });

  it('an agent whose time ran out reads so, while the request goes on', () => {
    const asked = make({ id: 'o3', target: { team: 'care' } });
    const group = fromSnapshot(conversation({ offers: [asked] }), start(), false);
    const news = [
      entry(3, 'system', {
        type: 'offer_passed',
        offer: 'o3',
        agent: 'martha',
        status: 'timed_out',
      }),
    ];
    expect(answers(group, news, 'martha')).toMatchObject([{ status: 'timed_out' }]);
    expect(answers(group, news, 'mark')).toEqual([]);
  });

  it('the asker reads that the conversation was taken over', () => {
    const asked = make({ id: 'o3', kind: 'assign' });
    const given = fromSnapshot(conversation({ offers: [asked] }), start(), false);
    const event: Event = { type: 'offer_closed', offer: 'o3', status: 'accepted', by: 'martha' };
    const news = [entry(3, 'agent:martha', event)];
    expect(answers(given, news, 'mark')).toMatchObject([{ status: 'taken', by: 'martha' }]);
    expect(answers(given, news, 'martha')).toEqual([]);
  });

  it('an acceptance causes no notice: the discussion opens', () => {
    const news = [entry(3, 'agent:martha', closed('accepted'))];
    expect(answers(thread, news, 'mark')).toEqual([]);
  });
});
