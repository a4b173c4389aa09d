import type {
  ChatState,
  Choice,
  Visitor,
  VisitorFrame,
  VisitorMessage,
  VisitorPush,
  VisitorTicket,
} from '../contract/protocol';
import { Connection, type ConnectionState } from '../engine/connection';
import type { About, Absence } from './about';
import { Forgotten, post, type Trouble } from './api';
import type { Files } from './files';
import { Handing } from './handing';
import { loadMore, type More } from './load-more';
import type { ChatOptions } from './options';
import { troubleOf } from './trouble';
import { Typing } from './typing';
import { commandOf, type Kept, keptOf, newId, readKept, ready, type Unsent } from './unsent';
import type { Words } from './words';

const RESEND_AFTER = 5_000;
const ASK_EVERY = 60_000;

/** One visitor's chat: resumes by message number, and sends each message until it is safe. */
export class Chat {
  messages: VisitorMessage[] = [];
  unsent: Unsent[] = [];
  state: ChatState = 'new';
  /** The place in the queue, while waiting; 1 is next. */
  place: number | undefined;
  /** The message whose choices the visitor can take. */
  asks: number | undefined;
  readonly typing: Typing;
  connection: ConnectionState = 'connecting';
  unavailable = false;
  /** The obstacle, if it is known. */
  why: Trouble | undefined;
  about: About;
  words?: Words;
  /** The page hides the agents' names. */
  nameless = false;
  /** Nobody can serve the visitor now. */
  away: Absence | undefined;
  /** The earlier chat is gone for good: the server does not know its visitor any more. */
  lost = false;
  /** The visitor has ended the chat; the agent may still write. */
  left = false;
  readonly files: Files;
  private visitor: Visitor | undefined;
  readonly key: string;
  private link: Connection;
  private stopResend: (() => void) | undefined;
  private seen = 0;
  /** The moment of the last question whether anybody is there. */
  private asked = 0;
  /** The last read position that the server has. */
  private told = 0;
  private readonly handing: Handing;
  /** The id of the command that leaves the chat, until it is safe. */
  private leaving: string | undefined;
  private beginning: Promise<Trouble | undefined> | undefined;
  /** Messages that arrived or were discarded here: another tab may still keep them. */
  private readonly over = new Set<string>();

  constructor(private readonly options: ChatOptions) {
    this.about = options.about ?? {};
    this.key = `switchboard.chat.${options.asset}${this.about.user ?? ''}`;
    const kept = readKept(options.storage.getItem(this.key));
    if (kept && kept.visitor.expires > options.clock.now()) {
      this.visitor = kept.visitor;
      this.unsent = kept.unsent;
      this.seen = kept.seen ?? 0;
    }
    this.files = {
      base: options.base ?? '',
      fetch: options.fetch,
      token: () => this.visitor?.token ?? '',
      rules: [],
    };
    this.handing = new Handing(
      this.files,
      () => this.more(),
      (id, to) => this.change(id, to),
      () => this.flush(),
    );
    this.typing = new Typing(options.clock, options.onChange);
    this.link = this.connect();
  }

  more(): Promise<More> {
    return (this.options.more ?? loadMore)();
  }

  /** True if there is a chat to go on with. */
  get known(): boolean {
    return this.visitor !== undefined;
  }

  /** True if a message goes out at once. */
  get live(): boolean {
    return this.connection === 'live';
  }

  get position(): number {
    return this.messages.at(-1)?.number ?? 0;
  }

  /** The number of the agents' messages that the visitor has not looked at. */
  get unread(): number {
    return this.messages.filter((m) => m.from === 'us' && m.number > this.seen).length;
  }

  /** Marks every message as looked at. */
  look(): void {
    if (this.position <= this.seen) return;
    this.seen = this.position;
    this.keep();
    this.tellSeen();
  }

  private tellSeen(): void {
    if (this.seen <= this.told) return;
    if (this.link.send({ action: 'seen', number: this.seen })) this.told = this.seen;
  }

