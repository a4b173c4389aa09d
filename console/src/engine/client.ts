import type {
  Agent,
  Command,
  Mention,
  Preferences,
  PresenceChange,
  Push,
  Queue,
  Settings,
  Team,
} from '@/contract/protocol';
import { conversationStore, Talks } from '@/engine/talks';
import { type Told, tell } from './announce';
import type { Api } from './api';
import { type Alert, Attention, facts } from './attention';
import { type Clock, ServerClock } from './clock';
import { CommandSender, type Outcome } from './commandSender';
import { Connection, type ConnectionStatus, type Socket } from './connection';
import { Contacts } from './contacts';
import { Drafts } from './drafts';
import { EndedTalks } from './ended';
import { threadOf } from './ids';
import { Mentions } from './mentions';
import { Outbox, type OutboxStore, type Writing } from './outbox';
import { SeenMarks } from './seen';
import { Sync } from './sync';
import type { Topic } from './topic';
import { Typing } from './typing';

type TalksApi = 'talks' | 'directs' | 'writeDirect';

export type { Topic };

export interface ClientOptions extends Told {
  agent: string;
  api: Pick<
    Api,
    'ticketUrl' | 'command' | 'settings' | 'queues' | 'requests' | TalksApi | 'drafts'
  >;
  clock: Clock;
  random: () => number;
  openSocket: (url: string) => Socket;
  outboxStore: OutboxStore;
  storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
  keep: (thread: string) => boolean;
  looking: (conversation: string, discussion?: string) => boolean;
  onChange: (topic: Topic) => void;
  onAlert: (alerts: Alert[]) => void;
  onMention?: (mention: Mention) => void;
  onPresence?: (set: PresenceChange) => void;
  /** Called when the agent changed them on another screen. */
  onPreferences?: (kept: Preferences) => void;
}

/** A reconnection's replay ends after this much silence; the limit bounds it. In ms. */
const REPLAY_QUIET = 500;
const REPLAY_LIMIT = 3_000;

/** The whole client of one agent, without a pixel. */
export class Client {
  me: Agent | undefined;
  settings: Settings | undefined;
  readonly agents = new Map<string, Agent>();
  readonly queues = new Map<string, Queue>();
  teams: Team[] = [];
  status: ConnectionStatus = { state: 'connecting', attempt: 0 };
  /** The threads that changed between the last loss of the connection and its return. */
  readonly missed = new Set<string>();
  /** True after a reconnection, while missed entries still come in. */
  replaying = false;
  private replayEnds = 0;
  private cancelReplay = () => {};

  readonly serverClock: ServerClock;
  readonly sync: Sync;
  readonly sender: CommandSender;
  readonly outbox: Outbox;
  readonly talks: Talks;
  readonly drafts: Drafts;
  readonly seen: SeenMarks;
  readonly contacts: Contacts;
  readonly mentions: Mentions;
  readonly ended: EndedTalks;
  readonly typing: Typing;
  readonly attention: Attention;
  readonly connection: Connection;

  constructor(private readonly options: ClientOptions) {
    const { clock, random, api, storage, agent } = options;
    this.serverClock = new ServerClock(clock);
    this.drafts = new Drafts(
      agent,
      storage,
      clock,
      () => options.onChange('drafts'),
      (draft) => this.connection.send({ action: 'draft', ...draft }),
      () => this.serverClock.now(),
    );
    this.seen = new SeenMarks({
      agent,
      storage,
      onChange: () => options.onChange('threads'),
      tell: (read) => this.connection.send({ action: 'read', ...read }),
    });
    this.contacts = new Contacts(() => options.onChange('contacts'));
    this.typing = new Typing(
      clock,
      (conversation) => this.connection.send({ action: 'typing', conversation }),
      () => options.onChange('typing'),
    );
    this.mentions = new Mentions(() => options.onChange('mentions'));
    this.ended = new EndedTalks(() => options.onChange('ended'));
    this.sender = new CommandSender({
      clock,
      send: (frame) => this.connection.send(frame),
      post: (frame) => api.command(frame),
      due: (conversation, seq) => this.sync.reach(threadOf(conversation), seq),
    });
    this.outbox = new Outbox({
      clock,
      random,
      sender: this.sender,
      store: conversationStore(options.outboxStore),
      seen: (conversation) => this.sync.threads.get(threadOf(conversation))?.position,
      onChange: () => options.onChange('outbox'),
    });
    this.talks = new Talks({
      clock,
      random,
      sender: this.sender,
      store: options.outboxStore,
      api,
      me: () => this.me?.id ?? agent,
      send: (frame) => this.connection.send(frame),
      onChange: () => options.onChange('direct'),
    });
    this.sync = new Sync({
      clock,
      send: (frame) => void this.connection.send(frame),
      keep: options.keep,
      onChange: (threads) => this.threadsChanged(threads),
    });
    this.attention = new Attention({
      clock,
      facts: () =>
        facts(
          [...this.sync.threads.values()].filter((t) => t.following),
          this.me?.id ?? agent,
        ),
      looking: options.looking,
      alert: options.onAlert,
    });
    this.connection = new Connection({
      clock,
      random,
      ticket: () => api.ticketUrl(),
      open: options.openSocket,
      hello: () => this.sync.hello(),
      ping: () => this.sync.ping(),
      answers: (frame, what) => frame.type === (what === 'hello' ? 'welcome' : 'pong'),
      onFrame: (frame, roundTrip) => this.receive(frame as Push, roundTrip),
      onStatus: (status) => this.statusChanged(status),
    });
  }

