import { describe, expect, it } from 'vitest';
import type { Draft } from '@/contract/protocol';
import { Drafts, SHARE_AFTER } from '@/engine/drafts';
import { SeenMarks } from '@/engine/seen';
import { FakeClock, seeded, settle } from './support/clock';
import { ID, THREAD } from './support/make';

const memory = () => {
  const kept = new Map<string, string>();
  return {
    getItem: (k: string) => kept.get(k) ?? null,
    setItem: (k: string, v: string) => void kept.set(k, v),
    removeItem: (k: string) => void kept.delete(k),
  };
};
type Frame = { action: string; [key: string]: unknown };

/** The server's memory of one agent, as far as devices report it. */
class Server {
  readonly drafts = new Map<string, Draft>();
  readonly reads = new Map<string, number>();
  private last = 0;

  constructor(private readonly clock: FakeClock) {}

  /** Takes a frame; returns the push to the other devices. */
  take(frame: Frame): object | undefined {
    if (frame.action === 'draft') {
      const { conversation: where, mode, text } = frame as unknown as Draft;
      this.last = Math.max(this.last + 1, this.clock.now());
      const draft = { conversation: where, mode, text, at: this.last };
      if (text) this.drafts.set(`${where} ${mode}`, draft);
      else this.drafts.delete(`${where} ${mode}`);
      return { type: 'draft', ...draft };
    }
    const { conversation: where, seq } = frame as unknown as { conversation: string; seq: number };
    const thread = where.slice(0, where.lastIndexOf('-'));
    if ((this.reads.get(thread) ?? 0) >= seq) return undefined;
    this.reads.set(thread, seq);
    return { type: 'reads', positions: { [thread]: seq } };
  }
}

/** One of the agent's browsers, with its drafts and read positions. */
function device(clock: FakeClock, server: Server, out: (frame: Frame) => boolean) {
  const drafts = new Drafts('mark', memory(), clock, undefined, (draft) =>
    out({ action: 'draft', ...draft }),
  );
  const seen = new SeenMarks({
    agent: 'mark',
    storage: memory(),
    tell: (read) => void out({ action: 'read', ...read }),
  });
  return {
    drafts,
    seen,
    receive: (push: object) => {
      const { type, positions } = push as { type: string; positions: Record<string, number> };
      if (type === 'reads') seen.learn(positions);
      else drafts.receive(push as Draft);
    },
    /** The state after a greeting. */
    resume: () => {
      drafts.resume();
      drafts.learn([...server.drafts.values()]);
      seen.learn(Object.fromEntries(server.reads));
      seen.catchUp([THREAD]);
    },
  };
}

const key = { conversation: ID, mode: 'reply' } as const;

