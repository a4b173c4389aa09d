import { Changes } from './changes.js';
import type { Refused as Refusal } from './generated/protocol.js';
import { Pending } from './pending.js';
import { Refused, Stopped, Unreachable } from './refused.js';
import { jitter, pause, sleep } from './repeat.js';
import { Line, platformWebSocket, type WebSocketClass } from './websocket.js';

/** Durations in ms, as docs/protocol asks for them; tests shorten them. */
export interface Times {
  pingEvery: number;
  answerWithin: number;
  /** For how long `start` tries, and for how long a command that met `busy` is repeated. */
  patience: number;
  /** The server ends a socket after two hours: the client moves to a new one before that. */
  moveAfter: () => number;
}

export interface SocketOptions<Push> {
  /** The class of sockets, where the platform has none of its own. */
  WebSocket?: WebSocketClass;
  /** Gets every frame, before the client takes it in. */
  onPush?: (push: Push) => void;
  /** Learns why the server cannot be reached just now; the client tries again by itself. */
  onUnreachable?: (reason: unknown) => void;
  times?: Partial<Times>;
}

export interface Opening {
  ticket: string;
  url: string;
}
type Identified = { id: string };
type Push = { type: string };
type Answered = ({ type: 'ack' } | ({ type: 'refused' } & Refusal)) & { id?: string | null };

const MINUTE = 60_000;
const TIMES: Times = {
  pingEvery: MINUTE,
  answerWithin: 10_000,
  patience: MINUTE,
  moveAfter: () => (90 + Math.random() * 25) * MINUTE,
};
const AGAIN = new Set<string>(['busy', 'unavailable', 'too_many_requests']);
/** The largest frame that the server takes, in bytes. */
const LARGEST = 32_768;

/**
 * Keeps one socket open (docs/protocol, section 3). Subclasses get a ticket, give the first frame, and
 * take frames in.
 */
export abstract class Socket<Frame extends object, P extends Push> extends Changes {
  /** How many sockets have ended. */
  cuts = 0;
  protected readonly ended = new AbortController();
  private readonly times: Times;
  private readonly options: SocketOptions<P>;
  private readonly pending = new Pending<Frame & Identified, Answered>();
  private line: Line | undefined;
  /** Fires where an answer to `hello` or `ping` is overdue. */
  private overdue: ReturnType<typeof setTimeout> | undefined;
  /** Whether a server has ever answered, and whether the present one has. */
  private known = false;
  private greeted = false;

  constructor(options: SocketOptions<P>) {
    super();
    this.options = options;
    this.times = { ...TIMES, ...options.times };
  }

  protected abstract ticket(signal: AbortSignal): Promise<Opening>;
  protected abstract first(): Frame;
  protected abstract ping(): Frame;
  /** Whether a frame answers `hello` or `ping`. */
  protected abstract answers(push: P): boolean;
  protected abstract take(push: P): void;

  /** Resolves when the server has greeted this client. Throws the refusal if it never will. */
  async start(): Promise<this> {
    void this.run();
    await this.until(() => this.known);
    return this;
  }

  /** Ends the client; open commands and waits throw `Stopped`. */
  async stop(): Promise<void> {
    this.end(new Stopped());
    await this.line?.closed;
  }

  /** Sends a frame that gets no answer, if there is a socket just now. */
  send(frame: Frame): void {
    this.line?.send(JSON.stringify(frame));
  }

  /** Sends a command until the server answers. Throws `Refused`. */
  protected async ask(frame: Frame & Identified): Promise<Extract<P, { type: 'ack' }>> {
    const bytes = new TextEncoder().encode(JSON.stringify(frame)).length;
    if (bytes > LARGEST) throw new Refused(tooLarge(bytes));
    const until = Date.now() + this.times.patience;
    for (let attempt = 0; ; attempt += 1) {
      const answer = await this.pending.ask(frame, this.times.answerWithin, () => this.send(frame));
      if (answer.type === 'ack') return answer as Extract<P, { type: 'ack' }>;
      const refused = new Refused(answer);
      const wait = pause(attempt, refused.retryAfter);
      if (!AGAIN.has(answer.code) || Date.now() + wait > until) throw refused;
      await sleep(wait, this.ended.signal);
    }
  }

  private async run(): Promise<void> {
    const began = Date.now();
    const pings = setInterval(() => this.beat(this.ping()), this.times.pingEvery);
    for (let attempt = 0; !this.ended.signal.aborted; ) {
      if (attempt > 0) await sleep(jitter(attempt), this.ended.signal);
      if (this.ended.signal.aborted) break;
      attempt += 1;
      try {
        await this.session();
        // A server that takes a socket and never greets is none to call again at once.
        if (this.greeted) attempt = 0;
      } catch (error) {
        this.options.onUnreachable?.(error);
        const late = !this.known && Date.now() - began >= this.times.patience;
        if (late || isFinal(error)) this.end(error as Error);
      }
    }
    clearInterval(pings);
    this.settled();
  }

  /** Opens a socket in place of the present one, and returns when its time is over. */
  private async session(): Promise<void> {
    const { signal } = this.ended;
    const Socket = this.options.WebSocket ?? (await platformWebSocket());
    const { url, ticket } = await this.ticket(signal);
    const address = `${url}?ticket=${encodeURIComponent(ticket)}`;
    const line = await Line.open(Socket, address, (from, text) => this.read(from, text));
    if (signal.aborted) return line.close();
    this.line?.close();
    this.line = line;
    this.greeted = false;
    this.settled();
    void line.closed.then(() => {
      this.cuts += 1;
      if (this.line === line) this.line = undefined;
    });
    this.beat(this.first());
    for (const frame of this.pending.frames()) this.send(frame);
    const moved = new AbortController();
    const any = AbortSignal.any([signal, moved.signal]);
    await Promise.race([line.closed, sleep(this.times.moveAfter(), any)]);
    moved.abort();
  }

  /** Sends `hello` or `ping`; a socket on which the answer does not come in time is dead. */
  private beat(frame: Frame): void {
    const { line } = this;
    if (!line) return;
    this.send(frame);
    this.overdue ??= setTimeout(() => line.close(), this.times.answerWithin);
  }

  private settled(): void {
    clearTimeout(this.overdue);
    this.overdue = undefined;
  }

  private read(line: Line, text: string): void {
    if (this.ended.signal.aborted) return;
    try {
      const push = JSON.parse(text) as P;
      this.options.onPush?.(push);
      if (this.answers(push) && line === this.line) {
        this.settled();
        this.greeted = true;
        this.known = true;
      }
      if (push.type === 'ack' || push.type === 'refused') this.pending.answer(push as Answered);
      this.take(push);
      this.changed();
    } catch (error) {
      // A fault in this client or in the caller's `onPush` must not pass for a fault of the network.
      this.end(error as Error);
    }
  }

  /** Gives this socket up: the client opens another, after a pause. */
  protected reopen(): void {
    this.greeted = false;
    this.line?.close();
  }

  private end(reason: Error): void {
    this.fail(reason);
    this.pending.fail(reason);
    this.ended.abort();
    this.line?.close();
  }
}

/** No later attempt can succeed: the caller may not enter, or asks for something that is not there. */
function isFinal(error: unknown): boolean {
  if (!(error instanceof Refused || error instanceof Unreachable)) return false;
  const status = error.status ?? 0;
  return status >= 400 && status < 500 && status !== 408 && status !== 429;
}

function tooLarge(bytes: number): Refusal {
  const message = `The frame holds ${bytes} bytes, and may hold ${LARGEST}.`;
  return { code: 'frame_too_large', message, remedy: 'Send less at once.' };
}
