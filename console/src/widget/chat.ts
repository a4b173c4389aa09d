import type { Clock } from '../client/clock';
import { Connection, type ConnectionState, type Socket } from '../client/connection';
import { uuidv7 } from '../client/ids';
import type {
  ChatState,
  NewVisitor,
  Visitor,
  VisitorFrame,
  VisitorMessage,
  VisitorPush,
  VisitorTicket,
} from '../client/protocol';

/** What the visitor wrote and the log does not show yet. */
export interface Unsent {
  id: string;
  text: string;
  state: 'sending' | 'failed';
  problem?: string | undefined;
}

export interface ChatOptions {
  asset: string;
  /** Where the API is; empty for where the page is from. */
  base?: string;
  clock: Clock;
  random: () => number;
  fetch: typeof fetch;
  open: (url: string) => Socket;
  storage: Store;
  onChange: () => void;
}

export type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

interface Kept {
  visitor: Visitor;
  unsent: Unsent[];
  /** The newest message that was looked at. */
  seen?: number;
}

const TYPING_LASTS = 5_000;
const TYPING_EVERY = 3_000;
const RESEND_AFTER = 5_000;

/** One visitor's chat: resumes by message number, sends what it has written until it is safe. */
export class Chat {
  messages: VisitorMessage[] = [];
  unsent: Unsent[] = [];
  state: ChatState = 'new';
  /** The place in the queue, while waiting; 1 is next. */
  place: number | undefined;
  typing = false;
  connection: ConnectionState = 'connecting';
  unavailable = false;
  /** The visitor has ended the chat; who answers may still write. */
  left = false;

  private visitor: Visitor | undefined;
  private readonly key: string;
  private link: Connection;
  private stopTyping: (() => void) | undefined;
  private stopResend: (() => void) | undefined;
  private typed = 0;
  private seen = 0;
  /** The id under which the chat is being left, until that is safe. */
  private leaving: string | undefined;
  private beginning: Promise<void> | undefined;

  constructor(private readonly options: ChatOptions) {
    this.key = `switchboard.chat.${options.asset}`;
    const kept = read(options.storage.getItem(this.key));
    if (kept && kept.visitor.expires > options.clock.now()) {
      this.visitor = kept.visitor;
      this.unsent = kept.unsent;
      this.seen = kept.seen ?? 0;
    }
    this.link = this.connect();
  }

  /** Whether there is a chat to go on with. */
  get known(): boolean {
    return this.visitor !== undefined;
  }

  get position(): number {
    return this.messages.at(-1)?.number ?? 0;
  }

  /** Messages of ours that nobody has looked at yet. */
  get unread(): number {
    return this.messages.filter((m) => m.from === 'us' && m.number > this.seen).length;
  }

  /** Everything there is has been looked at. */
  look(): void {
    if (this.position <= this.seen) return;
    this.seen = this.position;
    this.keep();
  }

  begin(name: string): Promise<void> {
    this.beginning ??= this.introduce(name).finally(() => {
      this.beginning = undefined;
    });
    return this.beginning;
  }

  private async introduce(name: string): Promise<void> {
    const body: NewVisitor = { asset: this.options.asset };
    if (name.trim()) body.name = name.trim().slice(0, 40);
    try {
      this.visitor = await this.post<Visitor>('/v1/visitors', body);
      this.unavailable = false;
      this.keep();
      this.resume();
    } catch {
      this.unavailable = true;
      this.unsent = this.unsent.map((u) => ({ ...u, state: 'failed' }));
    }
    this.options.onChange();
  }

  resume(): void {
    if (this.visitor) this.link.start();
  }

  stop(): void {
    this.link.stop();
    this.stopResend?.();
  }

  wake(): void {
    this.link.wake();
  }

  setOnline(online: boolean): void {
    this.link.setOnline(online);
  }

  write(text: string): void {
    this.unsent.push({ id: uuidv7(this.options.clock.now()), text, state: 'sending' });
    // What is typed from now on is another message.
    this.typed = 0;
    this.left = false;
    this.leaving = undefined;
    this.keep();
    // Where nobody was asked for a name, the first message begins the chat.
    if (this.known) this.flush();
    else void this.begin('');
    this.options.onChange();
  }

  discard(id: string): void {
    this.unsent = this.unsent.filter((u) => u.id !== id);
    this.keep();
    this.options.onChange();
  }

  retry(id: string): void {
    this.unsent = this.unsent.map((u) => (u.id === id ? { ...u, state: 'sending' } : u));
    if (this.known) this.flush();
    else void this.begin('');
    this.options.onChange();
  }

  leave(): void {
    this.leaving = uuidv7(this.options.clock.now());
    this.flush();
  }

