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
import { Files, Unfit } from './files';
import type { Words } from './words';

/** What the visitor wrote and the log does not show yet. */
export interface Unsent {
  id: string;
  text: string;
  state: 'sending' | 'failed';
  problem?: string | undefined;
  /** It is a file: nothing yet while it is being handed in, then the upload's id. */
  file?: { reference?: string } | undefined;
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
  readonly files: Files;

  private visitor: Visitor | undefined;
  private readonly key: string;
  private link: Connection;
  private stopTyping: (() => void) | undefined;
  private stopResend: (() => void) | undefined;
  private typed = 0;
  private seen = 0;
  /** Up to where we have been told to have seen. */
  private told = 0;
  /** Files that are on their way, by the id of their message. */
  private readonly handed = new Map<string, { file: File; words: Words }>();
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
    this.files = new Files({
      base: options.base ?? '',
      fetch: options.fetch,
      token: () => this.visitor?.token ?? '',
    });
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
    this.tellSeen();
  }

  private tellSeen(): void {
    if (this.seen <= this.told) return;
    const frame: VisitorFrame = { action: 'seen', number: this.seen };
    if (this.link.send(frame)) this.told = this.seen;
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

  /** Sends a file: it is handed in first, and the message follows when it is safe. */
  attach(file: File, words: Words): void {
    const id = uuidv7(this.options.clock.now());
    this.unsent.push({ id, text: file.name, state: 'sending', file: {} });
    this.handed.set(id, { file, words });
    this.left = false;
    void this.handIn(id);
    this.options.onChange();
  }

  private async handIn(id: string): Promise<void> {
    const handed = this.handed.get(id);
    if (!handed) return;
    try {
      const { reference } = await this.files.handIn(handed.file, handed.words);
      this.change(id, { file: { reference } });
      this.handed.delete(id);
      this.flush();
    } catch (error) {
      const problem = error instanceof Unfit ? error.message : undefined;
      this.change(id, { state: 'failed', problem });
    }
  }

  private change(id: string, to: Partial<Unsent>): void {
    this.unsent = this.unsent.map((u) => (u.id === id ? { ...u, ...to } : u));
    this.keep();
    this.options.onChange();
  }

  discard(id: string): void {
    this.handed.delete(id);
    this.unsent = this.unsent.filter((u) => u.id !== id);
    this.keep();
    this.options.onChange();
  }

  retry(id: string): void {
    this.change(id, { state: 'sending', problem: undefined });
    if (this.handed.has(id)) void this.handIn(id);
    else if (this.known) this.flush();
    else void this.begin('');
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
      this.files.rules = answer.files ?? [];
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
    this.told = 0;
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
        this.tellSeen();
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
    for (const { id, text, file } of waiting) {
      if (!file) this.send({ action: 'messaging', id, command: { type: 'write', text } });
      else if (file.reference) {
        const { reference } = file;
        this.send({ action: 'messaging', id, command: { type: 'attach', reference } });
      }
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
    // A file that is not handed in yet is gone with the page.
    const unsent = this.unsent.filter((u) => !u.file || u.file.reference);
    const kept: Kept = { visitor: this.visitor, unsent, seen: this.seen };
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
