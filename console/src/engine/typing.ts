import type { Clock } from './clock';

export const TYPING_LASTS = 5_000;
const TYPING_EVERY = 3_000;

/**
 * The people who type, and where, for as long as the news of it holds; limits how often this client
 * reports its own agent's typing.
 */
export class Typing {
  private readonly now = new Map<string, { by: string; cancel: () => void }>();
  private told = 0;

  constructor(
    private readonly clock: Clock,
    private readonly send: (conversation: string) => boolean,
    private readonly onChange: () => void,
  ) {}

  get(conversation: string): { by: string } | undefined {
    return this.now.get(conversation);
  }

  start(conversation: string, by: string): void {
    this.now.get(conversation)?.cancel();
    const cancel = this.clock.after(TYPING_LASTS, () => this.stop(conversation));
    this.now.set(conversation, { by, cancel });
    this.onChange();
  }

  stop(conversation: string): void {
    const typing = this.now.get(conversation);
    if (!typing) return;
    typing.cancel();
    this.now.delete(conversation);
    this.onChange();
  }

  /** Reports that the agent types, at most every three seconds. */
  tell(conversation: string): void {
    const now = this.clock.now();
    if (now - this.told < TYPING_EVERY) return;
    if (this.send(conversation)) this.told = now;
  }

  /** From now on, typing belongs to another message. */
  sent(): void {
    this.told = 0;
  }
}
