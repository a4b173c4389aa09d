import { describe, expect, it } from 'vitest';
import type { Push } from '@/contract/protocol';
import { Client } from '@/engine/client';
import { threadOf } from '@/engine/ids';
import { FakeClock, seeded, settle } from './support/clock';
import { type FakeSocket, FakeSockets } from './support/socket';
import { World } from './support/world';

const RUNS = 1_000;
const STEPS = 60;
const THREADS = ['aaaa', 'bbbb', 'cccc'];

function start(seed: number) {
  const random = seeded(seed);
  const clock = new FakeClock();
  const sockets = new FakeSockets();
  const world = new World('mark');
  const client = new Client({
    agent: 'mark',
    api: {
      ticketUrl: async () => 'ws://server',
      command: async () => Promise.reject(new Error()),
      settings: async () => Promise.reject(new Error()),
      talks: async () => Promise.reject(new Error()),
      directs: async () => Promise.reject(new Error()),
      writeDirect: async () => Promise.reject(new Error()),
      drafts: async () => ({ drafts: [] }),
      requests: async () => Promise.reject(new Error()),
      queues: async () => Promise.reject(new Error()),
    },
    clock,
    random,
    openSocket: sockets.open,
    outboxStore: { load: async () => [], put: async () => {}, remove: async () => {} },
    storage: { getItem: () => null, setItem: () => {}, removeItem: () => {} },
    keep: () => false,
    looking: () => false,
    onChange: () => {},
    onAlert: () => {},
    onAnswer: () => {},
    onLoss: () => {},
  });
  return { random, clock, sockets, world, client };
}

/** Frames on their way; a bad network drops, doubles and reorders them. */
class Network {
  private under: { socket: FakeSocket; frame: Push }[] = [];
  private read = new Map<FakeSocket, number>();
  bad = true;

  constructor(
    private readonly random: () => number,
    private readonly world: World,
    private readonly sockets: FakeSockets,
  ) {}

  push(frame: Push | undefined): void {
    const socket = this.sockets.all.at(-1);
    if (frame && socket && !socket.closed) this.put(socket, frame);
  }

  /** Answers the client's new frames. */
  serve(): void {
    for (const socket of this.sockets.all) {
      const from = this.read.get(socket) ?? 0;
      this.read.set(socket, socket.sent.length);
      for (const frame of socket.sent.slice(from)) {
        if (this.bad && frame.action === 'catch_up' && this.random() < 0.2) continue;
        for (const answer of this.world.answer(frame)) this.put(socket, answer);
      }
    }
  }

  deliver(all: boolean): void {
    while (this.under.length > 0) {
      if (!all && this.random() < 0.4) break;
      const index = this.bad ? Math.floor(this.random() * this.under.length) : 0;
      const [next] = this.under.splice(index, 1);
      if (next && !next.socket.closed) next.socket.push(next.frame);
    }
  }

  private put(socket: FakeSocket, frame: Push): void {
    const greeting = frame.type === 'welcome';
    if (this.bad && !greeting && this.random() < 0.2) return;
    // A copy: frames travel as text.
    const copy = JSON.parse(JSON.stringify(frame)) as Push;
    if (greeting) this.under.unshift({ socket, frame: copy });
    else this.under.push({ socket, frame: copy });
    if (this.bad && this.random() < 0.15) this.under.push({ socket, frame: copy });
  }
}

async function run(seed: number): Promise<void> {
  const { random, clock, sockets, world, client } = start(seed);
  const network = new Network(random, world, sockets);
  await client.start();
  await settle();
  sockets.last.open();
  for (let step = 0; step < STEPS; step += 1) {
    const thread = THREADS[Math.floor(random() * THREADS.length)] ?? '';
    const owner = random() < 0.75 ? 'mark' : 'martha';
    network.push(world.append(thread, owner, random() < 0.7));
    network.serve();
    network.deliver(false);
    if (random() < 0.05 && !sockets.last.closed) sockets.last.break();
    await clock.advance(Math.floor(random() * 4_000));
    if (sockets.last.sent.length === 0) sockets.last.open();
    for (const held of client.sync.threads.values()) {
      const seqs = held.entries.map((e) => e.seq);
      expect(seqs, `seed ${seed}: gap`).toEqual(seqs.map((_, i) => (seqs[0] ?? 0) + i));
    }
  }
  network.bad = false;
  for (let beat = 0; beat < 8; beat += 1) {
    network.serve();
    network.deliver(true);
    await clock.advance(31_000);
    if (sockets.last.sent.length === 0) sockets.last.open();
  }
  network.serve();
  network.deliver(true);
  await settle();

  const wanted = world.following().sort();
  expect([...client.sync.threads.keys()].sort(), `seed ${seed}`).toEqual(wanted);
  for (const thread of wanted) {
    const held = client.sync.threads.get(thread);
    const truth = world.logs.get(thread)?.entries ?? [];
    expect(held?.conversation, `seed ${seed}`).toEqual(world.conversation(thread));
    expect(held?.position, `seed ${seed}`).toBe(truth.length);
    expect(held?.entries, `seed ${seed}`).toEqual(truth.slice(-(held?.entries.length ?? 0)));
    expect(threadOf(held?.conversation.id ?? '')).toBe(thread);
  }
  client.stop();
}

describe('resume', () => {
  it(`the client ends in the server's state whatever the network does, ${RUNS} times`, async () => {
    for (let seed = 1; seed <= RUNS; seed += 1) await run(seed);
  }, 120_000);
});
