import type { Clock } from '../engine/clock';

const LASTS = 5_000;
const EVERY = 3_000;

/** The agent's typing, from the server, and the visitor's, towards it. */
export class Typing {
  /** True while the agent types. */
  on = false;
  /** The first name of that agent. */
  by: string | undefined;
  private stop: (() => void) | undefined;
  private told = 0;

  constructor(
    private readonly clock: Clock,
    private readonly onChange: () => void,
  ) {}

  heard(by?: string): void {
    this.on = true;
    this.by = by;
    this.stop?.();
    this.stop = this.clock.after(LASTS, () => {
      this.on = false;
      this.onChange();
    });
  }

  /** Reports by `tell` that the visitor types, now and then. */
  tell(tell: () => boolean): void {
    const now = this.clock.now();
    if (now - this.told >= EVERY && tell()) this.told = now;
  }

  /** The visitor has sent the text: the next word is reported at once. */
  sent(): void {
    this.told = 0;
  }
}