  /** Begins the chat. Returns the obstacle, if there is one. */
  begin(about = this.about): Promise<Trouble | undefined> {
    this.beginning ??= this.introduce(about).finally(() => {
      this.beginning = undefined;
    });
    return this.beginning;
  }

  private async introduce({ name, email }: About): Promise<Trouble | undefined> {
    const { identity } = this.about;
    const body = { asset: this.options.asset, name: name?.slice(0, 40), email, identity };
    try {
      this.visitor = await this.post<Visitor>('/v1/visitors', body);
      this.unavailable = false;
      this.why = undefined;
      this.lost = false;
      this.keep();
      this.resume();
    } catch (error) {
      this.why = undefined;
      this.unavailable = true;
      this.unsent = this.unsent.map((u) => ({ ...u, state: 'failed' }));
      await this.explain(error);
      return this.why ?? { message: '' };
    } finally {
      this.options.onChange();
    }
    return undefined;
  }

  /** Takes the messages that another tab of the same visitor keeps: both are one chat. */
  adopt(text: string | null): void {
    const kept = readKept(text);
    if (!kept) return;
    this.visitor = kept.visitor;
    this.seen = Math.max(this.seen, kept.seen ?? 0);
    this.resume();
    this.options.onChange();
  }

  resume(): void {
    if (this.visitor) this.link.start();
  }

  /** Asks again whether anybody is there, if the last answer is old. */
  refresh(): void {
    if (!this.live || this.options.clock.now() - this.asked < ASK_EVERY) return;
    this.ticket().then(this.options.onChange, () => {});
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
    const reach = this.away?.reach;
    this.unsent.push({ id: newId(), text, reach, state: 'sending' });
    this.refresh();
    this.typing.sent();
    this.left = false;
    this.leaving = undefined;
    this.keep();
    // If the page asks for no name, the first message begins the chat.
    if (this.known) this.flush();
    else void this.begin();
    this.options.onChange();
  }

  /** Takes a choice. However often the visitor presses it, in any tab, it is one command. */
  choose(message: number, { value, label }: Choice): void {
    const id = `choice-${String(message).padStart(3, '0')}`;
    if (this.unsent.some((u) => u.id === id)) return;
    this.unsent.push({ id, text: label, state: 'sending', choice: { message, value } });
    this.keep();
    this.flush();
    this.options.onChange();
  }

  /** Sends a file: the upload comes first, and the message follows when it is safe. */
  attach(file: File, words: Words): void {
    this.unsent.push({ id: newId(), text: '', state: 'sending', file: {}, raw: file, done: 0 });
    this.left = false;
    this.handing.hand(this.unsent.at(-1), words);
    this.options.onChange();
  }

  private change(id: string, to: Partial<Unsent>): void {
    this.unsent = this.unsent.map((u) => (u.id === id ? { ...u, ...to } : u));
    this.keep();
    this.options.onChange();
  }

  discard(id: string): void {
    this.handing.drop(id);
    this.over.add(id);
    this.unsent = this.unsent.filter((u) => u.id !== id);
    this.change(id, {});
  }

  retry(id: string, words = this.words): void {
    this.change(id, { state: 'sending', problem: undefined, reach: this.away?.reach });
    const again = this.unsent.find((u) => u.id === id);
    if (words && this.handing.hand(again, words)) return;
    if (this.known) this.flush();
    else void this.begin();
  }

  leave(): void {
    this.leaving = newId();
    this.flush();
  }

  type(): void {
    this.typing.tell(() => this.link.send({ action: 'typing' } satisfies VisitorFrame));
  }

