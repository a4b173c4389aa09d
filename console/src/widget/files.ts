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

/** The visitor's files, as the first script has them: the requests are the second's. */
export interface Files {
  base: string;
  fetch: typeof fetch;
  token: () => string;
  /** The kinds of file that the chat carries; empty until the server has sent them. */
  rules: FileRule[];
}

/** Asks the API for something of a file. Uploads go past it, downloads by links that soon lapse. */
export async function askFiles<T>(
  files: Files,
  method: string,
  path: string,
  body?: object,
): Promise<T> {
  // An older first script keeps all but the rules in `options`.
  const { base, fetch, token } = (files as { options?: Files }).options ?? files;
  const answer = await fetch(`${base}${path}`, {
    method,
    headers: {
      authorization: `Bearer ${token()}`,
      ...(body ? { 'content-type': 'application/json' } : {}),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  const said = await answer.json();
  if (answer.ok) return said as T;
  const problem: unknown = said?.error?.message;
  throw typeof problem === 'string' ? new Unfit(problem) : new Error(`${path}: ${answer.status}`);
}

export const linkOf = (files: Files, reference: string): Promise<MediaLink> =>
  askFiles(files, 'GET', `/v1/visitors/media/${encodeURIComponent(reference)}`);
