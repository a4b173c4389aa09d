import type { Clock } from './clock';

export type ConnectionState =
  | 'connecting'
  | 'syncing'
  | 'live'
  | 'reconnecting'
  | 'offline'
  | 'stale'
  | 'ended'
  | 'revoked';

export interface ConnectionStatus {
  state: ConnectionState;
  /** Tries since the loss of the connection. */
  attempt: number;
  /** The moment of the next try, by the client's clock. */
  nextAt?: number | undefined;
  /** The last round trip, in milliseconds. */
  roundTrip?: number | undefined;
  /** The reason why this agent may not come back, in the server's words. */
  reason?: string | undefined;
}

/** The part of a WebSocket that the console uses. */
export interface Socket {
  send(text: string): void;
  close(): void;
  onopen: (() => void) | null;
  onmessage: ((event: { data: unknown }) => void) | null;
  onclose: (() => void) | null;
}

/** Thrown by `ticket` when a new sign-in is the only way on. */
export class SessionEnded extends Error {}

/** Thrown by `ticket` when the server knows the agent and does not let them in. */
export class AccessRevoked extends Error {}

export interface ConnectionOptions {
  clock: Clock;
  random: () => number;
  /** Fetches a single-use ticket and returns the address to open. */
  ticket: () => Promise<string>;
  open: (url: string) => Socket;
  hello: () => object;
  ping: () => object;
  /** Recognises the answer to `hello` and to `ping`. */
  answers: (frame: { type: string }, what: 'hello' | 'ping') => boolean;
  onFrame: (frame: { type: string }, roundTrip?: number) => void;
  onStatus: (status: ConnectionStatus) => void;
}

export const PING_EVERY = 60_000;
export const PONG_LIMIT = 20_000;
export const WAKE_LIMIT = 3_000;
export const RENEW_AFTER = 110 * 60_000;
const RENEW_JITTER = 5 * 60_000;
const HELLO_LIMIT = 15_000;
const BACKOFF_MIN = 500;
const BACKOFF_MAX = 15_000;

/** Full jitter between half a second and a ceiling that doubles up to 15 s. */
export function backoff(attempt: number, random: () => number): number {
  const ceiling = Math.min(BACKOFF_MAX, BACKOFF_MIN * 2 ** Math.min(attempt, 10));
  return BACKOFF_MIN + random() * (ceiling - BACKOFF_MIN);
}

/** Keeps one socket alive until `stop`, and renews it before the gateway cuts it. */
export class Connection {
  private socket: Socket | undefined;
  private successor: Socket | undefined;
  private greeted = false;
  private status: ConnectionStatus = { state: 'connecting', attempt: 0 };
  private running = false;
  private online = true;
  /** Goes up whenever the work under way no longer matters. */
  private generation = 0;
  private pingSent: number | undefined;
  private readonly timers = new Map<'retry' | 'ping' | 'pong' | 'renew' | 'hello', () => void>();

  constructor(private readonly options: ConnectionOptions) {}

  get state(): ConnectionState {
    return this.status.state;
  }

  start(): void {
    if (this.running) return;
    this.running = true;
    this.set({ state: this.online ? 'connecting' : 'offline', attempt: 0 });
    void this.connect();
  }

  stop(): void {
    this.running = false;
    this.drop();
  }

  /** Returns whether the frame went out. Only a greeted socket takes frames. */
  send(frame: object): boolean {
    if (!this.socket || !this.greeted) return false;
    this.socket.send(JSON.stringify(frame));
    return true;
  }

  /** The reader of the frames calls this once nothing is missing any more. */
  synced(): void {
    if (this.status.state === 'syncing') this.set({ ...this.status, state: 'live', attempt: 0 });
  }

  retryNow(): void {
    if (this.running && !this.socket) this.reconnect(0);
  }

  setOnline(online: boolean): void {
    this.online = online;
    if (!this.running) return;
    if (!online) {
      this.set({ ...this.status, state: 'offline', nextAt: undefined });
    } else if (this.socket && this.greeted) {
      this.set({ ...this.status, state: 'live' });
      this.wake();
    } else {
      this.drop();
      this.set({ state: 'reconnecting', attempt: this.status.attempt });
      this.reconnect(0);
    }
  }

  /** Looks at once instead of at the next ping: after a sleep, a hidden tab or a network change. */
  wake(): void {
    if (!this.running) return;
    if (!this.socket) this.reconnect(0);
    else if (this.greeted) this.ping(WAKE_LIMIT);
  }

  private set(status: ConnectionStatus): void {
    this.status = status;
    this.options.onStatus(status);
  }

  private timer(name: 'retry' | 'ping' | 'pong' | 'renew' | 'hello', ms: number, run: () => void) {
    this.timers.get(name)?.();
    this.timers.set(name, this.options.clock.after(ms, run));
  }

  private clear(name: 'retry' | 'ping' | 'pong' | 'renew' | 'hello'): void {
    this.timers.get(name)?.();
    this.timers.delete(name);
  }