  async start(): Promise<void> {
    this.connection.start();
    await Promise.all([this.outbox.restore(), this.talks.outbox.restore()]);
  }

  stop(): void {
    this.drafts.flush();
    this.cancelReplay();
    this.connection.stop();
  }

  /** Writes to the customer, to colleagues or into a discussion; shown at once. */
  write(conversation: string, command: Writing): void {
    this.typing.sent();
    this.outbox.add(conversation, command);
  }

  /** Runs any other command; the outcome says how it ended. */
  run(conversation: string, command: Command): Promise<Outcome> {
    if (command.type === 'accept' || command.type === 'accept_offer') {
      this.attention.expected(conversation);
    }
    const seen = this.sync.threads.get(threadOf(conversation))?.position;
    return this.sender.deliver(this.sender.frame(conversation, command, seen));
  }

  learnAgents(agents: readonly Agent[]): void {
    for (const agent of agents) this.agents.set(agent.id, agent);
    const me = agents.find((agent) => agent.id === this.me?.id);
    if (me) this.me = me;
    this.options.onChange('people');
  }

  learnSettings(settings: Settings): void {
    this.settings = settings;
    this.options.onChange('people');
  }

  private statusChanged(status: ConnectionStatus): void {
    const live = status.state === 'live';
    if (!live && status.state !== 'syncing') this.sync.disconnected();
    const before = this.status.state;
    if (before === 'live' && !live) this.missed.clear();
    this.status = status;
    if (live && before !== 'live') {
      this.back();
      this.seen.catchUp(Object.keys(this.sync.positions()));
    }
    this.attention.setReplaying(!live || this.replaying);
    this.outbox.setLive(live);
    this.talks.outbox.setLive(live);
    this.options.onChange('status');
  }

  /** The welcome does not give the number of missed entries: the replay ends once no more come. */
  private back(): void {
    const first = this.replayEnds === 0;
    const now = this.options.clock.now();
    this.replaying = true;
    this.replayEnds = now + REPLAY_LIMIT;
    // Before the first `live` state, everything had to be there already.
    if (first) this.replaying = false;
    else this.settleReplay();
  }

  private settleReplay(): void {
    this.cancelReplay();
    const left = this.replayEnds - this.options.clock.now();
    const wait = Math.max(0, Math.min(REPLAY_QUIET, left));
    this.cancelReplay = this.options.clock.after(wait, () => {
      this.replaying = false;
      this.attention.setReplaying(this.status.state !== 'live');
      this.options.onChange('status');
    });
  }

  private threadsChanged(changed: ReadonlySet<string>): void {
    this.settleOutbox(changed);
    for (const id of changed) {
      if (this.status.state !== 'live' || this.replaying) this.missed.add(id);
      const entry = this.sync.threads.get(id)?.entries.at(-1);
      if (entry?.by === 'customer') {
        this.typing.stop(this.sync.threads.get(id)?.conversation.id ?? '');
      }
    }
    if (this.replaying && changed.size > 0) this.settleReplay();
    this.attention.changed();
    this.options.onChange('threads');
    if (this.sync.complete) this.connection.synced();
  }

