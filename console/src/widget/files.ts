import type { FileRule, MediaLink } from '../contract/protocol';

/** The reason why a file does not go, in words for the visitor. */
export class Unfit extends Error {
  /** Each of the two scripts has its own class of this name; this field marks both. */
  readonly unfit = true;

  constructor(
    why: string,
    /** True if the file itself is at fault: another try would fail, too. */
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

/** The visitor's files: uploads go past the functions, downloads by links that soon lapse. */
export class Files {
  /** The kinds of file that the chat carries; empty until the server has sent them. */
  rules: FileRule[] = [];

  constructor(private readonly options: FilesOptions) {}

  /** The accepted types, for the file picker. */
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
