import type { Api } from './api.js';
import { Feed, type News } from './feed.js';
import { actions } from './generated/actions.js';
import type {
  Agent as AgentRecord,
  Command,
  Content,
  Event,
  Frame,
  Push,
  Queue,
  Settings,
} from './generated/protocol.js';
import { newId } from './repeat.js';
import { type Opening, Socket, type SocketOptions } from './socket.js';
import { Thread, threadOf } from './thread.js';

type Of<K extends Push['type']> = Extract<Push, { type: K }>;

export interface AgentOptions extends SocketOptions<Push> {
  /** The `told` of an earlier run: the loop over the news begins there. */
  told?: Record<string, number>;
}

/**
 * One agent: their threads stay in step through every failure of the network (docs/protocol, section 4).
 * A loop over the agent gives the news: customers who wait, and every event once, in order.
 */
export class Agent extends Socket<Frame, Push> implements AsyncIterable<News> {
  readonly api: Api;
  me: AgentRecord | undefined;
  settings: Settings | undefined;
  /** The agent's threads, by id. */
  readonly threads = new Map<string, Thread>();
  /** The queues of the agent's teams, with the conversations that wait in them. */
  readonly queues = new Map<string, Queue>();
  /** The colleagues and the agent, by id. */
  readonly agents = new Map<string, AgentRecord>();
  /** The threads that concern this agent, as the server says. */
  private following = new Set<string>();
  /** The number of `hello` and `ping` frames so far. */
  private beats = 0;
  private feed: Feed | undefined;
  private readonly before: Record<string, number>;

  constructor(api: Api, { told = {}, ...options }: AgentOptions = {}) {
    super(options);
    this.api = api;
    this.before = told;
  }

  /** By thread, the newest entry whose events the loop has dealt with. Keep it to go on after a restart. */
  get told(): Record<string, number> {
    return { ...this.before, ...this.feed?.positions() };
  }

  thread(conversation: string): Thread | undefined {
    return this.threads.get(threadOf(conversation));
  }

  /** The events of one kind that this agent holds of a thread, oldest first. */
  events<K extends Event['type']>(conversation: string, kind: K): Extract<Event, { type: K }>[] {
    const events = this.thread(conversation)?.entries.flatMap((entry) => entry.events) ?? [];
    return events.filter((event): event is Extract<Event, { type: K }> => event.type === kind);
  }

  /**
   * Carries out a command; resolves with its `ack`, however often the socket is lost meanwhile. Throws
   * `Refused`. `seen` is the newest entry that the caller knew when it first gave this command.
   */
  command(
    conversation: string,
    command: Command,
    {
      id = newId(),
      seen = this.thread(conversation)?.position,
    }: { id?: string; seen?: number } = {},
  ): Promise<Of<'ack'>> {
    const frame = { action: actions[command.type], id, conversation, command };
    return this.ask({ ...frame, ...(seen ? { seen } : {}) } as Frame & { id: string });
  }

  /**
   * Answers an event. The id of the command comes from the event: an event that the loop gives again,
   * after a restart, gets no second answer.
   */
  answer(news: Extract<News, { type: 'event' }>, content: string | Content): Promise<Of<'ack'>> {
    const said = typeof content === 'string' ? { kind: 'text' as const, text: content } : content;
    const given = { id: `answer-${news.id}`, seen: news.entry.seq };
    return this.command(news.conversation, { type: 'send', content: said }, given);
  }

  /** The news from now on, or from `told`. One loop gets all of them. Ends when the agent is stopped. */
  async *[Symbol.asyncIterator](): AsyncGenerator<News, void, undefined> {
    this.feed ??= new Feed(this, this.following, this.before);
    yield* this.feed.news(this.ended.signal);
  }

  protected ticket(signal: AbortSignal): Promise<Opening> {
    return this.api.call('POST', '/v1/ws-ticket', { signal });
  }

  protected first(): Frame {
    return { action: 'hello', positions: this.positions() };
  }

  protected ping(): Frame {
    // No ping repeats a lost push of a queue, and a loop must not overlook a customer who waits.
    if (this.feed) void this.readQueues();
    return { action: 'ping', positions: this.positions() };
  }

  protected answers(push: Push): boolean {
    return push.type === 'welcome' || push.type === 'pong';
  }

  protected take(push: Push): void {
    switch (push.type) {
      case 'welcome':
        this.welcome(push);
        break;
      case 'pong':
        this.follow(push.following);
        break;
      case 'snapshot':
        this.snapshot(push);
        break;
      case 'entries':
        this.entries(push);
        break;
      case 'queue':
        this.queues.set(push.queue.id, push.queue);
        break;
      case 'agents':
        for (const agent of push.agents) this.agents.set(agent.id, agent);
        break;
      case 'refused':
        // The thread is none of this agent's any more: its missing entries will not come.
        if (push.action === 'catch_up') this.threads.get(push.thread ?? '')?.forgetEarly();
    }
  }

  private positions(): Record<string, number> {
    this.beats += 1;
    // The answer brings whatever is missing: nothing asked before is due any more.
    for (const thread of this.threads.values()) thread.asked = false;
    return Object.fromEntries([...this.threads.values()].map(({ id, position }) => [id, position]));
  }

  private welcome(push: Of<'welcome'>): void {
    this.me = push.me;
    this.settings = push.settings;
    this.agents.clear();
    for (const agent of push.agents) this.agents.set(agent.id, agent);
    this.queues.clear();
    for (const queue of push.queues) this.queues.set(queue.id, queue);
    this.follow(push.following);
    // The server has lost sight of this socket.
    if (push.me.presence === 'offline') this.reopen();
  }

  private follow(following: string[]): void {
    this.following = new Set(following);
    for (const thread of this.threads.values()) {
      if (this.following.has(thread.id)) continue;
      // A thread that arrived after the question is newer than the answer.
      if (thread.heard < this.beats) this.threads.delete(thread.id);
      else this.following.add(thread.id);
    }
  }

  private snapshot({ conversation, entries }: Of<'snapshot'>): void {
    if (!this.following.has(conversation.thread)) return;
    const thread = this.hold(conversation);
    thread.snapshot(conversation, entries);
    this.feed?.touch(thread);
  }

  private entries({ conversation, entries, following }: Of<'entries'>): void {
    const id = conversation.thread;
    if (!following) {
      this.following.delete(id);
      const last = this.threads.get(id);
      if (!last) return;
      last.newer(conversation);
      last.take(entries);
      this.feed?.touch(last);
      if (last.position >= conversation.seq) this.threads.delete(id);
      return;
    }
    this.following.add(id);
    const thread = this.hold(conversation);
    const { position } = thread;
    thread.newer(conversation);
    thread.take(entries);
    if (!thread.hasGap) thread.asked = false;
    else if (!thread.asked || thread.position > position) {
      thread.asked = true;
      this.send({ action: 'catch_up', thread: id, after: thread.position });
    }
    this.feed?.touch(thread);
  }

  /** The client's copy of a thread that concerns this agent. */
  private hold(conversation: Of<'snapshot'>['conversation']): Thread {
    const thread = this.threads.get(conversation.thread) ?? new Thread(conversation);
    this.threads.set(thread.id, thread);
    thread.heard = this.beats;
    return thread;
  }

  private async readQueues(): Promise<void> {
    const { signal } = this.ended;
    const read = await this.api.call('GET', '/v1/queues', { signal }).catch(() => undefined);
    for (const queue of read?.queues ?? []) this.queues.set(queue.id, queue);
    this.changed();
  }
}
