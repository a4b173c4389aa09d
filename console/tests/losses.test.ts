import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Event } from '@/contract/protocol';
import { all, Console, maybe, mine, textOf } from './support/app';
import { conversation, entry, made, offer, says } from './support/make';

let c: Console;
beforeEach(async () => {
  c = await new Console().open('mark');
  await c.live('mark', [mine()]);
});
afterEach(() => c.close());

const by = (who: string, over: object, ...events: Event[]) =>
  c.entries(conversation({ seq: 3, ...over }), [entry(3, who, ...events)], false);
const gave: Event = {
  type: 'assigned',
  from: 'mark',
  to: 'martha',
  origin: 'manager',
  note: 'Hers',
};
const back = (cause: 'unanswered' | 'owner_offline'): Event => ({
  type: 'requeued',
  from: 'mark',
  queue: 'billing',
  cause,
});

describe('a conversation that leaves its owner by another’s act', () => {
  it('a transfer to a colleague names giver, receiver and reason', async () => {
    await by('agent:olga', { owner: 'martha' }, gave);
    expect(textOf('notice')).toContain('Olga gave John Smith to Martha');
    expect(textOf('notice')).toContain('Hers');
    await c.pass(60_000);
    expect(maybe('notice'), 'it waits to be read').toBeDefined();
  });

  it('a loss is reported once, though its entry comes early and again', async () => {
    const held = entry(4, 'agent:olga', gave);
    const theirs = conversation({ seq: 4, owner: 'martha' });
    await c.entries(theirs, [held], false);
    expect(all('notice')).toHaveLength(1);
    await c.entries(theirs, [entry(3, 'customer', says('Hm')), held], false);
    expect(all('notice')).toHaveLength(1);
  });

  it('a return to the queue names its reason', async () => {
    await by('system', { owner: null, status: 'queued' }, back('unanswered'));
    expect(textOf('notice')).toContain(
      'John Smith went back to the billing queue: the answer took too long',
    );
    expect(all('notice')[0]?.dataset.tone).toBe('problem');
  });

  it('a resolution is reported, and a conference that goes on with the others', async () => {
    await by('agent:olga', { status: 'resolved' }, { type: 'resolved', by: 'agent' });
    expect(textOf('notice')).toContain('Olga resolved the conversation with John Smith');
  });

  it('the agent’s own acts and requests are not reported', async () => {
    await by('agent:mark', { owner: 'martha' }, { ...gave, origin: 'transfer' } as Event);
    expect(maybe('notice')).toBeUndefined();
  });

  it('an acceptance by the asked colleague is reported once', async () => {
    const asked = offer({ kind: 'assign' });
    await c.entries(conversation({ seq: 3, offers: [asked] }), [
      entry(3, 'agent:mark', made(asked)),
    ]);
    await c.entries(
      conversation({ seq: 4, owner: 'martha' }),
      [
        entry(
          4,
          'agent:martha',
          { type: 'offer_closed', offer: asked.id, status: 'accepted', by: 'martha' },
          { ...gave, origin: 'offer' } as Event,
        ),
      ],
      false,
    );
    expect(all('notice')).toHaveLength(1);
    expect(textOf('notice')).toContain('Martha accepted your request about John Smith');
  });
});

it('a removal from a conference is reported', async () => {
  c.close();
  c = await new Console().open('mark');
  await c.live('mark', [mine({ owner: 'martha', guests: ['mark'] })]);
  await by('agent:martha', { owner: 'martha' }, { type: 'conference_left', agent: 'mark' });
  expect(textOf('notice')).toContain('Martha removed you from the conference with John Smith');
});
