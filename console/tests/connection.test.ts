import { beforeEach, describe, expect, it } from 'vitest';
import {
  backoff,
  Connection,
  type ConnectionStatus,
  PING_EVERY,
  PONG_LIMIT,
  RENEW_AFTER,
  SessionEnded,
} from '@/engine/connection';
import { FakeClock } from './support/clock';
import { FakeSockets } from './support/socket';

let clock: FakeClock;
let sockets: FakeSockets;
let statuses: ConnectionStatus[];
let frames: { type: string }[];
let ticket: () => Promise<string>;
let connection: Connection;

beforeEach(() => {
  clock = new FakeClock();
  sockets = new FakeSockets();
  statuses = [];
  frames = [];
  ticket = async () => 'ws://server?ticket=1';
  connection = new Connection({
    clock,
    random: () => 0.5,
    ticket: () => ticket(),
    open: sockets.open,
    hello: () => ({ action: 'hello', positions: { t: 3 } }),
    ping: () => ({ action: 'ping', positions: { t: 3 } }),
    answers: (frame, what) => frame.type === (what === 'hello' ? 'welcome' : 'pong'),
    onFrame: (frame) => frames.push(frame),
    onStatus: (status) => statuses.push(status),
  });
});

const state = () => statuses.at(-1)?.state;
async function live() {
  connection.start();
  await clock.advance(0);
  sockets.last.open();
  sockets.last.push({ type: 'welcome' });
  connection.synced();
}

describe('connection', () => {
  it('the connection greets first, and is live only once nothing is missing', async () => {
    connection.start();
    await clock.advance(0);
    expect(state()).toBe('connecting');
    expect(connection.send({ action: 'messaging' })).toBe(false);
    sockets.last.open();
    expect(sockets.last.sent).toEqual([{ action: 'hello', positions: { t: 3 } }]);
    sockets.last.push({ type: 'welcome' });
    expect(state()).toBe('syncing');
    connection.synced();
    expect(state()).toBe('live');
  });

  it('the connection finds a half-open socket by an unanswered ping and closes it', async () => {
    await live();
    const first = sockets.last;
    await clock.advance(PING_EVERY);
    expect(first.of('ping')).toHaveLength(1);
    await clock.advance(PONG_LIMIT - 1);
    expect(state()).toBe('live');
    await clock.advance(1);
    expect(first.closed).toBe(true);
    expect(statuses.map((s) => s.state)).toContain('stale');
    await clock.advance(15_000);
    expect(sockets.all).toHaveLength(2);
  });

  it('the connection measures the round trip and goes on pinging', async () => {
    await live();
    await clock.advance(PING_EVERY);
    await clock.advance(42);
    sockets.last.push({ type: 'pong' });
    expect(statuses.at(-1)).toMatchObject({ state: 'live', roundTrip: 42 });
    await clock.advance(PING_EVERY);
    expect(sockets.last.of('ping')).toHaveLength(2);
  });

  it('the pause between tries grows with jitter between 0.5 and 15 s, without a last try', async () => {
    for (let attempt = 0; attempt < 40; attempt += 1) {
      expect(backoff(attempt, () => 0)).toBe(500);
      expect(backoff(attempt, () => 1)).toBeLessThanOrEqual(15_000);
    }
    let tries = 0;
    ticket = async () => {
      tries += 1;
      throw new Error('down');
    };
    connection.start();
    await clock.advance(3_600_000);
    expect(tries).toBeGreaterThan(400);
  });

  it('the connection renews its socket in time, and keeps the old one until the greeting', async () => {
    await live();
    const old = sockets.last;
    const pongs = setPongs(old);
    await clock.advance(RENEW_AFTER);
    pongs();
    expect(sockets.all).toHaveLength(2);
    const next = sockets.last;
    next.open();
    old.push({ type: 'entries' });
    expect(frames.at(-1)?.type).toBe('entries');
    expect(old.closed).toBe(false);
    next.push({ type: 'welcome' });
    expect(old.closed).toBe(true);
    expect(state()).toBe('live');
    connection.send({ action: 'messaging' });
    expect(next.of('messaging')).toHaveLength(1);
  });

  it('the connection pings at once on waking, with a limit of 3 s', async () => {
    await live();
    connection.wake();
    expect(sockets.last.of('ping')).toHaveLength(1);
    await clock.advance(3_000);
    expect(statuses.map((s) => s.state)).toContain('stale');
  });

  it('the connection is offline without a network and comes back by itself', async () => {
    await live();
    connection.setOnline(false);
    expect(state()).toBe('offline');
    sockets.last.break();
    expect(state()).toBe('offline');
    connection.setOnline(true);
    await clock.advance(0);
    sockets.last.open();
    sockets.last.push({ type: 'welcome' });
    expect(state()).toBe('syncing');
  });

  it('the connection ends, and does not try again, when the session has run out', async () => {
    ticket = async () => {
      throw new SessionEnded();
    };
    connection.start();
    await clock.advance(60_000);
    expect(state()).toBe('ended');
    expect(sockets.all).toHaveLength(0);
  });
});

/** Answers every ping from now on. */
function setPongs(socket: {
  sent: { action: string }[];
  push: (f: object) => void;
  send: (t: string) => void;
}) {
  const send = socket.send.bind(socket);
  socket.send = (text) => {
    send(text);
    if (text.includes('"ping"')) socket.push({ type: 'pong' });
  };
  return () => {
    socket.send = send;
  };
}
