interface Open<F, A> {
  frame: F;
  resolve: (answer: A) => void;
  reject: (reason: Error) => void;
}

/** Commands that the server has not answered yet, by their ids. */
export class Pending<F extends { id: string }, A extends { id?: string | null }> {
  private readonly open = new Map<string, Open<F, A>>();
  private failure: Error | undefined;

  /** Repeats a command unchanged, by `send`, until its answer is here. */
  async ask(frame: F, every: number, send: () => void): Promise<A> {
    if (this.failure) throw this.failure;
    const before = this.open.get(frame.id);
    if (before) throw new Error(`The command ${frame.id} still waits for its answer.`);
    const timer = setInterval(send, every);
    try {
      return await new Promise<A>((resolve, reject) => {
        this.open.set(frame.id, { frame, resolve, reject });
        send();
      });
    } finally {
      clearInterval(timer);
      this.open.delete(frame.id);
    }
  }

  /** The unanswered commands, in the order in which they were given. */
  frames(): F[] {
    return [...this.open.values()].map(({ frame }) => frame);
  }

  answer(answer: A): void {
    if (answer.id) this.open.get(answer.id)?.resolve(answer);
  }

  fail(reason: Error): void {
    this.failure = reason;
    for (const { reject } of this.open.values()) reject(reason);
  }
}
