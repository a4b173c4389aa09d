import type { DirectMessage, Frame, Push, Talk } from '@/contract/protocol';
import type { Api } from '@/engine/api';
import type { Clock } from '@/engine/clock';
import type { CommandSender } from '@/engine/commandSender';
import { uuidv7 } from '@/engine/ids';
import { Outbox, type OutboxItem, type OutboxStore } from '@/engine/outbox';

type DirectFrame = Extract<Frame, { action: 'direct' }>;

/** A message to a colleague, on its way. */
export interface Saying extends Pick<DirectFrame, 'text' | 'conversation'> {
  type: 'direct';
}
export type SayingItem = OutboxItem<Saying>;
type Direct = Extract<Push, { type: 'direct' }>;

/** The loaded messages, without gaps up to the newest. */
export interface Held {
  messages: readonly DirectMessage[];
  state: 'loading' | 'ready' | 'failed';
}

/** A colleague's new line. */
export interface Line {
  with: string;
  text: string;
}

/** The prefix of the keys of drafts and unsent messages to a colleague. */
const PLACE = 'direct:';
export const placeOf = (colleague: string) => `${PLACE}${colleague}`;

/** One store keeps both kinds of messages; each outbox gets back its own. */
export const conversationStore = (store: OutboxStore): OutboxStore => ({
  load: async () => (await store.load()).filter((item) => !item.conversation.startsWith(PLACE)),
  put: (item) => store.put(item),
  remove: (id) => store.remove(id),
});
function directStore(store: OutboxStore): OutboxStore<Saying> {
  const any = store as unknown as OutboxStore<Saying>;
  return {
    load: async () => (await any.load()).filter((item) => item.conversation.startsWith(PLACE)),
    put: (item) => any.put(item),
    remove: (id) => any.remove(id),
  };
}

export interface TalksOptions {
  clock: Clock;
  random: () => number;
  sender: CommandSender;
  store: OutboxStore;
  api: Pick<Api, 'talks' | 'directs' | 'writeDirect'>;
  me: () => string;
  send: (frame: Frame) => boolean;
  onChange: () => void;
}

/**
 * The time for which the client waits for the push of an acknowledged message before it reads the
 * talk, in ms.
 */
export const PUSH_LIMIT = 2_000;

/** The agent's direct talks with colleagues. */
export class Talks {
  readonly talks = new Map<string, Talk>();
  readonly held = new Map<string, Held>();
  readonly outbox: Outbox<Saying>;
  /** Called with each new line. */
  onLine: (line: Line) => void = () => {};
  /** The position of the talk when the agent wrote a message: the message's echo comes after it. */
  private readonly since = new Map<string, number>();
  private readonly again = new Set<string>();
  private readonly awaited = new Set<string>();

  constructor(private readonly options: TalksOptions) {
    const { clock, random, sender, api } = options;
    this.outbox = new Outbox<Saying>({
      clock,
      random,
      store: directStore(options.store),
      seen: () => undefined,
      onChange: () => this.outboxChanged(),
      sender: {
        frame: (place: string, { text, conversation }: Saying, _seen?: number, id?: string) => ({
          id: id ?? uuidv7(clock.now()),
          to: place.slice(PLACE.length),
          text,
          ...(conversation ? { conversation } : {}),
        }),
        deliver(frame: Omit<DirectFrame, 'action'>) {
          const { to, ...message } = frame;
          const post = () => api.writeDirect(to, message);
          return sender.carry(frame.id, { action: 'direct', ...frame }, post);
        },
      },
    });
  }

  get unread(): number {
    let count = 0;
    for (const talk of this.talks.values()) count += talk.unread;
    return count;
  }

  /** The number of the newest loaded message. */
  position(colleague: string): number {
    return this.held.get(colleague)?.messages.at(-1)?.seq ?? 0;
  }

  /** Takes the server's talks. With `news`, new lines among them call the agent. */
  learn(talks: readonly Talk[], news: boolean): void {
    for (const talk of talks) {
      const known = this.talks.get(talk.with);
      // A push has brought more than this answer knew of.
      if (known && known.seq > talk.seq) continue;
      this.talks.set(talk.with, talk);
      if (this.held.has(talk.with) && this.position(talk.with) < talk.seq) {
        void this.load(talk.with);
      }
      const fresh = talk.seq > (known?.seq ?? 0) && talk.unread > 0 && talk.by === talk.with;
      if (news && fresh) this.onLine({ with: talk.with, text: talk.line });
    }
    if (talks.length > 0) this.options.onChange();
  }

  async learnAll(): Promise<void> {
    this.learn((await this.options.api.talks()).talks, false);
  }