  /** Drops the outbox messages that the log shows. */
  private settleOutbox(changed: ReadonlySet<string>): void {
    if (this.outbox.all.length === 0) return;
    const arrived = new Set<string>();
    for (const id of changed) {
      const thread = this.sync.threads.get(id);
      if (!thread) continue;
      for (const entry of thread.entries) if (entry.command) arrived.add(entry.command);
    }
    for (const item of this.outbox.all) {
      const thread = this.sync.threads.get(threadOf(item.conversation));
      if (item.seq !== undefined && thread && thread.position >= item.seq) arrived.add(item.id);
    }
    this.outbox.arrived(arrived);
  }

  private receive(push: Push, roundTrip?: number): void {
    switch (push.type) {
      case 'welcome':
        this.serverClock.learn(push.now);
        this.me = push.me;
        this.settings = push.settings;
        this.agents.clear();
        for (const agent of push.agents) this.agents.set(agent.id, agent);
        this.teams = push.teams ?? [];
        this.queues.clear();
        for (const queue of push.queues) this.queues.set(queue.id, queue);
        this.options.onChange('people');
        this.options.onChange('queues');
        this.talks.learn(push.direct ?? [], false);
        this.mentions.learn(push.mentions ?? 0);
        this.digest(push.following);
        void this.resumeDrafts();
        void this.ended.ask(this.options.api, push.me.id, this.serverClock.now());
        break;
      case 'pong':
        this.serverClock.learn(push.now, roundTrip);
        this.talks.learn(push.direct ?? [], true);
        this.digest(push.following);
        break;
      case 'snapshot':
        this.sync.snapshot(push);
        break;
      case 'entries': {
        const before = this.sync.threads.get(push.conversation.thread);
        const me = this.me?.id ?? this.options.agent;
        this.sync.entries(push);
        this.ended.notice(before, push.entries, me);
        if (this.status.state === 'live') tell(before, push.entries, me, this.options);
        break;
      }
      case 'queue':
        this.queues.set(push.queue.id, push.queue);
        this.options.onChange('queues');
        break;
      case 'agents':
        this.learnAgents(push.agents);
        break;
      case 'settings_changed':
        void this.refreshSettings();
        void this.refreshQueues();
        break;
      case 'draft':
        this.drafts.receive(push);
        break;
      case 'discussion_done':
        this.ended.finished(push.discussion);
        break;
      case 'contact':
        this.contacts.learn(push.contact);
        break;
      case 'reads':
        this.seen.learn({ ...push.positions, ...push.discussions });
        break;
      case 'direct':
        this.talks.receive(push);
        break;
      case 'mentioned':
        this.mentions.receive(push);
        this.options.onMention?.(push);
        break;
      case 'mentions_seen':
        this.mentions.learn(push.unseen, push.at);
        break;
      case 'presence_set':
        this.options.onPresence?.(push);
        break;
      case 'preferences':
        this.options.onPreferences?.(push);
        break;
      case 'typing':
        this.typing.start(push.conversation, push.by);
        break;
      case 'ack':
        this.sender.answered(push.id, { result: 'done', seq: push.seq });
        if (push.conversation) this.settleOutbox(new Set([threadOf(push.conversation)]));
        break;
      case 'refused':
        this.sender.answered(push.id, { result: 'refused', refused: push });
        break;
      default:
      // This version does not know the type.
    }
  }

  private async refreshSettings(): Promise<void> {
    try {
      const settings = await this.options.api.settings();
      // The present version may be newer than this answer.
      if (settings.version >= (this.settings?.version ?? 0)) this.learnSettings(settings);
    } catch {
      // The next welcome brings the settings.
    }
  }

  /** Reads the queues' modes. The waiting conversations come with pushes, which are newer. */
  private async refreshQueues(): Promise<void> {
    try {
      for (const queue of (await this.options.api.queues()).queues) {
        const { waiting, more } = this.queues.get(queue.id) ?? queue;
        this.queues.set(queue.id, { ...queue, waiting, more });
      }
      this.options.onChange('queues');
    } catch {
      // The next push or welcome brings the queues.
    }
  }

  /** After a greeting: exchanges the drafts that either side wrote meanwhile. */
  private async resumeDrafts(): Promise<void> {
    this.drafts.resume();
    try {
      this.drafts.learn((await this.options.api.drafts()).drafts);
    } catch {
      // This browser's drafts suffice until the next greeting.
    }
  }

  private digest(following: readonly string[]): void {
    this.sync.digest(following);
    if (this.sync.complete) this.connection.synced();
  }
}
