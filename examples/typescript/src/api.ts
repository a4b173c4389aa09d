import type { Command, Done, Entry, Problem } from './generated/protocol.js';
import { Refused, Unreachable } from './refused.js';
import { newId, pause, retryAfter, sleep } from './repeat.js';
import type { Answer, Extras, Listed, Method, Path, Rest } from './routes.js';

/** The bearer token: an API key, an id_token or a visitor's token, or a function that gets one. */
export type Token = string | (() => string | undefined | Promise<string | undefined>);

export interface ApiOptions {
  /** For how long a request without an answer is repeated, in ms. */
  patience?: number;
  /** For how long one attempt may take, in ms. */
  timeout?: number;
  fetch?: typeof fetch;
}

interface Loose extends Extras {
  path?: Record<string, string>;
  query?: Record<string, unknown>;
  body?: unknown;
}

interface Failure {
  error: Refused | Unreachable;
  again: boolean;
  after?: number | undefined;
}

const PATIENCE = 60_000;
const TIMEOUT = 30_000;
const PAGE = 100;
const UPLOADS = ['/v1/uploads', '/v1/visitors/uploads'];

/** Calls the HTTP API as one agent, as one visitor, or as nobody (docs/protocol, section 10). */
export class Api {
  readonly address: string;
  token: Token | undefined;
  private readonly options: ApiOptions;

  constructor(address: string, token?: Token, options: ApiOptions = {}) {
    this.address = address.replace(/\/+$/, '');
    this.token = token;
    this.options = options;
  }

  /**
   * Calls a route; resolves with the body of its answer. Throws `Refused`, or `Unreachable` after the
   * patience is over. A request whose answer was lost, or was 429, 502, 503 or 504, is sent again
   * unchanged: ids and keys in it make sure that it takes effect once. A `DELETE` that is repeated
   * after a lost answer can meet `not_found`: the first request has removed the record.
   */
  async call<M extends Method, P extends Path<M>>(
    method: M,
    path: P,
    ...[input]: Rest<M, P>
  ): Promise<Answer<M, P>> {
    const { signal, ...loose } = (input ?? {}) as Loose;
    const url = this.url(path, loose);
    const headers = { 'content-type': 'application/json', ...this.key(path) };
    const body = loose.body === undefined ? null : JSON.stringify(loose.body);
    const until = Date.now() + (this.options.patience ?? PATIENCE);
    let token = await this.bearer();
    let renewed = false;
    for (let attempt = 0; ; attempt += 1) {
      const bearer = token ? { authorization: `Bearer ${token}` } : {};
      const request: RequestInit = { method, headers: { ...headers, ...bearer }, body };
      const answer = await this.attempt(url, request, signal);
      if (!('error' in answer)) return answer.body as Answer<M, P>;
      signal?.throwIfAborted();
      // The token may have lapsed: a function may have a fresh one, and is asked for it once.
      if (answer.error.status === 401 && typeof this.token === 'function' && !renewed) {
        renewed = true;
        token = await this.bearer();
        continue;
      }
      const wait = pause(attempt, answer.after);
      if (!answer.again || Date.now() + wait > until) throw answer.error;
      await sleep(wait, signal);
      signal?.throwIfAborted();
    }
  }

  /** Carries out a command (section 5) without a socket. */
  async command(
    conversation: string,
    command: Command,
    { id = newId(), seen }: { id?: string; seen?: number } = {},
  ): Promise<Done> {
    const body = { id, conversation, command, ...(seen === undefined ? {} : { seen }) };
    return this.call('POST', '/v1/commands', { body });
  }

  /** The entries of a conversation's thread after a position that this caller may see, oldest first. */
  async *log(conversation: string, after = 0): AsyncGenerator<Entry, void, undefined> {
    for (let position = after; ; ) {
      const { entries, more } = await this.call('GET', '/v1/conversations/{conversation}/entries', {
        path: { conversation },
        query: { after: position, limit: PAGE },
      });
      yield* entries;
      const last = entries.at(-1);
      if (!last || !more) return;
      position = last.seq;
    }
  }

  /** The pages of a list, as long as its answers have a `cursor`. */
  async *pages<P extends Listed>(
    path: P,
    ...[input]: Rest<'GET', P>
  ): AsyncGenerator<Answer<'GET', P>, void, undefined> {
    const loose = (input ?? {}) as Loose;
    let cursor: string | null | undefined;
    do {
      const query: Loose['query'] = cursor ? { ...loose.query, cursor } : { ...loose.query };
      const page: Answer<'GET', P> = await this.call(
        'GET',
        path,
        ...([{ ...loose, query }] as never),
      );
      yield page;
      cursor = (page as { cursor?: string | null }).cursor;
    } while (cursor);
  }

  private url(path: string, { path: parameters = {}, query = {} }: Loose): URL {
    const filled = path.replace(/\{(\w+)\}/g, (_, name: string) =>
      encodeURIComponent(parameters[name] ?? ''),
    );
    const url = new URL(this.address + filled);
    for (const [name, value] of Object.entries(query)) {
      for (const one of Array.isArray(value) ? value : [value]) {
        if (one !== undefined && one !== null) url.searchParams.append(name, String(one));
      }
    }
    return url;
  }

  /** Uploads carry no id in their body: a key tells their repetitions. */
  private key(path: string): Record<string, string> {
    return UPLOADS.includes(path) ? { 'idempotency-key': newId() } : {};
  }

  private async bearer(): Promise<string | undefined> {
    try {
      return typeof this.token === 'function' ? await this.token() : this.token;
    } catch (cause) {
      throw new Unreachable('There is no token: the function that gets one failed', { cause });
    }
  }

  private async attempt(
    url: URL,
    request: RequestInit,
    signal: AbortSignal | undefined,
  ): Promise<{ body: unknown } | Failure> {
    const limit = AbortSignal.timeout(this.options.timeout ?? TIMEOUT);
    const both = signal ? AbortSignal.any([signal, limit]) : limit;
    const what = `${request.method} ${url.pathname}`;
    try {
      const answer = await (this.options.fetch ?? fetch)(url, { ...request, signal: both });
      const text = await answer.text();
      const after = retryAfter(answer.headers.get('retry-after'));
      const body = parsed(text);
      if (answer.ok && body !== undefined) return { body };
      const again = [429, 502, 503, 504].includes(answer.status);
      if (isProblem(body)) {
        const error = new Refused(body.error, answer.status, after);
        return { error, again, after: error.retryAfter };
      }
      // The gateway itself answers 500 where it cannot reach the server.
      const words = `${what} was answered with ${answer.status}: ${text.slice(0, 200)}`;
      const error = new Unreachable(words, { status: answer.status });
      return { error, again: again || answer.status === 500, after };
    } catch (cause) {
      return { error: new Unreachable(`${what} got no answer`, { cause }), again: true };
    }
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isProblem(body: unknown): body is Problem {
  return typeof body === 'object' && body !== null && 'error' in body;
}
