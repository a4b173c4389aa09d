import type { Command, Refused } from '@/contract/protocol';
import type { Clock } from './clock';
import type { Outcome } from './commandSender';
import { backoff } from './connection';

export type Writing = Extract<Command, { type: 'send' | 'comment' | 'say' | 'coach' }>;

export type OutboxState =
  /** The message is behind others, or there is no connection yet. */
  | 'waiting'
  | 'sending'
  /** The message is safe on the server; its entry is on the way. */
  | 'acked'
  | 'failed'
  /** The agent wrote it before a reload or long ago, and decides about it. */
  | 'unsent';

export interface OutboxItem<C = Writing> {
  id: string;
  conversation: string;
  command: C;
  createdAt: number;
  state: OutboxState;
  seq?: number | undefined;
  refused?: Refused | undefined;
}

/** The store in which unsent messages survive a reload. */
export interface OutboxStore<C = Writing> {
  load(): Promise<OutboxItem<C>[]>;
  put(item: OutboxItem<C>): Promise<void>;
  remove(id: string): Promise<void>;
}

/** The part of the command sender that the outbox uses. */
export interface Carrier<C> {
  frame(place: string, command: C, seen?: number, id?: string): { id: string };
  deliver(frame: { id: string }): Promise<Outcome>;
}

export const STALE_AFTER = 10 * 60_000;

export interface OutboxOptions<C = Writing> {
  clock: Clock;
  random: () => number;
  sender: Carrier<NoInfer<C>>;
  store: OutboxStore<C>;
  seen: (conversation: string) => number | undefined;
  onChange: () => void;
}

/** Optimistic sends: strictly in order per conversation, never lost, never sent twice. */
export class Outbox<C = Writing> {
  private items: OutboxItem<C>[] = [];
  private readonly busy = new Set<string>();
  private readonly attempts = new Map<string, number>();
  private live = false;

  constructor(private readonly options: OutboxOptions<C>) {}

  get all(): readonly OutboxItem<C>[] {
    return this.items;
  }

  of(conversation: string): OutboxItem<C>[] {
    return this.items.filter((item) => item.conversation === conversation);
  }

  /** Brings back the messages of an earlier page, as questions. */
  async restore(): Promise<void> {
    const known = new Set(this.items.map((item) => item.id));
    const left = (await this.options.store.load()).filter((item) => !known.has(item.id));
    left.sort((a, b) => (a.id < b.id ? -1 : 1));
    this.items = [
      ...left.map((item): OutboxItem<C> => ({ ...item, state: 'unsent' })),
      ...this.items,
    ];
    if (left.length > 0) this.options.onChange();
  }

  add(conversation: string, command: C): OutboxItem<C> {
    const { id } = this.options.sender.frame(conversation, command);
    const createdAt = this.options.clock.now();
    const item: OutboxItem<C> = { id, conversation, command, createdAt, state: 'waiting' };
    this.items = [...this.items, item];
    void this.options.store.put(item);
    this.options.onChange();
    this.pump(conversation);
    return item;
  }

  /** Sends a failed or left-over message again. */
  retry(id: string): void {
    const item = this.items.find((i) => i.id === id);
    if (!item) return;
    this.update(id, { state: 'waiting', refused: undefined, createdAt: this.options.clock.now() });
    this.pump(item.conversation);
  }

  discard(id: string): void {
    const item = this.items.find((i) => i.id === id);
    if (!item) return;
    this.remove(id);
    this.pump(item.conversation);
  }

  setLive(live: boolean): void {
    const came = live && !this.live;
    this.live = live;
    if (!came) return;
    const now = this.options.clock.now();
    for (const item of this.items) {
      if (item.state === 'waiting' && now - item.createdAt > STALE_AFTER) {
        this.update(item.id, { state: 'unsent' });
      }
    }
    this.attempts.clear();
    for (const conversation of new Set(this.items.map((item) => item.conversation))) {
      this.pump(conversation);
    }
  }

  /** Removes the messages of these commands: the log shows them. */
  arrived(commands: ReadonlySet<string>): void {
    for (const item of this.items) if (commands.has(item.id)) this.remove(item.id);
  }

  private update(id: string, change: Partial<OutboxItem<C>>): void {
    this.items = this.items.map((item) => (item.id === id ? { ...item, ...change } : item));
    this.options.onChange();
  }

  private remove(id: string): void {
    this.items = this.items.filter((item) => item.id !== id);
    void this.options.store.remove(id);
    this.options.onChange();
  }

  private pump(conversation: string): void {
    if (this.busy.has(conversation)) return;
    const next = this.of(conversation).find((item) => item.state !== 'acked');
    // A failed or left-over message holds up those behind it.
    if (next?.state !== 'waiting') return;
    // A message that was held up for too long becomes a question, too, once it is its turn.
    if (this.stale(next.id)) {
      this.update(next.id, { state: 'unsent' });
      return;
    }
    this.busy.add(conversation);
    this.update(next.id, { state: 'sending' });
    const { sender, seen } = this.options;
    const frame = sender.frame(conversation, next.command, seen(conversation), next.id);
    void sender.deliver(frame).then((outcome) => this.settle(next, outcome));
  }

  private settle(item: OutboxItem<C>, outcome: Outcome): void {
    this.busy.delete(item.conversation);
    const present = this.items.some((i) => i.id === item.id);
    if (outcome.result === 'done') {
      void this.options.store.remove(item.id);
      if (present) this.update(item.id, { state: 'acked', seq: outcome.seq });
      this.attempts.delete(item.conversation);
      this.pump(item.conversation);
    } else if (outcome.result === 'refused') {
      if (present) this.update(item.id, { state: 'failed', refused: outcome.refused });
      this.pump(item.conversation);
    } else {
      if (present) this.update(item.id, { state: 'waiting' });
      const attempt = (this.attempts.get(item.conversation) ?? 0) + 1;
      this.attempts.set(item.conversation, attempt);
      // When the connection comes back, setLive is faster than this.
      const delay = backoff(attempt, this.options.random);
      this.options.clock.after(delay, () => {
        if (this.stale(item.id)) this.update(item.id, { state: 'unsent' });
        else this.pump(item.conversation);
      });
    }
  }

  private stale(id: string): boolean {
    const item = this.items.find((i) => i.id === id);
    return item?.state === 'waiting' && this.options.clock.now() - item.createdAt > STALE_AFTER;
  }
}
