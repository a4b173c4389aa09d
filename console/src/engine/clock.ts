/** Time as the client sees it; tests pass their own. */
export interface Clock {
  now(): number;
  /** Runs once after `ms`; the returned function cancels it. */
  after(ms: number, run: () => void): () => void;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  after(ms, run) {
    const handle = setTimeout(run, ms);
    return () => clearTimeout(handle);
  },
};

/** The time of the server's clock, from the newest answer that carried it. */
export class ServerClock {
  private offset = 0;

  constructor(private readonly clock: Clock) {}

  /** `now` is the server's; half of the round trip has passed since the server wrote it. */
  learn(now: number, roundTrip = 0): void {
    this.offset = now + roundTrip / 2 - this.clock.now();
  }

  now(): number {
    return Math.round(this.clock.now() + this.offset);
  }
}

/** One beat a second, shared by every countdown; it also notices a machine that slept. */
export class Ticker {
  private readonly listeners = new Set<() => void>();
  private cancel: (() => void) | undefined;
  private last = 0;

  constructor(
    private readonly clock: Clock,
    private readonly onWake: () => void = () => {},
  ) {}

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    if (!this.cancel) this.beat();
    return () => {
      this.listeners.delete(listener);
      if (this.listeners.size === 0) {
        this.cancel?.();
        this.cancel = undefined;
      }
    };
  }

  private beat(): void {
    this.last = this.clock.now();
    this.cancel = this.clock.after(1000, () => {
      const late = this.clock.now() - this.last - 1000;
      this.beat();
      if (late > 5000) this.onWake();
      for (const listener of [...this.listeners]) listener();
    });
  }
}
