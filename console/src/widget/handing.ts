import type { Files } from './files';
import type { More } from './load-more';
import type { Sending } from './sending';
import type { Unsent } from './unsent';
import type { Words } from './words';

/** The uploads of files, which a later script makes. */
export class Handing {
  private sending: Promise<Sending> | undefined;

  constructor(
    private readonly files: Files,
    private readonly more: () => Promise<More>,
    private readonly change: (id: string, to: Partial<Unsent>) => void,
    /** Sends the message of a file that has arrived. */
    private readonly flush: () => void,
  ) {}

  /** Uploads the message's file, if it is here and has not arrived. Returns whether it does. */
  hand(unsent: Unsent | undefined, words: Words): boolean {
    if (!unsent?.raw || unsent.file?.reference) return false;
    const { id, raw } = unsent;
    this.sending ??= this.more().then((part) => part.sending(this.files, this.change));
    this.sending
      .then((sending) => sending.hand(id, raw, words))
      .then(this.flush, () => {
        this.sending = undefined;
        this.change(id, { state: 'failed', done: undefined });
      });
    return true;
  }

  drop(id: string): void {
    void this.sending?.then((sending) => sending.stop(id));
  }
}
