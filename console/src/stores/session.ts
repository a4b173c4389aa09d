import { defineStore } from 'pinia';
import { computed, onScopeDispose, ref, shallowRef, watch } from 'vue';
import type {
  Agent,
  ConversationWithEntries,
  Mention,
  PresenceChange,
  Settings,
  Target,
} from '@/contract/protocol';
import type { Answer } from '@/engine/answers';
import type { Alert } from '@/engine/attention';
import { Client, type Topic } from '@/engine/client';
import { Ticker } from '@/engine/clock';
import { targetParts } from '@/engine/collaboration';
import type { Change } from '@/engine/contacts';
import type { DraftKey } from '@/engine/drafts';
import { threadOf } from '@/engine/ids';
import { session as derive, isManual } from '@/engine/lists';
import type { OutboxState } from '@/engine/outbox';
import type { Loss } from '@/engine/takenFromMe';
import type { Thread } from '@/engine/thread';
import { t } from '@/i18n/words';
import { usePreferences } from '@/stores/usePreferences';
import { useEnvironment } from './environment';

export type AlertHandler = (alerts: Alert[]) => void;
export type MentionHandler = (mention: Mention) => void;
export type PresenceHandler = (set: PresenceChange) => void;
export type AnswerHandler = (answer: Answer) => void;
export type LossHandler = (loss: Loss) => void;

/** The time between two updates of a conversation that the agent only reads along, in ms. */
const PEEK_EVERY = 5_000;
/** Every so many of these updates include a conversation that has ended. */
const OVER_BEATS = 4;

/** The time for which threads that arrive while catching up are gathered, in ms. */
const GATHER = 100;