  private connect(): Connection {
    return new Connection({
      clock: this.options.clock,
      random: this.options.random,
      ticket: () => this.ticket(),
      open: this.options.open,
      hello: () => ({ action: 'hello', after: this.position }),
      ping: () => this.ping(),
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
      this.why = undefined;
      this.away = answer.away ? { ...this.away, ...answer.away } : undefined;
      this.asked = this.options.clock.now();
      this.files.rules = answer.files ?? [];
      this.keep();
      return `${answer.url}?ticket=${encodeURIComponent(answer.ticket)}`;
    } catch (error) {
      if (error instanceof Forgotten) this.forget();
      else void this.explain(error);
      throw error;
    }
  }

  private async explain(error: unknown): Promise<void> {
    this.why ??= await troubleOf(error, this.options.base, () => this.more(), this.words);
    this.options.onChange();
  }

  /** The server does not know this visitor any more: begins anew, and keeps unsent messages. */
  private forget(): void {
    this.visitor = undefined;
    this.lost = true;
    this.messages = [];
    this.asks = undefined;
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
        this.typing.heard(this.nameless ? undefined : (push.by ?? undefined));
        break;
      case 'refused':
        this.refused(push);
        break;
      default:
        this.left ||= push.id === this.leaving;
        if (this.left) this.leaving = undefined;
        // The message follows in a `chat`; meanwhile the next one goes.
        this.unsent = this.unsent.map((u) => (u.id === push.id ? { ...u, safe: true } : u));
        this.flush();
    }
    this.options.onChange();
  }

  private refused({ id, code, message }: Extract<VisitorPush, { type: 'refused' }>): void {
    // Another tab answered the question, or it is over: another try is in vain.
    if (code === 'survey_over' || code === 'id_reused')
      this.unsent = this.unsent.filter((u) => u.id !== id);
    else this.change(id ?? '', { state: 'failed', problem: message });
    this.keep();
    this.flush();
  }

  private apply(push: Extract<VisitorPush, { type: 'chat' }>): void {
    if (push.position < this.position) return;
    this.state = push.state;
    this.place = push.state === 'waiting' ? (push.place ?? undefined) : undefined;
    this.asks = push.asks ?? undefined;
    const later = push.messages.filter((message) => message.number > this.position);
    const gap = later.length > 0 && later[0]?.number !== this.position + 1;
    const fresh = gap ? [] : later;
    if (this.nameless) for (const message of fresh) message.by = null;
    this.messages = [...this.messages, ...fresh].slice(-400);
    if (fresh.some((message) => message.from === 'us')) {
      this.typing.on = false;
      this.left = false;
    }
    const arrived = new Set(fresh.map((message) => message.command));
    for (const id of arrived) if (id) this.over.add(id);
    const before = this.unsent.length;
    this.unsent = this.unsent.filter((u) => !arrived.has(u.id));
    if (this.unsent.length !== before) this.keep();
    // The chat asks on from each part until there is no more, but not from a part that comes twice.
    const twice = push.messages.length > 0 && later.length === 0;
    if (push.position > this.position && !twice) this.link.send(this.ping());
  }

  /** Sends the messages that are not safe yet, again and again under the same id. */
  private flush(): void {
    this.stopResend?.();
    // One after the other: two at once may overtake each other.
    const next = this.unsent.find(ready);
    const id = next?.id ?? this.leaving;
    if (!id) return;
    const command = next ? commandOf(next) : ({ type: 'leave' } as const);
    this.link.send({ action: 'messaging', id, after: this.position, command });
    this.stopResend = this.options.clock.after(RESEND_AFTER, () => this.flush());
  }

  private ping = (): VisitorFrame => ({ action: 'ping', after: this.position });

  private post<T>(path: string, body?: object): Promise<T> {
    const { base = '', fetch } = this.options;
    return post<T>(fetch, `${base}${path}`, this.visitor?.token, body);
  }

  private keep(): void {
    if (!this.visitor) return;
    try {
      const theirs = readKept(this.options.storage.getItem(this.key))?.unsent ?? [];
      const unsent = keptOf(this.unsent, theirs, this.over);
      const kept: Kept = { visitor: this.visitor, unsent, seen: this.seen };
      this.options.storage.setItem(this.key, JSON.stringify(kept));
    } catch {
      // The chat lives as long as the page.
    }
  }
}
