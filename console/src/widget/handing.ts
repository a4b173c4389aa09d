import type { Files } from './files';
import type { More } from './load-more';
import type { Sending } from './sending';
import type { Unsent } from './unsent';
import type { Words } from './words';

/** The files that have not arrived yet, by the id of their message, and their uploads. */
export class Handing {
  private readonly open = new Map<string, () => void>();
  private sending: Promise<Sending> | undefined;

  constructor(
    private readonly files: Files,
    private readonly more: () => Promise<More>,
    private readonly change: (id: string, to: Partial<Unsent>) => void,
    /** Sends the message of a file that has arrived. */
    private readonly flush: () => void,
  ) {}

  begin(id: string, file: File, words: Words): void {
    const hand = () => {
      this.sending ??= this.more().then((part) => part.sending(this.files, this.change));
      this.sending
        .then((sending) => sending.hand(id, file, words))
        .then(
          (arrived) => {
            if (arrived) this.open.delete(id);
            this.flush();
          },
          () => {
            this.sending = undefined;
            this.change(id, { state: 'failed', done: undefined });
          },
        );
    };
    this.open.set(id, hand);
    hand();
  }

  /** Tries again, if the file has not arrived and is still here. */
  again(id: string): boolean {
    const hand = this.open.get(id);
    hand?.();
    return hand !== undefined;
  }

  drop(id: string): void {
    this.open.delete(id);
    void this.sending?.then((sending) => sending.stop(id));
  }
}
