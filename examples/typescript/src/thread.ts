import type { Conversation, Entry } from './generated/protocol.js';

/** The id of a conversation's thread. */
export const threadOf = (conversation: string): string => conversation.replace(/-\d+$/, '');

/** One thread as a client holds it: the state, and entries without a gap between them. */
export class Thread {
  readonly id: string;
  conversation: Conversation;
  entries: Entry[] = [];
  /** The newest entry without a gap before it. */
  position = 0;
  /** Whether the client has asked for the missing entries, and awaits them. */
  asked = false;
  /** The number of the client's last `hello` or `ping` when the server last spoke of this thread. */
  heard = 0;
  /** Entries that arrived ahead of earlier ones. */
  private early = new Map<number, Entry>();

  constructor(conversation: Conversation) {
    this.id = conversation.thread;
    this.conversation = conversation;
  }

  get hasGap(): boolean {
    return this.early.size > 0;
  }

  /** Keeps the state with the higher `seq`: that one is true. */
  newer(conversation: Conversation): void {
    if (conversation.seq >= this.conversation.seq) this.conversation = conversation;
  }

  /** Takes entries in, in any order, and more than once. */
  take(entries: readonly Entry[]): void {
    for (const entry of entries) if (entry.seq > this.position) this.early.set(entry.seq, entry);
    for (;;) {
      const next = this.early.get(this.position + 1);
      if (!next) break;
      this.early.delete(next.seq);
      this.entries.push(next);
      this.position = next.seq;
    }
  }

  /** Replaces everything, unless the client holds as much already. */
  snapshot(conversation: Conversation, entries: readonly Entry[]): void {
    this.newer(conversation);
    this.asked = false;
    if (conversation.seq <= this.position) return;
    const early = [...this.early.values()];
    this.early = new Map();
    this.entries = [...entries];
    this.position = conversation.seq;
    this.take(early);
  }

  entry(seq: number): Entry | undefined {
    return this.entries[seq - (this.entries[0]?.seq ?? 0)];
  }

  /** Forgets entries that arrived too early, where the earlier ones will not come. */
  forgetEarly(): void {
    this.early.clear();
    this.asked = false;
  }
}