  private drop(): void {
    this.generation += 1;
    for (const cancel of this.timers.values()) cancel();
    this.timers.clear();
    this.pingSent = undefined;
    for (const socket of [this.socket, this.successor]) if (socket) release(socket);
    this.socket = undefined;
    this.successor = undefined;
    this.greeted = false;
  }

  private reconnect(delay: number): void {
    this.clear('retry');
    if (delay === 0) {
      void this.connect();
      return;
    }
    this.set({
      state: this.online
        ? this.status.state === 'connecting'
          ? 'connecting'
          : 'reconnecting'
        : 'offline',
      attempt: this.status.attempt,
      nextAt: this.options.clock.now() + delay,
    });
    this.timer('retry', delay, () => void this.connect());
  }

  private async connect(): Promise<void> {
    this.generation += 1;
    const mine = this.generation;
    try {
      const url = await this.options.ticket();
      if (mine !== this.generation || !this.running) return;
      this.adopt(this.options.open(url));
    } catch (error) {
      if (mine !== this.generation || !this.running) return;
      if (error instanceof SessionEnded) {
        this.stop();
        this.set({ state: 'ended', attempt: 0 });
      } else if (error instanceof AccessRevoked) {
        this.stop();
        this.set({ state: 'revoked', attempt: 0, reason: error.message });
      } else {
        this.lost();
      }
    }
  }

  private adopt(socket: Socket): void {
    this.socket = socket;
    this.timer('hello', HELLO_LIMIT, () => this.lost());
    socket.onopen = () => socket.send(JSON.stringify(this.options.hello()));
    socket.onmessage = (event) => this.receive(socket, event.data);
    socket.onclose = () => this.lost();
  }

  /** The socket is gone, or as good as gone. */
  private lost(state: 'reconnecting' | 'stale' = 'reconnecting'): void {
    const { attempt } = this.status;
    const before = this.status.state;
    this.drop();
    if (!this.running) return;
    this.set({
      state: !this.online ? 'offline' : before === 'connecting' ? before : state,
      attempt: attempt + 1,
    });
    this.reconnect(backoff(attempt + 1, this.options.random));
  }

  private receive(socket: Socket, data: unknown): void {
    const frame = parse(data);
    if (!frame) return;
    if (socket === this.successor) {
      if (!this.options.answers(frame, 'hello')) return;
      // Make before break: the old socket goes only after the server greeted the new one.
      if (this.socket) release(this.socket);
      this.socket = socket;
      this.successor = undefined;
      this.settle();
    } else if (!this.greeted && this.options.answers(frame, 'hello')) {
      this.greeted = true;
      this.clear('hello');
      this.set({ ...this.status, state: this.online ? 'syncing' : 'offline', nextAt: undefined });
      this.settle();
    }
    let roundTrip: number | undefined;
    if (this.pingSent !== undefined && this.options.answers(frame, 'ping')) {
      roundTrip = this.options.clock.now() - this.pingSent;
      this.pingSent = undefined;
      this.clear('pong');
      if (this.status.state !== 'offline') this.set({ ...this.status, roundTrip });
    }
    this.options.onFrame(frame, roundTrip);
  }

  /** A greeted socket: starts the pings and plans its end. */
  private settle(): void {
    this.pingSent = undefined;
    this.clear('pong');
    this.timer('ping', PING_EVERY, () => this.ping(PONG_LIMIT));
    const jitter = (this.options.random() * 2 - 1) * RENEW_JITTER;
    this.timer('renew', RENEW_AFTER + jitter, () => void this.renew());
  }

  private ping(limit: number): void {
    this.timer('ping', PING_EVERY, () => this.ping(PONG_LIMIT));
    this.pingSent = this.options.clock.now();
    this.timer('pong', limit, () => this.lost('stale'));
    this.send(this.options.ping());
  }

  private async renew(): Promise<void> {
    const mine = this.generation;
    const again = () => this.timer('renew', 60_000, () => void this.renew());
    try {
      const url = await this.options.ticket();
      if (mine !== this.generation) return;
      const socket = this.options.open(url);
      this.successor = socket;
      socket.onopen = () => socket.send(JSON.stringify(this.options.hello()));
      socket.onmessage = (event) => this.receive(socket, event.data);
      socket.onclose = () => {
        if (this.successor === socket) {
          this.successor = undefined;
          again();
        } else if (this.socket === socket) {
          this.lost();
        }
      };
    } catch {
      if (mine === this.generation) again();
    }
  }
}

function release(socket: Socket): void {
  socket.onopen = null;
  socket.onmessage = null;
  socket.onclose = null;
  socket.close();
}

function parse(data: unknown): { type: string } | undefined {
  if (typeof data !== 'string') return undefined;
  try {
    const frame: unknown = JSON.parse(data);
    if (frame && typeof frame === 'object' && 'type' in frame && typeof frame.type === 'string') {
      return frame as { type: string };
    }
  } catch {
    // Not JSON: no reader could use it.
  }
  return undefined;
}
