import type { Clock } from '@/engine/clock';

interface Timer {
  at: number;
  order: number;
  run: () => void;
}

/** Time that only passes on demand. */
export class FakeClock implements Clock {
  private timers: Timer[] = [];
  private order = 0;

  constructor(private time = 1_700_000_000_000) {}

  now(): number {
    return this.time;
  }

  after(ms: number, run: () => void): () => void {
    this.order += 1;
    const timer: Timer = { at: this.time + ms, order: this.order, run };
    this.timers.push(timer);
    return () => {
      this.timers = this.timers.filter((t) => t !== timer);
    };
  }

  /** Lets time pass, running due timers and the promises in between. */
  async advance(ms: number): Promise<void> {
    const end = this.time + ms;
    await settle();
    for (;;) {
      const next = this.timers
        .filter((t) => t.at <= end)
        .sort((a, b) => a.at - b.at || a.order - b.order)[0];
      if (!next) break;
      this.timers = this.timers.filter((t) => t !== next);
      this.time = Math.max(this.time, next.at);
      next.run();
      await settle();
    }
    this.time = end;
  }

  /** Simulates a machine that slept: time jumps, timers run late. */
  sleep(ms: number): void {
    this.time += ms;
  }
}

/** Lets pending promises run. */
export async function settle(): Promise<void> {
  for (let i = 0; i < 12; i += 1) await Promise.resolve();
}

/** A small seeded generator: the same seed, the same run. */
export function seeded(seed: number): () => number {
  let state = seed + 0x6d2b79f5;
  return () => {
    state = Math.imul(state ^ (state >>> 15), state | 1);
    state ^= state + Math.imul(state ^ (state >>> 7), state | 61);
    return ((state ^ (state >>> 14)) >>> 0) / 4_294_967_296;
  };
}
