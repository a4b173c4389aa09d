import type { Clock } from '../engine/clock';

const LASTS = 5_000;
const EVERY = 3_000;

/** Who types: the agent, as heard of, and the visitor, as told. */
export class Typing {
  /** The agent does. */
  on = false;
  private stop: (() => void) | undefined;
  private told = 0;

  constructor(
    private readonly clock: Clock,
    private readonly onChange: () => void,
  ) {}

  heard(): void {
    this.on = true;
    this.stop?.();
    this.stop = this.clock.after(LASTS, () => {
      this.on = false;
      this.onChange();
    });
  }

  /** Tells with `tell` that the visitor does, now and then. */
  tell(tell: () => boolean): void {
    const now = this.clock.now();
    if (now - this.told >= EVERY && tell()) this.told = now;
  }

  /** What was typed has been sent: the next word is told at once. */
  sent(): void {
    this.told = 0;
  }
}
