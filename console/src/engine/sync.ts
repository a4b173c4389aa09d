import type { Conversation, Entry, Frame, Push } from '@/contract/protocol';
import type { Clock } from './clock';
import { advance, fromSnapshot, prepend, type Thread } from './thread';

type Entries = Extract<Push, { type: 'entries' }>;
type Snapshot = Extract<Push, { type: 'snapshot' }>;

/** Entries that came before the entries that they follow. */
interface Held {
  entries: Map<number, Entry>;
  conversation: Conversation;
  following: boolean;
}

export interface SyncOptions {
  clock: Clock;
  send: (frame: Frame) => void;
  /** A thread that leaves the session stays readable while this returns true. */
  keep: (thread: string) => boolean;
  onChange: (threads: ReadonlySet<string>) => void;
}

const HELD_LIMIT = 500;
const ASK_AGAIN = 5_000;
const ASK_LIMIT = 4;

/** Holds every thread at a position without gaps, whatever order frames arrive in. */
export class Sync {
  readonly threads = new Map<string, Thread>();
  private readonly held = new Map<string, Held>();
  private readonly asked = new Map<string, { cancel: () => void; after: number; times: number }>();
  /** The position of a thread when it left the session: older frames about it are history. */
  private readonly gone = new Map<string, number>();
  /**
   * The positions in the last `hello`: a snapshot below one means that the server's log began anew.
   */
  private claimed = new Map<string, number>();
  private touched = new Map<string, number>();
  private awaited = new Set<string>();
  private beat = 0;
  private pingBeat = 0;

  constructor(private readonly options: SyncOptions) {}

  positions(): Record<string, number> {
    const positions: Record<string, number> = {};
    for (const thread of this.threads.values()) {
      if (thread.following) positions[thread.id] = thread.position;
    }
    return positions;
  }

  hello(): Frame {
    const positions = this.positions();
    this.claimed = new Map(Object.entries(positions));
    this.pingBeat = this.beat;
    return { action: 'hello', positions };
  }

  ping(): Frame {
    this.pingBeat = this.beat;
    return { action: 'ping', positions: this.positions() };
  }

  /** True if everything that concerns the agent is here. */
  get complete(): boolean {
    return this.awaited.size === 0;
  }

  /** True if an answer to a question is still missing. */
  get behind(): boolean {
    return [...this.asked.values()].some((question) => question.times > 0);
  }

  /** Takes the list of the agent's threads, as of the last `hello` or `ping`. */
  digest(following: readonly string[]): void {
    const wanted = new Set(following);
    const changed = new Set<string>();
    this.awaited = new Set();
    for (const id of wanted) {
      const thread = this.threads.get(id);
      if (thread?.following) continue;
      this.awaited.add(id);
      // The thread's snapshot is on its way, unless it gets lost.
      if (!this.asked.has(id)) {
        const cancel = this.options.clock.after(ASK_AGAIN, () => this.question(id, 0, 1));
        this.asked.set(id, { cancel, after: 0, times: 0 });
      }
    }
    for (const thread of [...this.threads.values()]) {
      // A thread that arrived while the answer was under way is newer than the answer.
      const fresh = (this.touched.get(thread.id) ?? -1) > this.pingBeat;
      if (!wanted.has(thread.id) && thread.following && !fresh) {
        this.leave(thread.id);
        changed.add(thread.id);
      }
    }
    this.emit(changed);
  }

  snapshot(frame: Snapshot): void {
    const { conversation } = frame;
    const id = conversation.thread;
    const before = this.threads.get(id);
    const restarted = conversation.seq < (this.claimed.get(id) ?? 0);
    if (conversation.seq <= (this.gone.get(id) ?? -1) && !this.awaited.has(id)) return;
    if (before?.following && conversation.seq < before.position && !restarted) return;
    if (restarted) this.held.delete(id);
    this.claimed.delete(id);
    // A thread that the agent only reads along stays so unless the client asked for it as the
    // agent's.
    const along = before && !before.following && !this.awaited.has(id) && !this.asked.has(id);
    this.touch(id);
    this.answered(id);
    this.threads.set(id, fromSnapshot(conversation, frame.entries, frame.more, !along));
    this.release(id);
    this.emit(new Set([id]));
  }

  entries(frame: Entries): void {
    const id = frame.conversation.thread;
    const newest = frame.conversation.seq;
    if (newest <= (this.gone.get(id) ?? -1)) return;
    this.touch(id);
    const thread = this.threads.get(id);
    if (!thread?.following && !frame.following) {
      this.gone.set(id, newest);
      if (thread && frame.entries[0]?.seq === thread.position + 1) {
        this.threads.set(id, advance(thread, frame.conversation, frame.entries));
        this.emit(new Set([id]));
      }
      return;
    }
    const first = frame.entries[0]?.seq ?? 0;
    if (thread && !thread.following && first <= thread.position + 1) {
      // The agent only looked at it, and it is the agent's now: the held entries are good.
      this.threads.set(id, { ...thread, following: true });
      this.gone.delete(id);
    } else if (!thread?.following && first === 1) {
      // The thread is new to everybody: nothing can be missing.
      this.threads.set(id, fromSnapshot({ ...frame.conversation, seq: 0 }, [], false));
    } else if (thread?.following && newest <= thread.position) {
      return;
    }
    this.hold(frame);
    if (this.release(id)) this.emit(new Set([id]));
  }

