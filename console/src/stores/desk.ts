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
import { desk as derive, isManual } from '@/engine/lists';
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

/** How often a conversation that is read along is brought up to date. */
const PEEK_EVERY = 5_000;
/** Of these looks, every so many at a conversation that is over. */
const OVER_BEATS = 4;

/** For how long threads that arrive while catching up are gathered. */
const GATHER = 100;

/** The client's state, made visible to components. It holds nothing of its own. */
export const useDesk = defineStore('desk', () => {
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
  /** The thread that is open; kept readable even when it leaves the desk. */
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

  /** Thousands of threads that come one by one at the beginning are shown a few times, not thousands. */
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

  /** Reading a version makes whoever reads depend on it. */
  const on = <T>(topic: Topic, read: () => T) => {
    void versions[topic].value;
    return read();
  };

  const status = computed(() => on('status', () => client.status));
  const me = computed(() => on('people', () => client.me));
  const meId = computed(() => me.value?.id ?? environment.subject);
  /** All whose names stand somewhere, also those who do not work here any more. */
  const everybody = computed(() => on('people', () => [...client.agents.values()]));
  const agents = computed(() => everybody.value.filter(({ active }) => active !== false));
  const settings = computed(() => on('people', () => client.settings));
  const queues = computed(() => on('queues', () => [...client.queues.values()]));
  const manualQueues = computed(() => queues.value.filter(isManual));
  /** Of these, the engine gives out what waits. */
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
  /** Whether anything stands in a composer of this page that was not sent. */
  const hasText = computed(() => on('drafts', () => client.drafts.any()));
  /** Without a connection nothing is under way, whatever is being tried. */
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
  /** How far I have read the thread or discussion of this id. */
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
  /** As `callName`, in the middle of a sentence. */
  const objectName = (id: string | null | undefined) =>
    id === meId.value ? t('app-them') : nameOf(id);
  const queueName = (id: string) => on('queues', () => client.queues.get(id)?.name) ?? id;
  const teamName = (id: string) => teams.value.find((team) => team.id === id)?.name ?? id;
  /** A skill is called as it is; of the others there are names. */
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

  /** What is in force for a queue; until that is known, what is for the workspace. */
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
      // What the workspace says will do.
    }
  }

  /** What is known of customers beside their names; asked for when a text wants it. */
  const attributesOf = (id: string) => contact(id)?.attributes ?? {};
  async function learnContact(id: string): Promise<void> {
    // What has no value is shown as such, and blocks.
    await loadContact(id).catch(() => {});
  }
  async function loadContact(id: string): Promise<void> {
    client.contacts.learn(await environment.api.contact(id));
  }
  /** Changes a customer as they were read here; throws a refusal where somebody was faster. */
  async function changeContact(id: string, change: Change): Promise<void> {
    const version = client.contacts.get(id)?.version ?? 0;
    client.contacts.learn(await environment.api.changeContact(id, { version, ...change }));
  }

  async function refreshAgents(): Promise<void> {
    client.learnAgents((await environment.api.agents()).agents);
  }
  const learnAgents = (agents: readonly Agent[]) => client.learnAgents(agents);
  /** How far a conversation has come, as far as it is known here. */
  const seqOf = (conversation: string) => thread(threadOf(conversation))?.conversation.seq ?? 0;

  /** Earlier conversations of threads, as they stood at their end. */
  const past = shallowRef(new Map<string, ConversationWithEntries>());
  function keepPast(answer: ConversationWithEntries): void {
    past.value = new Map(past.value).set(answer.conversation.id, answer);
  }
  const isNewest = (id: string) => client.sync.threads.get(threadOf(id))?.conversation.id === id;

  /**
   * Makes a conversation readable, over HTTP where it is not followed. Of a thread the newest one
   * is followed; an earlier one is kept beside it.
   */
  async function load(conversation: string): Promise<void> {
    // What is not followed is as old as when it was last read.
    const followed = client.sync.threads.get(threadOf(conversation))?.following;
    if (followed && (isNewest(conversation) || past.value.has(conversation))) return;
    const answer = await environment.api.conversation(conversation);
    const other = answer.conversation.id === conversation ? answer.newest : undefined;
    if (other) keepPast(answer);
    if (followed) return;
    const newest = other ? await environment.api.conversation(other) : answer;
    client.sync.preview(newest.conversation, newest.entries, newest.more);
  }
  /** An earlier conversation that is only looked at beside the thread. */
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

  /** Brings up to date what is only looked at; what is followed comes by itself. */
  function peek(beat: number): void {
    const held = selected.value ? client.sync.threads.get(selected.value) : undefined;
    if (!held || client.status.state !== 'live') return;
    // What is over goes on only when the customer writes again.
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
