/** Tells its waiters of every change, until it fails for good. */
export class Changes {
  /** The fault that ended this client for good. */
  failure: Error | undefined;
  private readonly waiters = new Set<() => void>();

  /** Waits until `truth()` holds, and resolves with its value. Throws after `within` ms, if given. */
  until<T>(truth: () => T, within?: number): Promise<Exclude<T, false | null | undefined>> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let look = () => {};
    const held = new Promise<Exclude<T, false | null | undefined>>((resolve, reject) => {
      look = () => {
        try {
          if (this.failure) throw this.failure;
          const value = truth();
          if (value) resolve(value as Exclude<T, false | null | undefined>);
        } catch (error) {
          reject(error);
        }
      };
      if (within !== undefined) {
        const late = new Error(`Within ${within} ms it did not come true: ${truth}`);
        timer = setTimeout(() => reject(late), within);
      }
      this.waiters.add(look);
      look();
    });
    return held.finally(() => {
      clearTimeout(timer);
      this.waiters.delete(look);
    });
  }

  protected changed(): void {
    for (const look of [...this.waiters]) look();
  }

  protected fail(reason: Error): void {
    this.failure ??= reason;
    this.changed();
  }
}