  /** Takes a thread read over HTTP, only to look at. */
  preview(conversation: Conversation, entries: readonly Entry[], more: boolean): void {
    const thread = this.threads.get(conversation.thread);
    if (thread?.following) return;
    this.threads.set(conversation.thread, fromSnapshot(conversation, entries, more, false));
    this.emit(new Set([conversation.thread]));
  }

  older(id: string, page: readonly Entry[], more: boolean): void {
    const thread = this.threads.get(id);
    if (!thread) return;
    this.threads.set(id, prepend(thread, page, more));
    this.emit(new Set([id]));
  }

  /** Asks for new entries of a thread that the agent reads along without following. */
  peek(id: string): void {
    const thread = this.threads.get(id);
    if (!thread || thread.following) return;
    this.options.send({ action: 'catch_up', thread: id, after: thread.position });
  }

  /** Returns to the newest entries after reading far up. */
  refresh(id: string): void {
    this.ask(id, 0);
  }

  /** The log goes on up to `seq`: asks for the missing entries. */
  reach(id: string, seq: number): void {
    const thread = this.threads.get(id);
    if (thread?.following && thread.position < seq) this.ask(id, thread.position);
  }

  /** Forgets a thread that stayed only to be read. */
  forget(id: string): void {
    const thread = this.threads.get(id);
    if (!thread || thread.following) return;
    this.threads.delete(id);
    this.emit(new Set([id]));
  }

  /** The socket is gone, and every question with it. */
  disconnected(): void {
    for (const question of this.asked.values()) question.cancel();
    this.asked.clear();
  }

  private touch(id: string): void {
    this.beat += 1;
    this.touched.set(id, this.beat);
  }

  private emit(changed: Set<string>): void {
    if (changed.size > 0) this.options.onChange(changed);
  }

  private hold(frame: Entries): void {
    const id = frame.conversation.thread;
    let held = this.held.get(id);
    if (!held) {
      held = { entries: new Map(), conversation: frame.conversation, following: frame.following };
      this.held.set(id, held);
    }
    if (frame.conversation.seq >= held.conversation.seq) {
      held.conversation = frame.conversation;
      held.following = frame.following;
    }
    for (const entry of frame.entries) held.entries.set(entry.seq, entry);
    // The number is bounded: the backlog that the client asks for brings the rest again.
    for (const seq of held.entries.keys()) {
      if (held.entries.size <= HELD_LIMIT) break;
      held.entries.delete(seq);
    }
  }

  /** Applies the held entries that follow; asks for missing ones. True if the thread changed. */
  private release(id: string): boolean {
    const held = this.held.get(id);
    const thread = this.threads.get(id);
    if (!held) return false;
    if (!thread?.following) {
      this.ask(id, 0);
      return false;
    }
    const ready: Entry[] = [];
    for (let seq = thread.position + 1; held.entries.has(seq); seq += 1) {
      const entry = held.entries.get(seq);
      if (entry) ready.push(entry);
    }
    const position = ready.at(-1)?.seq ?? thread.position;
    for (const seq of [...held.entries.keys()]) if (seq <= position) held.entries.delete(seq);
    const caughtUp = held.conversation.seq <= position;
    if (ready.length > 0) {
      // In between, the held conversation may be ahead of the entries; it is the newer truth.
      this.threads.set(id, advance(thread, held.conversation, ready));
    }
    if (caughtUp) {
      this.held.delete(id);
      this.answered(id);
      if (!held.following && held.conversation.seq === position) this.leave(id);
    } else {
      this.ask(id, position);
    }
    return ready.length > 0;
  }

  private leave(id: string): void {
    const thread = this.threads.get(id);
    if (!thread) return;
    this.gone.set(id, thread.position);
    this.held.delete(id);
    this.answered(id);
    if (this.options.keep(id)) this.threads.set(id, { ...thread, following: false });
    else this.threads.delete(id);
  }

  private ask(id: string, after: number): void {
    const before = this.asked.get(id);
    if (before && before.after === after) return;
    this.question(id, after, 1);
  }

  private question(id: string, after: number, times: number): void {
    this.asked.get(id)?.cancel();
    this.asked.delete(id);
    if (times > ASK_LIMIT) {
      // The thread is not the agent's to know, or the server is busy: the next pong lists the
      // agent's threads.
      this.held.delete(id);
      this.awaited.delete(id);
      this.options.onChange(new Set());
      return;
    }
    const cancel = this.options.clock.after(ASK_AGAIN, () => this.question(id, after, times + 1));
    this.asked.set(id, { cancel, after, times });
    this.options.send({ action: 'catch_up', thread: id, after });
    this.options.onChange(new Set());
  }

  private answered(id: string): void {
    this.asked.get(id)?.cancel();
    this.asked.delete(id);
    this.awaited.delete(id);
  }
}
