import { FakeClock, settle } from '@tests/support/clock';
import { FakeSockets } from '@tests/support/socket';
import { beforeEach, describe, expect, it } from 'vitest';
import type { CommandFrame, Event } from '@/contract/protocol';
import type { Thread } from '@/engine/thread';
import type { Customer } from '@/features/lab/api';
import { Colleague } from '@/features/lab/colleague';
import { Player } from '@/features/lab/customer';
import { doneBy, nextOf, STEPS, type Step } from '@/features/lab/story';

let clock: FakeClock;
beforeEach(() => {
  clock = new FakeClock();
});

const THREAD = 'abcd';
const talk = { id: `${THREAD}-d1`, initiator: 'mark', members: ['mark', 'martha'] };
const offer = { id: `${THREAD}-o1`, kind: 'discuss', to: ['martha'], from: 'mark' };
const conversation = (more: object = {}) => ({
  id: `${THREAD}-1`,
  thread: THREAD,
  contact: { name: 'John Smith' },
  opened_at: 10,
  owner: 'mark',
  seq: 1,
  offers: [],
  discussions: [],
  ...more,
});
const entry = (seq: number, by: string, ...events: object[]) => ({
  seq,
  at: 20,
  by,
  events: events as Event[],
});

describe('the scripted colleague', () => {
  const sent: CommandFrame[] = [];
  const commands = () => sent.map(({ command }) => command);
  let sockets: FakeSockets;
  let martha: Colleague;

  beforeEach(async () => {
    sent.length = 0;
    sockets = new FakeSockets();
    martha = new Colleague({
      id: 'martha',
      lines: ['Hi!', 'A gasket.'],
      clock,
      random: () => 0,
      openSocket: sockets.open,
      ticketUrl: async () => 'ws://s',
      command: async (frame) => sent.push(frame),
    });
    martha.start();
    await settle();
    sockets.last.open();
    sockets.last.push({ type: 'welcome', following: [] });
  });
  const push = (value: object, ...entries: object[]) =>
    sockets.last.push({ type: 'entries', conversation: value, entries });

  it('the colleague accepts a request to discuss once, after a moment', async () => {
    push(conversation({ offers: [offer] }));
    push(conversation({ offers: [offer] }));
    expect(sent).toEqual([]);
    await clock.advance(2_000);
    expect(commands()).toEqual([{ type: 'accept_offer', offer: offer.id }]);
  });

  it('the colleague leaves requests to others, and requests to take over, alone', async () => {
    push(conversation({ offers: [{ ...offer, to: ['nina'] }] }));
    push(conversation({ offers: [{ ...offer, id: 'x', kind: 'assign' }] }));
    await clock.advance(2_000);
    expect(sent).toEqual([]);
  });

  it('the colleague says a line at the start and one for each line of the agent, while any are left', async () => {
    push(conversation({ discussions: [talk] }), entry(2, 'agent:martha'));
    for (const seq of [3, 4, 5]) {
      const said = { type: 'discussion_message', discussion: talk.id, text: 'And?' };
      push(conversation({ discussions: [talk] }), entry(seq, 'agent:mark', said));
    }
    await clock.advance(2_000);
    expect(commands()).toEqual([
      { type: 'say', discussion: talk.id, text: 'Hi!' },
      { type: 'say', discussion: talk.id, text: 'A gasket.' },
    ]);
  });

  it('the colleague does nothing any more once switched off', async () => {
    push(conversation({ offers: [offer] }));
    martha.stop();
    await clock.advance(5_000);
    expect(sent).toEqual([]);
  });
});

describe('the scripted customer', () => {
  it('the customer answers each message once, while any lines are left', async () => {
    const messages: Customer['messages'] = [];
    const add = (from: 'customer' | 'business', text: string) =>
      messages.push({ id: text, from, text, at: 0 });
    const player = new Player({
      name: 'John Smith',
      address: '1',
      lines: ['It leaks', 'Yes'],
      clock,
      api: {
        customers: async () => [{ address: '1', name: 'John Smith', messages }],
        write: async (_address, _name, text) => add('customer', text),
      },
    });
    add('business', 'from an earlier telling');
    await player.begin();
    player.start();
    await clock.advance(5_000);
    expect(messages.map((m) => m.text)).toEqual(['from an earlier telling', 'It leaks']);
    add('business', 'Really?');
    await clock.advance(10_000);
    add('business', 'And now?');
    await clock.advance(10_000);
    expect(messages.filter((m) => m.from === 'customer').map((m) => m.text)).toEqual([
      'It leaks',
      'Yes',
    ]);
    player.stop();
  });
});

describe('the first story', () => {
  const facts = (more: object, entries: object[] = []) => ({
    me: 'mark',
    colleague: 'martha',
    thread: { conversation: conversation(more), entries } as unknown as Thread,
    waiting: false,
    since: 5,
  });
  const none: ReadonlySet<Step> = new Set();

  it('the guide ticks done steps off, in any order, and never takes a tick away', () => {
    expect(nextOf(none)).toBe('write');
    expect([...doneBy({ ...facts({}), thread: undefined, waiting: true }, none)]).toEqual([
      'write',
    ]);
    let done = doneBy(facts({}, [entry(2, 'agent:mark', { type: 'agent_message' })]), none);
    expect(nextOf(done)).toBe('discuss');
    done = doneBy(facts({ discussions: [talk] }), done);
    const said = entry(3, 'agent:mark', { type: 'discussion_message' });
    const ended = entry(4, 'agent:mark', { type: 'discussion_ended' });
    done = doneBy(facts({ owner: undefined }, [said, ended]), done);
    expect(nextOf(done)).toBe('resolve');
    done = doneBy(facts({}, [entry(5, 'agent:mark', { type: 'resolved' })]), done);
    expect(done.size).toBe(STEPS.length);
    expect(nextOf(done)).toBeUndefined();
  });

  it('the guide ignores steps from before its beginning, and steps of others', () => {
    expect(doneBy({ ...facts({}), since: 30 }, none).size).toBe(0);
    const theirs = entry(2, 'agent:nina', { type: 'agent_message' });
    expect(doneBy(facts({ owner: 'nina' }, [theirs]), none)).toEqual(new Set(['write']));
  });
});
