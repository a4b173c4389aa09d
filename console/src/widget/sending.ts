import type { Media } from '../client/protocol';
import type { Files, Unfit } from './files';
import type { More } from './load-more';
import type { Unsent } from './unsent';
import type { Words } from './words';

interface Handed {
  file: File;
  words: Words;
  stop: AbortController;
}

/** Files on their way, by the id of their message. */
export class Sending {
  private readonly handed = new Map<string, Handed>();

  constructor(
    private readonly files: Files,
    private readonly more: () => Promise<More>,
    /** Says how far a message's file is. */
    private readonly change: (id: string, to: Partial<Unsent>) => void,
  ) {}

  begin(id: string, file: File, words: Words): Promise<void> {
    this.handed.set(id, { file, words, stop: new AbortController() });
    return this.go(id);
  }

  /** Tries again, where the file is still here. */
  again(id: string): Promise<void> | undefined {
    const handed = this.handed.get(id);
    if (!handed) return undefined;
    handed.stop = new AbortController();
    return this.go(id);
  }

  stop(id: string): void {
    this.handed.get(id)?.stop.abort();
    this.handed.delete(id);
  }

  private async go(id: string): Promise<void> {
    const handed = this.handed.get(id);
    if (!handed) return;
    try {
      const { file, words, stop } = handed;
      const progress = (done: number) => this.change(id, { done });
      const { handIn } = await this.more();
      stop.signal.throwIfAborted();
      const media: Media = await handIn(this.files, file, words, stop.signal, progress);
      this.handed.delete(id);
      this.change(id, { file: { reference: media.reference }, done: undefined });
    } catch (error) {
      const { unfit, message, ever: never } = error as Partial<Unfit>;
      const problem = unfit ? message : undefined;
      this.change(id, { state: 'failed', problem, never, done: undefined });
    }
  }
}
