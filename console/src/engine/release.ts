import type { Clock } from './clock';

export const LOOK_EVERY = 30 * 60_000;
/** The address of the module that a page of the console begins with. */
const ENTRY = /<script[^>]*\stype="module"[^>]*\ssrc="([^"]+)"/;

export const entryOf = (html: string): string | undefined => ENTRY.exec(html)?.[1];

/** Finds out that the server has a newer console than the running one. */
export class Release {
  ready = false;
  private cancel: (() => void) | undefined;

  constructor(
    private readonly options: {
      clock: Clock;
      /** The running module; without it there is nothing to compare. */
      running: string | undefined;
      /** The page that the server sends now. */
      page: () => Promise<string>;
      onReady: () => void;
    },
  ) {}

  start(): void {
    this.cancel = this.options.clock.after(LOOK_EVERY, () => {
      void this.look();
      this.start();
    });
  }

  stop(): void {
    this.cancel?.();
  }

  /** Called also after every reconnection: a deployment ends sockets. */
  async look(): Promise<void> {
    const { running, page, onReady } = this.options;
    if (this.ready || !running) return;
    try {
      const found = entryOf(await page());
      if (!found || found === running) return;
      this.ready = true;
      onReady();
    } catch {
      // The next look suffices.
    }
  }
}
