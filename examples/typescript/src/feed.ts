import type { Agent } from './agent.js';
import type { Entry, Event, QueuePlace } from './generated/protocol.js';
import { Refused, Stopped, Unreachable } from './refused.js';
import type { Thread } from './thread.js';

/** A customer who waits in a queue of the agent's teams, or something that happened in a thread. */
export type News =
  | { type: 'waiting'; conversation: string; queue: string; place: QueuePlace }
  | {
      type: 'event';
      /** The id of the thread's newest conversation; `thread` has its state. */
      conversation: string;
      thread: Thread;
      entry: Entry;
      event: Event;
      /** The same whenever the loop gives this event. */
      id: string;
    };

const PAGE = 100;

/** Reads the news from the threads as the loop asks for them, so that no list of them can grow. */
export class Feed {
  private readonly agent: Agent;
  /** By thread, the newest entry whose events the loop has dealt with. */
  private readonly told: Map<string, number>;
  /** The threads that were there before the loop, and whose past is no news. */
  private readonly past: Set<string>;
  private readonly known = new WeakSet<Thread>();
  private readonly touched = new Map<string, Thread>();
  private waiting = new Set<string>();

  constructor(agent: Agent, following: ReadonlySet<string>, told: Record<string, number>) {
    this.agent = agent;
    this.told = new Map(Object.entries(told));
    this.past = new Set([...following].filter((id) => !this.told.has(id)));
    for (const thread of agent.threads.values()) this.touch(thread);
  }

  positions(): Record<string, number> {
    return Object.fromEntries(this.told);
  }

  /** Takes note of a thread with new entries. The thread may be dropped before the loop reads them. */
  touch(thread: Thread): void {
    if (thread.position === 0) return;
    if (!this.known.has(thread)) {
      this.known.add(thread);
      const begin = this.past.delete(thread.id) ? thread.position : this.begin(thread);
      this.told.set(thread.id, Math.max(this.told.get(thread.id) ?? 0, begin));
    }
    this.touched.set(thread.id, thread);
  }

  async *news(signal: AbortSignal): AsyncGenerator<News, void, undefined> {
    for (;;) {
      const more = await this.agent.until(() => this.next()).catch(stopped);
      if (!more) return;
      if ('place' in more) yield { type: 'waiting', ...more };
      else yield* this.eventsOf(more, signal);
    }
  }

  private next(): Thread | { conversation: string; queue: string; place: QueuePlace } | undefined {
    const places = [...this.agent.queues.values()].flatMap((queue) =>
      queue.waiting.map((place) => ({ conversation: place.conversation, queue: queue.id, place })),
    );
    const still = places.filter(({ conversation }) => this.waiting.has(conversation));
    this.waiting = new Set(still.map(({ conversation }) => conversation));
    const fresh = places.find(({ conversation }) => !this.waiting.has(conversation));
    if (fresh) {
      this.waiting.add(fresh.conversation);
      return fresh;
    }
    for (const [id, thread] of this.touched) {
      if (thread.position > (this.told.get(id) ?? 0)) return thread;
      this.touched.delete(id);
    }
    return undefined;
  }

  /**
   * A thread that comes to the agent begins with what the customer still waits for: its news are the
   * events of the present conversation after the last message of somebody else to the customer.
   */
  private begin({ conversation, entries }: Thread): number {
    const me = `agent:${this.agent.me?.id}`;
    const answered = entries.findLast(
      ({ by, events }) => by !== me && events.some(({ type }) => type === 'agent_message'),
    );
    // Conversations from before the server kept `first` say 0.
    const first = conversation.first || entries[0]?.seq || 1;
    return Math.max(first - 1, answered?.seq ?? 0);
  }

  private async *eventsOf(thread: Thread, signal: AbortSignal): AsyncGenerator<News, void> {
    for (const entry of await this.unread(thread, signal)) {
      for (const [number, event] of entry.events.entries()) {
        const id = `${thread.id}-${entry.seq}-${number}`;
        yield { type: 'event', conversation: thread.conversation.id, thread, entry, event, id };
      }
      this.told.set(thread.id, entry.seq);
    }
  }

  /** The next entries: as the client holds them, or from the log where it holds them only in part. */
  private async unread(thread: Thread, signal: AbortSignal): Promise<Entry[]> {
    const after = this.told.get(thread.id) ?? 0;
    const later = thread.entries.filter(({ seq }) => seq > after);
    const cut = later.findIndex(({ seq, shortened }, index) => {
      return seq !== after + 1 + index || shortened === 'rest_by_http';
    });
    const held = cut < 0 ? later : later.slice(0, cut);
    if (held.length > 0) return held;
    try {
      const { entries } = await this.agent.api.call(
        'GET',
        '/v1/conversations/{conversation}/entries',
        { path: { conversation: thread.conversation.id }, query: { after, limit: PAGE }, signal },
      );
      const read = entries.filter(({ seq }) => seq <= thread.position);
      if (read.length > 0) return read;
    } catch (error) {
      // The loop asks again after a lost network, and ends where the agent was stopped.
      if (error instanceof Unreachable || signal.aborted) return [];
      if (!(error instanceof Refused)) throw error;
    }
    // The thread is none of this agent's any more: the missing part will not come.
    const next = later.find(({ seq }) => seq > after + 1)?.seq ?? thread.position + 1;
    this.told.set(thread.id, next - 1);
    return [];
  }
}

/** A stopped agent has no more news; any other failure is the loop's to know. */
function stopped(error: unknown): undefined {
  if (!(error instanceof Stopped)) throw error;
}
