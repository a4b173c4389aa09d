import { plainName } from '../engine/bidi';
import type { Files, Unfit } from './files';
import type { Unsent } from './unsent';
import { handIn } from './upload';
import type { Words } from './words';

/** Files on their way, by the id of their message. */
export class Sending {
  private readonly stops = new Map<string, AbortController>();

  constructor(
    private readonly files: Files,
    /** Reports the progress of a message's file. */
    private readonly change: (id: string, to: Partial<Unsent>) => void,
  ) {}

  /** Uploads a file. Returns whether it arrived. */
  async hand(id: string, file: File, words: Words): Promise<boolean> {
    const stop = new AbortController();
    this.stops.set(id, stop);
    this.change(id, { text: plainName(file.name) });
    try {
      const progress = (done: number) => this.change(id, { done });
      const { reference } = await handIn(this.files, file, words, stop.signal, progress);
      this.change(id, { file: { reference }, done: undefined });
      return true;
    } catch (error) {
      const { unfit, message, ever: never } = error as Partial<Unfit>;
      const problem = unfit ? message : undefined;
      this.change(id, { state: 'failed', problem, never, done: undefined });
      return false;
    } finally {
      this.stops.delete(id);
    }
  }

  stop(id: string): void {
    this.stops.get(id)?.abort();
  }
}