  type(): void {
    const now = this.options.clock.now();
    if (now - this.typed < TYPING_EVERY) return;
    if (this.link.send({ action: 'typing' } satisfies VisitorFrame)) this.typed = now;
  }

  private connect(): Connection {
    return new Connection({
      clock: this.options.clock,
      random: this.options.random,
      ticket: () => this.ticket(),
      open: this.options.open,
      hello: () => ({ action: 'hello', after: this.position }),
      ping: () => ({ action: 'ping', after: this.position }),
      answers: (frame) => frame.type === 'chat',
      onFrame: (frame) => this.receive(frame as VisitorPush),
      onStatus: (status) => {
        this.connection = status.state;
        this.options.onChange();
      },
    });
  }

  private async ticket(): Promise<string> {
    try {
      const answer = await this.post<VisitorTicket>('/v1/visitors/ticket');
      this.visitor = answer.visitor;
      this.keep();
      return `${answer.url}?ticket=${encodeURIComponent(answer.ticket)}`;
    } catch (error) {
      if (error instanceof Forgotten) this.forget();
      throw error;
    }
  }

  /** The server does not know this visitor any more: begin anew, keeping what was not sent. */
  private forget(): void {
    this.visitor = undefined;
    this.messages = [];
    this.seen = 0;
    this.state = 'new';
    this.place = undefined;
    this.options.storage.removeItem(this.key);
    this.link.stop();
    this.link = this.connect();
    this.options.onChange();
  }

  private receive(push: VisitorPush): void {
    switch (push.type) {
      case 'chat':
        this.apply(push);
        this.link.synced();
        this.flush();
        break;
      case 'place':
        if (this.state === 'waiting') this.place = push.place;
        break;
      case 'typing':
        this.typing = true;
        this.stopTyping?.();
        this.stopTyping = this.options.clock.after(TYPING_LASTS, () => {
          this.typing = false;
          this.options.onChange();
        });
        break;
      case 'refused':
        this.unsent = this.unsent.map((u) =>
          u.id === push.id ? { ...u, state: 'failed', problem: push.message } : u,
        );
        this.keep();
        break;
      default:
        // Of a message there is nothing to do: it follows in a `chat`.
        this.left ||= push.id === this.leaving;
        if (this.left) this.leaving = undefined;
    }
    this.options.onChange();
  }

  private apply(push: Extract<VisitorPush, { type: 'chat' }>): void {
    if (push.position < this.position) return;
    this.state = push.state;
    this.place = push.state === 'waiting' ? (push.place ?? undefined) : undefined;
    const fresh = push.messages.filter((message) => message.number > this.position);
    if (fresh.length > 0 && fresh[0]?.number !== this.position + 1) {
      this.send({ action: 'ping', after: this.position });
      return;
    }
    this.messages = [...this.messages, ...fresh].slice(-400);
    if (fresh.some((message) => message.from === 'us')) {
      this.typing = false;
      this.left = false;
    }
    const arrived = new Set(fresh.map((message) => message.command));
    const before = this.unsent.length;
    this.unsent = this.unsent.filter((u) => !arrived.has(u.id));
    if (this.unsent.length !== before) this.keep();
    if (push.position > this.position) this.send({ action: 'ping', after: this.position });
  }

  /** Sends what is not safe yet, again and again under the same id. */
  private flush(): void {
    this.stopResend?.();
    const waiting = this.unsent.filter((u) => u.state === 'sending');
    if (waiting.length === 0 && !this.leaving) return;
    for (const { id, text } of waiting) {
      this.send({ action: 'messaging', id, command: { type: 'write', text } });
    }
    if (this.leaving) {
      this.send({ action: 'messaging', id: this.leaving, command: { type: 'leave' } });
    }
    this.stopResend = this.options.clock.after(RESEND_AFTER, () => this.flush());
  }

  private send(frame: VisitorFrame): void {
    this.link.send(frame);
  }

  private keep(): void {
    if (!this.visitor) return;
    const kept: Kept = { visitor: this.visitor, unsent: this.unsent, seen: this.seen };
    try {
      this.options.storage.setItem(this.key, JSON.stringify(kept));
    } catch {
      // No storage: the chat lives as long as the page.
    }
  }

  private async post<T>(path: string, body?: object): Promise<T> {
    const headers: Record<string, string> = {};
    if (body) headers['content-type'] = 'application/json';
    else if (this.visitor) headers.authorization = `Bearer ${this.visitor.token}`;
    const answer = await this.options.fetch(`${this.options.base ?? ''}${path}`, {
      method: 'POST',
      headers,
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    if (answer.status === 401) throw new Forgotten();
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
    return (await answer.json()) as T;
  }
}

class Forgotten extends Error {}

function read(text: string | null): Kept | undefined {
  try {
    return text ? (JSON.parse(text) as Kept) : undefined;
  } catch {
    return undefined;
  }
}