describe('drafts on the server', () => {
  it('the server gets no drafts of notes: it has no such draft, and refuses the frame', async () => {
    const clock = new FakeClock();
    const sent: Frame[] = [];
    const { drafts } = device(clock, new Server(clock), (frame) => sent.push(frame) > 0);
    const note = { conversation: ID, mode: 'note' } as const;
    drafts.set(note, 'Ask Martha');
    await clock.advance(SHARE_AFTER);
    drafts.clear(note);
    drafts.resume();
    expect(sent).toEqual([]);
  });

  it('a draft reaches the server two seconds after the last key, and at once when it is sent', async () => {
    const clock = new FakeClock();
    const sent: Frame[] = [];
    const { drafts } = device(clock, new Server(clock), (frame) => sent.push(frame) > 0);
    drafts.set(key, 'He');
    await clock.advance(SHARE_AFTER - 1);
    drafts.set(key, 'Hello');
    await clock.advance(SHARE_AFTER - 1);
    expect(sent).toEqual([]);
    await clock.advance(1);
    expect(sent).toEqual([{ action: 'draft', conversation: ID, mode: 'reply', text: 'Hello' }]);
    drafts.clear(key);
    expect(sent.at(-1)).toMatchObject({ text: '' });
  });

  it('a draft waits for the connection, and never replaces text in progress', async () => {
    const clock = new FakeClock();
    const sent: Frame[] = [];
    let live = false;
    const server = new Server(clock);
    const { drafts, receive, resume } = device(
      clock,
      server,
      (frame) => live && sent.push(frame) > 0,
    );
    drafts.set(key, 'Mine');
    await clock.advance(SHARE_AFTER);
    receive({ type: 'draft', ...key, text: 'Theirs', at: clock.now() });
    expect(drafts.get(key)).toBe('Mine');
    live = true;
    resume();
    expect(sent.map((frame) => frame.text)).toEqual(['Mine']);
  });

  it('a draft that arrives late and is older changes nothing', () => {
    const clock = new FakeClock();
    const { drafts, receive } = device(clock, new Server(clock), () => true);
    receive({ type: 'draft', ...key, text: 'Newer', at: 10 });
    receive({ type: 'draft', ...key, text: 'Older', at: 5 });
    expect(drafts.get(key)).toBe('Newer');
  });

  it('a draft that another device has sent is gone here, too', async () => {
    const clock = new FakeClock();
    const server = new Server(clock);
    const { drafts, receive, resume } = device(clock, server, () => true);
    receive({ type: 'draft', ...key, text: 'From the phone', at: 5 });
    expect(drafts.get(key)).toBe('From the phone');
    resume();
    expect(drafts.get(key)).toBe('');
  });

  it('a draft of a talk between colleagues stays in this browser', async () => {
    const clock = new FakeClock();
    const sent: Frame[] = [];
    const { drafts } = device(clock, new Server(clock), (frame) => sent.push(frame) > 0);
    drafts.set({ conversation: 'direct martha', mode: 'reply' }, 'Lunch?');
    await clock.advance(SHARE_AFTER * 2);
    expect(sent).toEqual([]);
  });
});

const RUNS = 1_000;

describe('two devices of one agent', () => {
  it(`two devices hold the server’s state, whatever the network does, ${RUNS} times`, async () => {
    for (let seed = 1; seed <= RUNS; seed += 1) await run(seed);
  }, 120_000);
});

/** Frames are lost, doubled, late and out of order, until the network is good again. */
async function run(seed: number): Promise<void> {
  const random = seeded(seed);
  const clock = new FakeClock();
  const server = new Server(clock);
  let bad = true;
  const late: { to: number; frame: object }[] = [];
  const devices = [0, 1].map((me) =>
    device(clock, server, (frame) => {
      if (bad && random() < 0.3) return false;
      const push = server.take(frame);
      const times = !push || (bad && random() < 0.25) ? 0 : bad && random() < 0.2 ? 2 : 1;
      for (let i = 0; i < times; i += 1) late.push({ to: 1 - me, frame: push as object });
      return true;
    }),
  );
  const deliver = (all: boolean) => {
    while (late.length && (all || random() < 0.6)) {
      const at = bad ? Math.floor(random() * late.length) : 0;
      const [next] = late.splice(at, 1);
      if (next) devices[next.to]?.receive(next.frame);
    }
  };
  for (let step = 0; step < 12; step += 1) {
    const one = devices[random() < 0.5 ? 0 : 1];
    if (random() < 0.6) one?.drafts.set(key, random() < 0.2 ? '' : `text ${step}`);
    else one?.seen.look(THREAD, { seq: 1 + Math.floor(random() * 40), conversation: ID });
    await clock.advance(Math.floor(random() * 3_000));
    deliver(false);
  }
  bad = false;
  deliver(true);
  for (let round = 0; round < 2; round += 1) {
    for (const one of devices) {
      one.resume();
      await clock.advance(SHARE_AFTER + 300);
      deliver(true);
      await settle();
    }
  }
  const text = server.drafts.get(`${ID} reply`)?.text ?? '';
  for (const [index, one] of devices.entries()) {
    expect(one.drafts.get(key), `seed ${seed}, device ${index}`).toBe(text);
    expect(one.seen.get(THREAD)?.seq, `seed ${seed}`).toBe(server.reads.get(THREAD));
  }
}