/** The session: the client's state, made visible to components. It holds nothing of its own. */
export const useSession = defineStore('session', () => {
  const environment = useEnvironment();
  const versions: Record<Topic, { value: number }> = {
    contacts: shallowRef(0),
    direct: shallowRef(0),
    ended: shallowRef(0),
    mentions: shallowRef(0),
    threads: shallowRef(0),
    people: shallowRef(0),
    queues: shallowRef(0),
    status: shallowRef(0),
    outbox: shallowRef(0),
    drafts: shallowRef(0),
    typing: shallowRef(0),
  };
  /** The open thread; it stays readable even when it leaves the session. */
  const selected = ref<string>();
  const handlers = new Set<AlertHandler>();
  const answerHandlers = new Set<AnswerHandler>();
  const lossHandlers = new Set<LossHandler>();
  const mentionHandlers = new Set<MentionHandler>();
  const presenceHandlers = new Set<PresenceHandler>();
  let looking: (conversation: string, discussion?: string) => boolean = () => false;

  const client = new Client({
    agent: environment.subject,
    api: environment.api,
    clock: environment.clock,
    random: environment.random,
    openSocket: environment.openSocket,
    outboxStore: environment.outboxStore,
    storage: environment.storage,
    keep: (thread) => thread === selected.value,
    looking: (conversation, discussion) => looking(conversation, discussion),
    onChange: (topic) => {
      if (topic === 'threads' && client.status.state === 'syncing') gather();
      else versions[topic].value += 1;
      if (topic === 'status') gathered();
    },
    onAlert: (alerts) => {
      for (const handler of handlers) handler(alerts);
    },
    onMention: (mention) => {
      for (const handler of mentionHandlers) handler(mention);
    },
    onPresence: (set) => {
      for (const handler of presenceHandlers) handler(set);
    },
    onPreferences: (kept) => usePreferences().take(kept),
    onAnswer: (answer) => {
      for (const handler of answerHandlers) handler(answer);
    },
    onLoss: (loss) => {
      for (const handler of lossHandlers) handler(loss);
    },
  });

  /** Threads that come one by one at the beginning draw a few times, not thousands of times. */
  let waiting: (() => void) | undefined;
  function gather(): void {
    waiting ??= environment.clock.after(GATHER, gathered);
  }
  function gathered(): void {
    if (!waiting) return;
    waiting();
    waiting = undefined;
    versions.threads.value += 1;
  }
  onScopeDispose(() => waiting?.());

  const now = ref(client.serverClock.now());
  const ticker = new Ticker(environment.clock, () => client.connection.wake());
  onScopeDispose(
    ticker.subscribe(() => {
      now.value = client.serverClock.now();
    }),
  );

  /** A reader of a version depends on it. */
  const on = <T>(topic: Topic, read: () => T) => {
    void versions[topic].value;
    return read();
  };

  const status = computed(() => on('status', () => client.status));
  const me = computed(() => on('people', () => client.me));
  const meId = computed(() => me.value?.id ?? environment.subject);
  /** All agents with a name on the screens, also those who have left. */
  const everybody = computed(() => on('people', () => [...client.agents.values()]));
  const agents = computed(() => everybody.value.filter(({ active }) => active !== false));
  const settings = computed(() => on('people', () => client.settings));
  const queues = computed(() => on('queues', () => [...client.queues.values()]));
  const manualQueues = computed(() => queues.value.filter(isManual));
  /** The queues whose conversations the engine assigns. */
  const autoQueues = computed(() => queues.value.filter((queue) => !isManual(queue)));
  const teams = computed(() => on('people', () => client.teams));
  const lists = computed(() =>
    on('threads', () =>
      derive(client.sync.threads.values(), queues.value, meId.value, (id) => client.seen.get(id)),
    ),
  );
  const followed = computed(
    () => on('threads', () => [...client.sync.threads.values()].filter((t) => t.following)).length,
  );
  const replaying = computed(() => on('status', () => client.replaying));
  const behind = computed(() => on('threads', () => client.sync.behind));
  /** True if any composer of this page holds unsent text. */
  const hasText = computed(() => on('drafts', () => client.drafts.any()));
  /** Without a connection no message is under way, whatever the outbox tries. */
  const waits = ({ state }: { state: OutboxState }) =>
    state === 'waiting' || (state === 'sending' && status.value.state !== 'live');
  const unsent = computed(() =>
    [
      ...on('outbox', () => client.outbox.all),
      ...on('direct', () => client.talks.outbox.all),
    ].filter(waits),
  );

  const thread = (id: string): Thread | undefined =>
    on('threads', () => client.sync.threads.get(id));
  /** My read position of the thread or discussion of this id. */
  const readUpTo = (id: string) => on('threads', () => client.seen.get(id)?.seq ?? 0);
  const contact = (id: string) => on('contacts', () => client.contacts.get(id));
  const mentions = () => on('mentions', () => client.mentions);
  const talks = () => on('direct', () => client.talks);
  const ended = () => on('ended', () => client.ended);
  const outboxOf = (conversation: string) => on('outbox', () => client.outbox.of(conversation));
  const typingIn = (conversation: string) =>
    on('typing', () => client.typing.get(conversation)?.by);
  const hasDraft = (conversation: string) => on('drafts', () => client.drafts.has(conversation));
  const draftText = (key: DraftKey) => on('drafts', () => client.drafts.get(key));
  const modeOf = (conversation: string) => on('drafts', () => client.drafts.mode(conversation));

  function nameOf(id: string | null | undefined): string {
    if (!id) return t('app-somebody');
    if (id === 'system') return t('app-system');
    return on('people', () => client.agents.get(id)?.name) ?? id;
  }
  const callName = (id: string | null | undefined) =>
    id === meId.value ? t('app-you') : nameOf(id);
  /** Like `callName`, in the middle of a sentence. */
  const objectName = (id: string | null | undefined) =>
    id === meId.value ? t('app-them') : nameOf(id);
  const queueName = (id: string) => on('queues', () => client.queues.get(id)?.name) ?? id;
  const teamName = (id: string) => teams.value.find((team) => team.id === id)?.name ?? id;
  /** A skill is its own name; the other targets have names. */
  function targetName(target: Target): string {
    const { kind, id } = targetParts(target);
    if (kind === 'agent' || kind === 'manager') return objectName(id);
    if (kind === 'team') return teamName(id);
    return kind === 'queue' ? queueName(id) : id;
  }
  const joined = (ids: readonly string[], name: (id: string) => string = nameOf) =>
    ids.map(name).join(', ');
  const contactName = (conversation: string) =>
    thread(threadOf(conversation))?.conversation.contact.name || t('list-anonymous');

  /** The rules in force for a queue; until they are known, those of the workspace. */
  const queueRules = shallowRef(new Map<string, Partial<Settings>>());
  const asked = new Set<string>();
  watch(settings, () => {
    asked.clear();
    queueRules.value = new Map();
  });
  function rulesOf(queue: string): Partial<Settings> | undefined {
    if (settings.value && !asked.has(queue)) void learnRules(queue);
    return queueRules.value.get(queue) ?? settings.value;
  }
  async function learnRules(queue: string): Promise<void> {
    asked.add(queue);
    try {
      const { effective } = await environment.api.scopedSettings(`queues/${queue}`);
      if (effective) queueRules.value = new Map(queueRules.value).set(queue, effective);
    } catch {
      // The workspace's rules suffice.
    }
  }

  /** A customer's attributes beside the name; loaded when a text needs them. */
  const attributesOf = (id: string) => contact(id)?.attributes ?? {};
  async function learnContact(id: string): Promise<void> {
    // A variable without a value stays visible, and blocks.
    await loadContact(id).catch(() => {});
  }
  async function loadContact(id: string): Promise<void> {
    client.contacts.learn(await environment.api.contact(id));
  }
  /** Changes a customer on the version read here; throws a refusal if a colleague was faster. */
  async function changeContact(id: string, change: Change): Promise<void> {
    const version = client.contacts.get(id)?.version ?? 0;
    client.contacts.learn(await environment.api.changeContact(id, { version, ...change }));
  }

  async function refreshAgents(): Promise<void> {
    client.learnAgents((await environment.api.agents()).agents);
  }
  const learnAgents = (agents: readonly Agent[]) => client.learnAgents(agents);
  /** The position of a conversation, as far as the client knows. */
  const seqOf = (conversation: string) => thread(threadOf(conversation))?.conversation.seq ?? 0;

  /** Earlier conversations of threads, in their final state. */
  const past = shallowRef(new Map<string, ConversationWithEntries>());
  function keepPast(answer: ConversationWithEntries): void {
    past.value = new Map(past.value).set(answer.conversation.id, answer);
  }
  const isNewest = (id: string) => client.sync.threads.get(threadOf(id))?.conversation.id === id;

  /**
   * Makes a conversation readable, over HTTP if the agent does not follow it. The newest
   * conversation of a thread is followed; an earlier one stays beside it.
   */
  async function load(conversation: string): Promise<void> {
    // A conversation that the agent does not follow is as old as its last load.
    const followed = client.sync.threads.get(threadOf(conversation))?.following;
    if (followed && (isNewest(conversation) || past.value.has(conversation))) return;
    const answer = await environment.api.conversation(conversation);
    const other = answer.conversation.id === conversation ? answer.newest : undefined;
    if (other) keepPast(answer);
    if (followed) return;
    const newest = other ? await environment.api.conversation(other) : answer;
    client.sync.preview(newest.conversation, newest.entries, newest.more);
  }
  /** Loads an earlier conversation to look at beside the thread. */
  async function loadPast(conversation: string): Promise<void> {
    if (past.value.has(conversation) || isNewest(conversation)) return;
    const answer = await environment.api.conversation(conversation);
    if (answer.conversation.id === conversation) keepPast(answer);
  }

  async function loadOlder(id: string): Promise<void> {
    const held = client.sync.threads.get(id);
    const first = held?.entries[0]?.seq;
    if (!held?.more || first === undefined) return;
    const page = await environment.api.entries(held.conversation.id, first);
    client.sync.older(id, page.entries, page.more);
  }

  /** Updates conversations that the agent only looks at; followed ones update by themselves. */
  function peek(beat: number): void {
    const held = selected.value ? client.sync.threads.get(selected.value) : undefined;
    if (!held || client.status.state !== 'live') return;
    // An ended conversation goes on only when the customer writes again.
    if (held.conversation.status === 'resolved' && beat % OVER_BEATS) return;
    client.sync.peek(held.id);
  }
  onScopeDispose(
    (() => {
      let cancel = () => {};
      const again = (beat: number) => {
        cancel = environment.clock.after(PEEK_EVERY, () => {
          peek(beat);
          again(beat + 1);
        });
      };
      again(1);
      return () => cancel();
    })(),
  );

  function select(id: string | undefined): void {
    const before = selected.value;
    selected.value = id;
    if (id && id !== before) client.seen.enter(id);
    if (before && before !== id) client.sync.forget(before);
  }

  function onAlerts(handler: AlertHandler): () => void {
    handlers.add(handler);
    return () => handlers.delete(handler);
  }

  function onAnswers(handler: AnswerHandler): () => void {
    answerHandlers.add(handler);
    return () => answerHandlers.delete(handler);
  }

  function onLosses(handler: LossHandler): () => void {
    lossHandlers.add(handler);
    return () => lossHandlers.delete(handler);
  }

  function onMentions(handler: MentionHandler): () => void {
    mentionHandlers.add(handler);
    return () => mentionHandlers.delete(handler);
  }

  function onPresence(handler: PresenceHandler): () => void {
    presenceHandlers.add(handler);
    return () => presenceHandlers.delete(handler);
  }

  function setLooking(judge: (conversation: string, discussion?: string) => boolean): void {
    looking = judge;
  }

  return {
    client: () => client,
    selected,
    now,
    status,
    me,
    meId,
    agents,
    everybody,
    settings,
    queues,
    manualQueues,
    autoQueues,
    teams,
    lists,
    followed,
    unsent,
    behind,
    replaying,
    hasText,
    talks,
    ended,
    mentions,
    thread,
    readUpTo,
    outboxOf,
    typingIn,
    hasDraft,
    draftText,
    modeOf,
    nameOf,
    callName,
    objectName,
    queueName,
    teamName,
    targetName,
    joined,
    contactName,
    rulesOf,
    learnRules,
    attributesOf,
    learnContact,
    contact,
    loadContact,
    changeContact,
    refreshAgents,
    learnAgents,
    seqOf,
    load,
    past: (id: string) => past.value.get(id),
    loadPast,
    loadOlder,
    select,
    onAlerts,
    onAnswers,
    onLosses,
    onMentions,
    onPresence,
    setLooking,
  };
});
