import type { FileRule, MediaLink } from '../contract/protocol';

/** Why a file does not go, in words for the visitor. */
export class Unfit extends Error {
  /** Two scripts have a class of this name each: that is how they know it. */
  readonly unfit = true;

  constructor(
    why: string,
    /** The file itself is at fault: to try again would come to the same. */
    readonly ever = false,
  ) {
    super(why);
  }
}

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

  link(reference: string): Promise<MediaLink> {
    return this.ask('GET', `/v1/visitors/media/${encodeURIComponent(reference)}`);
  }

  async ask<T>(method: string, path: string, body?: object): Promise<T> {
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
