import type { FileRule, Media, NewUpload, Upload } from '@/contract/protocol';
import { type FileProblem, judge } from '@/engine/fileRules';
import { uuidv7 } from '@/engine/ids';
import type { Place } from './put';
import { sniffFile } from './sniff';

export interface UploadApi {
  begin(file: NewUpload): Promise<Pick<Upload, 'id' | 'url' | 'method' | 'headers'>>;
  complete(id: string): Promise<Media>;
  drop(id: string): Promise<unknown>;
}

export type Attachment = {
  id: string;
  file: File;
  /** From 0 to 1. */
  progress: number;
  caption: string;
  /** A small picture of the file, if it is a picture. */
  preview?: string | undefined;
} & (
  | { state: 'checking' | 'uploading' }
  | { state: 'ready'; media: Media }
  /** The console does not even try: the channel does not take the file. */
  | { state: 'refused'; problem: FileProblem }
  /** `reason` holds the server's words; it is missing if the server was out of reach. */
  | { state: 'failed'; reason?: string | undefined; again: boolean }
);

export interface UploadsOptions {
  api: UploadApi;
  /** Sends the bytes; reports the progress. `stop` rejects the promise. */
  put: (
    place: Place,
    file: File,
    stop: AbortSignal,
    onProgress: (part: number) => void,
  ) => Promise<void>;
  picture?: (file: File) => Promise<string | undefined>;
  sniff?: (file: File) => Promise<string | undefined>;
  /** The server's text for a refusal; undefined if it sent none. */
  refusal: (error: unknown) => string | undefined;
  onChange: () => void;
}

export const FILE_LIMIT = 10;

/** The files of the next message: checked here, uploaded, checked again by the server. */
export class Uploads {
  items: Attachment[] = [];
  private readonly running = new Map<string, () => void>();
  private readonly places = new Map<string, string>();

  constructor(
    readonly conversation: string,
    readonly purpose: 'message' | 'comment',
    private readonly options: UploadsOptions,
  ) {}

  get busy(): boolean {
    return this.items.some(({ state }) => state === 'checking' || state === 'uploading');
  }

  /** Adds files; returns the number of those that did not fit any more. */
  add(files: readonly File[], rules: readonly FileRule[]): number {
    const room = Math.max(0, FILE_LIMIT - this.items.length);
    for (const file of files.slice(0, room)) {
      const id = uuidv7();
      this.items = [...this.items, { id, file, progress: 0, caption: '', state: 'checking' }];
      void this.take(id, file, rules);
    }
    this.options.onChange();
    return Math.max(0, files.length - room);
  }

  caption(id: string, caption: string): void {
    this.change(id, { caption });
  }

  again(id: string, rules: readonly FileRule[]): void {
    const item = this.items.find((one) => one.id === id);
    if (!item) return;
    this.forget(id);
    this.change(id, { state: 'checking', progress: 0 });
    void this.take(id, item.file, rules);
  }

  remove(id: string): void {
    this.running.get(id)?.();
    this.forget(id);
    this.items = this.items.filter((item) => item.id !== id);
    this.options.onChange();
  }

  /** Hands the ready files on with a message; the others stay. */
  handOn(): (Attachment & { state: 'ready' })[] {
    const ready = this.items.filter(
      (item): item is Attachment & { state: 'ready' } => item.state === 'ready',
    );
    for (const { id } of ready) this.places.delete(id);
    this.items = this.items.filter((item) => item.state !== 'ready');
    this.options.onChange();
    return ready;
  }

  private async take(id: string, file: File, rules: readonly FileRule[]): Promise<void> {
    const { api, put, sniff = sniffFile, picture, refusal } = this.options;
    const type = await sniff(file).catch(() => undefined);
    const verdict = judge(type, file.size, rules);
    if ('problem' in verdict || !type) {
      const problem = 'problem' in verdict ? verdict.problem : ({ kind: 'unknown' } as const);
      this.change(id, { state: 'refused', problem });
      return;
    }
    if (!this.has(id)) return;
    this.change(id, { state: 'uploading' });
    if (type.startsWith('image/')) {
      void picture?.(file).then((preview) => preview && this.change(id, { preview }));
    }
    try {
      const { conversation, purpose } = this;
      const place = await api.begin({
        conversation,
        name: file.name,
        mime: type,
        size: file.size,
        purpose,
      });
      if (!this.has(id)) {
        void api.drop(place.id).catch(() => {});
        return;
      }
      this.places.set(id, place.id);
      const stop = new AbortController();
      this.running.set(id, () => stop.abort());
      await put(place, file, stop.signal, (progress) => this.change(id, { progress }));
      this.running.delete(id);
      const media = await api.complete(place.id);
      this.change(id, { state: 'ready', media, progress: 1 });
    } catch (error) {
      const reason = refusal(error);
      this.running.delete(id);
      this.change(id, { state: 'failed', reason, again: reason === undefined });
    }
  }

  private has(id: string): boolean {
    return this.items.some((item) => item.id === id);
  }

  /** The server need not keep an upload that nobody will send. */
  private forget(id: string): void {
    this.running.delete(id);
    const place = this.places.get(id);
    if (!place) return;
    this.places.delete(id);
    void this.options.api.drop(place).catch(() => {});
  }

  private change(id: string, change: object): void {
    if (!this.has(id)) return;
    this.items = this.items.map((item) =>
      item.id === id ? ({ ...item, ...change } as Attachment) : item,
    );
    this.options.onChange();
  }
}
