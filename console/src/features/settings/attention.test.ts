import { FakeClock } from '@tests/support/clock';
import { conversation, entry, ID, NOW, offer, replies } from '@tests/support/make';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Conversation, Entry } from '@/contract/protocol';
import { type Alert, Attention, facts, SETTLE } from '@/engine/attention';

let clock: FakeClock;
let now: Conversation[];
let log: Entry[];
let looked: string | undefined;
let alerts: Alert[];
let attention: Attention;

beforeEach(() => {
  clock = new FakeClock();
  now = [];
  log = [];
  looked = undefined;
  alerts = [];
  attention = new Attention({
    clock,
    facts: () =>
      facts(
        now.map((c) => ({ conversation: c, entries: log })),
        'mark',
      ),
    looking: (id) => id === looked,
    alert: (list) => alerts.push(...list),
  });
});

const answered = conversation({ status: 'pending', waiting_on: 'customer' });
const waiting = conversation();
const offered = conversation({
  owner: 'olga',
  offers: [offer({ id: 'o1', from: 'olga', to: ['mark'] })],
});

async function become(...conversations: Conversation[]) {
  now = conversations;
  attention.changed();
  await clock.advance(SETTLE);
}

describe('attention', () => {
  it('a replay causes no alert', async () => {
    await become(waiting, offered);
    attention.setReplaying(false);
    await become(waiting, offered);
    expect(alerts).toEqual([]);
  });

  it('each transition alerts once: assigned, customer waits, offer', async () => {
    attention.setReplaying(false);
    await become(answered);
    await become(waiting);
    await become(waiting, { ...offered, id: 'x-1' });
    expect(alerts.map((a) => a.kind)).toEqual(['assigned', 'waiting', 'offer']);
  });

  it('alerts come only when a batch has settled', async () => {
    attention.setReplaying(false);
    now = [waiting];
    attention.changed();
    await clock.advance(SETTLE - 1);
    now = [answered];
    attention.changed();
    await clock.advance(SETTLE);
    expect(alerts.map((a) => a.kind)).toEqual(['assigned']);
  });

  it('the open chat and the agent’s own acts cause no alert', async () => {
    attention.setReplaying(false);
    attention.expected(ID);
    await become(answered);
    looked = ID;
    await become(waiting);
    expect(alerts).toEqual([]);
  });

  it('a reconnection causes no burst', async () => {
    attention.setReplaying(false);
    attention.setReplaying(true);
    now = [waiting, { ...offered, id: 'x-1' }];
    attention.changed();
    attention.setReplaying(false);
    await clock.advance(SETTLE);
    expect(alerts).toEqual([]);
  });

  it('the engine’s next acts alert, and so do colleagues who join or coach', async () => {
    attention.setReplaying(false);
    now = [waiting];
    await become(waiting);
    alerts.length = 0;
    log = [entry(3, 'system', { type: 'requeue_ahead', at: NOW + 60_000 })];
    await become({ ...waiting, requeue_at: NOW + 60_000 });
    expect(alerts).toEqual([{ kind: 'requeue', conversation: ID }]);
    log = [...log, entry(4, 'agent:ada', { type: 'coach_line', text: 'Credit' })];
    await become({ ...waiting, requeue_at: NOW + 60_000, guests: ['martha'] });
    expect(alerts.slice(1)).toEqual([
      { kind: 'joined', conversation: ID, agent: 'martha' },
      { kind: 'coached', conversation: ID, agent: 'ada', text: 'Credit' },
    ]);
    log = [...log, entry(5, 'agent:mark', replies('Hi'))];
    await become({ ...answered, guests: ['martha'] });
    expect(alerts).toHaveLength(3);
  });

  it('a first response alerts once when it is due, and once when it is late', async () => {
    attention.setReplaying(false);
    const first = { ...waiting, answered_at: null };
    await become(first);
    alerts.length = 0;
    log = [entry(3, 'system', { type: 'first_answer_due', late: false })];
    await become(first);
    log = [...log, entry(4, 'system', { type: 'first_answer_due', late: true })];
    await become(first);
    await become(first);
    expect(alerts.map((a) => a.kind)).toEqual(['due', 'late']);
  });
});
