import type { FileRule, Media, MediaLink, Upload, Uploaded } from '../client/protocol';
import { sniffFile } from '../media/sniff';
import type { Words } from './words';
import { filled } from './words';

/** Why a file does not go, in words for the visitor. */
export class Unfit extends Error {}

export interface FilesOptions {
  base: string;
  fetch: typeof fetch;
  token: () => string;
}

/** The visitor's files: handed in past the functions, fetched by links that soon lapse. */
export class Files {
  /** What the chat carries; empty until the server has said so. */
  rules: FileRule[] = [];

  constructor(private readonly options: FilesOptions) {}

  /** For the file picker. */
  get accept(): string {
    return this.rules.flatMap((rule) => rule.types).join(',');
  }

  /** Hands a file in and has it looked at. It is judged by what it is, not by what it is called. */
  async handIn(file: File, words: Words): Promise<Media> {
    const mime = await sniffFile(file);
    const rule = this.rules.find((one) => mime && one.types.includes(mime));
    if (!mime || !rule) throw new Unfit(words.fileKind);
    if (file.size > rule.limit) {
      throw new Unfit(filled(words.fileLarge, Math.floor(rule.limit / (1024 * 1024))));
    }
    const announced = await this.ask<Upload>('POST', '/v1/visitors/uploads', {
      name: file.name,
      mime,
      size: file.size,
    });
    const headers = Object.fromEntries(announced.headers.map(({ name, value }) => [name, value]));
    const kept = await this.options.fetch(announced.url, {
      method: announced.method,
      headers,
      body: file,
    });
    if (!kept.ok) throw new Error(`the file was not kept: ${kept.status}`);
    const path = `/v1/visitors/uploads/${encodeURIComponent(announced.id)}/complete`;
    return (await this.ask<Uploaded>('POST', path)).media;
  }

  link(reference: string): Promise<MediaLink> {
    return this.ask('GET', `/v1/visitors/media/${encodeURIComponent(reference)}`);
  }

  private async ask<T>(method: string, path: string, body?: object): Promise<T> {
    const answer = await this.options.fetch(`${this.options.base}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${this.options.token()}`,
        ...(body ? { 'content-type': 'application/json' } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const said = await answer.json();
    if (answer.ok) return said as T;
    const problem: unknown = said?.error?.message;
    throw typeof problem === 'string' ? new Unfit(problem) : new Error(`${path}: ${answer.status}`);
  }
}