  receive({ with: colleague, messages, unread }: Direct): void {
    const known = this.talks.get(colleague);
    const newest = messages.at(-1);
    if (!newest) {
      if (known) this.talks.set(colleague, { ...known, unread });
    } else if (newest.seq > (known?.seq ?? 0)) {
      const { seq, at, by, text } = newest;
      this.talks.set(colleague, { with: colleague, seq, at, by, line: text, unread });
      if (by === colleague && unread > 0) this.onLine({ with: colleague, text });
    }
    this.take(colleague, messages);
    this.outboxChanged();
  }

  /** Reads the newest messages; loaded messages stay if the page joins on to them. */
  async load(colleague: string): Promise<void> {
    const before = this.held.get(colleague);
    if (before?.state === 'loading') {
      this.again.add(colleague);
      return;
    }
    this.held.set(colleague, { messages: before?.messages ?? [], state: 'loading' });
    this.options.onChange();
    let state: Held['state'] = 'ready';
    let page: DirectMessage[] = [];
    try {
      page = (await this.options.api.directs(colleague)).messages;
    } catch {
      state = 'failed';
    }
    const now = this.held.get(colleague)?.messages ?? [];
    this.held.set(colleague, { messages: joined(now, page), state });
    this.outboxChanged();
    if (this.again.delete(colleague) && state === 'ready') void this.load(colleague);
  }

  /** Reads the page before the first loaded message. Throws if the server does not deliver it. */
  async older(colleague: string): Promise<void> {
    const first = this.held.get(colleague)?.messages[0]?.seq ?? 1;
    if (first <= 1) return;
    const page = await this.options.api.directs(colleague, first);
    const held = this.held.get(colleague);
    if (!held) return;
    this.held.set(colleague, { ...held, messages: joined(page.messages, held.messages) });
    this.options.onChange();
  }

  /** Marks the visible messages as read, for an agent who looks at them. */
  markRead(colleague: string): void {
    const talk = this.talks.get(colleague);
    const seq = this.position(colleague);
    if (!talk || talk.unread === 0 || seq < talk.seq) return;
    // The frame did not go out: the next welcome brings the same count again.
    if (!this.options.send({ action: 'direct_read', with: colleague, seq })) return;
    this.talks.set(colleague, { ...talk, unread: 0 });
    this.options.onChange();
  }

  write(colleague: string, text: string, conversation?: string): void {
    const item = this.outbox.add(placeOf(colleague), {
      type: 'direct',
      text,
      ...(conversation ? { conversation } : {}),
    });
    this.since.set(item.id, this.position(colleague));
    this.options.onChange();
  }

  /** The messages on their way that are not among the loaded messages yet. */
  pending(colleague: string): SayingItem[] {
    const own = (this.held.get(colleague)?.messages ?? []).filter(
      (message) => message.by !== colleague,
    );
    const taken = new Set<number>();
    return this.outbox.of(placeOf(colleague)).filter((item) => {
      if (item.state === 'failed' || item.state === 'unsent') return true;
      const since = this.since.get(item.id) ?? Number.POSITIVE_INFINITY;
      const echo = own.find(
        ({ seq, text }) => seq > since && text === item.command.text && !taken.has(seq),
      );
      if (echo) taken.add(echo.seq);
      return !echo;
    });
  }

  private take(colleague: string, messages: readonly DirectMessage[]): void {
    const held = this.held.get(colleague);
    const first = messages[0];
    // The first opening of a talk reads it.
    if (!held || !first) return;
    if (first.seq > this.position(colleague) + 1) void this.load(colleague);
    else this.held.set(colleague, { ...held, messages: joined(held.messages, messages) });
  }

  /** Drops the outbox messages that have arrived in the talk. */
  private outboxChanged(): void {
    const arrived = new Set<string>();
    for (const item of this.outbox.all) {
      if (item.seq === undefined) continue;
      const colleague = item.conversation.slice(PLACE.length);
      if (this.position(colleague) >= item.seq) arrived.add(item.id);
      else if (!this.awaited.has(item.id)) {
        this.awaited.add(item.id);
        this.options.clock.after(PUSH_LIMIT, () => {
          this.awaited.delete(item.id);
          if (this.position(colleague) < (item.seq ?? 0)) void this.load(colleague);
        });
      }
    }
    if (arrived.size > 0) this.outbox.arrived(arrived);
    this.options.onChange();
  }
}

/** Both pages together, from the last gap on. */
export function joined(
  one: readonly DirectMessage[],
  other: readonly DirectMessage[],
): DirectMessage[] {
  const all = new Map([...one, ...other].map((message) => [message.seq, message]));
  const sorted = [...all.values()].sort((a, b) => a.seq - b.seq);
  let from = sorted.length - 1;
  while (from > 0 && sorted[from - 1]?.seq === (sorted[from]?.seq ?? 0) - 1) from -= 1;
  return sorted.slice(Math.max(0, from));
}
