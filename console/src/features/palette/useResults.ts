import { computed, type Ref, ref, shallowRef, watch } from 'vue';
import type { ContactProfile, ConversationCard } from '@/contract/protocol';
import { shortId } from '@/engine/ids';
import { ACT_IDS, type ActId, actSpec } from '@/engine/shortcuts';
import { useCards, usePages } from '@/features/conversation/list/useCards';
import { useTeamChat } from '@/features/direct/useTeamChat';
import { settingsIndex } from '@/features/settings/finder';
import { t } from '@/i18n/words';
import { useActs } from '@/stores/acts';
import { useEnvironment } from '@/stores/environment';
import { useSession } from '@/stores/session';
import { useUi } from '@/stores/ui';
import type { IconName } from '@/ui/icons';
import { SEARCH_LIMIT, tooLong } from '@/ui/limits';
import { rank } from './rank';

export interface Result {
  id: string;
  title: string;
  /** A text that the search covers and the palette shows in small print. */
  more?: string | undefined;
  /** Numbers that the search finds in any notation. */
  numbers?: readonly string[] | undefined;
  icon: IconName;
  chord?: string | undefined;
  /** The palette stays open: more results come, or another list takes its place. */
  stays?: 'more' | 'list';
  run: () => void;
}

export interface ResultGroup {
  name: string;
  results: Result[];
}

export type Contact = Pick<ContactProfile, 'id' | 'name'>;

const MOST = 6;
const ACTS_AT_FIRST = 12;
/** The commands for an open conversation, the likeliest first; the palette begins with six. */
const HERE: readonly ActId[] = [
  'resolve',
  'resolveNext',
  'transfer',
  'discuss',
  'comment',
  'canned',
  'label',
  'accept',
  'reject',
  'attach',
  'mode',
  'events',
];

/**
 * The palette's results: acts, conversations, people, contacts, settings; then those of the server.
 */
export function useResults(query: Ref<string>) {
  const session = useSession();
  const ui = useUi();
  const acts = useActs();
  const chat = useTeamChat();
  const { api } = useEnvironment();
  const typed = computed(() => query.value.trim());

  const doable = computed<Result[]>(() =>
    ACT_IDS.filter(
      (id) => id !== 'palette' && id !== 'close' && !actSpec(id).own && acts.available(id),
    ).map((id) => ({
      id: `act-${id}`,
      title: t(`acts-${id}`),
      icon: 'right' as const,
      chord: acts.bindings[id][0],
      run: () => void acts.run(id),
    })),
  );

  const conversation = (id: string, name: string, ...more: (string | null | undefined)[]) => ({
    id: `conversation-${id}`,
    title: name || t('list-anonymous'),
    more: [shortId(id), ...more].filter(Boolean).join(' · '),
    icon: 'chats' as const,
    run: () => void ui.open(id),
  });
  const conversations = computed<Result[]>(() => {
    const { mine, discussions } = session.lists;
    const known = new Map<string, Result>();
    const add = (result: Result) => known.has(result.id) || known.set(result.id, result);
    for (const [rows, where] of [
      [mine, t('palette-mine')],
      [discussions, t('palette-discussion')],
    ] as const) {
      for (const { id, contact, alias } of rows.map((row) => row.thread.conversation)) {
        add({ ...conversation(id, contact.name, alias, where), numbers: [contact.address] });
      }
    }
    for (const queue of session.queues) {
      for (const place of queue.waiting) {
        add(
          conversation(place.conversation, place.name, t('palette-queued', { queue: queue.name })),
        );
      }
    }
    return [...known.values()];
  });

  /** Before typing: the customers who wait, mine and the queues', the longest first. */
  const waiting = computed<Result[]>(() => {
    const since = new Map<string, number>();
    for (const { dot, thread } of session.lists.mine) {
      const { id, waiting_since } = thread.conversation;
      if (dot === 'waiting') since.set(`conversation-${id}`, waiting_since);
    }
    for (const place of session.queues.flatMap((queue) => queue.waiting)) {
      since.set(`conversation-${place.conversation}`, place.since);
    }
    return conversations.value
      .filter(({ id }) => since.has(id))
      .sort((a, b) => (since.get(a.id) ?? 0) - (since.get(b.id) ?? 0));
  });
  /** Before typing: the commands for the open conversation; without one, all of them. */
  const atFirst = computed<[Result[], number]>(() => {
    const here = HERE.map((id) => doable.value.find((one) => one.id === `act-${id}`));
    const open = here.filter((one) => one !== undefined);
    return ui.conversation && open.length ? [open, MOST] : [doable.value, ACTS_AT_FIRST];
  });

  const people = computed<Result[]>(() =>
    session.agents
      .filter((agent) => agent.id !== session.meId)
      .map((agent) => ({
        id: `agent-${agent.id}`,
        title: agent.name,
        more: [t('palette-talk'), ...(agent.skills ?? [])].join(' · '),
        icon: 'person',
        run: () => chat.open(agent.id),
      })),
  );
  const settings = computed<Result[]>(() =>
    settingsIndex(session.me?.role).map(({ page, at, title, where, help }, n) => ({
      id: `setting-${n}`,
      title,
      more: [where, help].filter(Boolean).join(' · '),
      icon: 'settings',
      run: () => ui.showSettings(page, at),
    })),
  );

  /** The contact whose conversations the palette shows, and nothing else. */
  const contact = shallowRef<Contact>();
  const theirs = usePages(({ id, cursor }: { id: string; cursor?: string }) =>
    api.contactConversations(id, cursor),
  );
  function show(next: Contact | undefined): void {
    contact.value = next;
    query.value = '';
    theirs.clear();
    if (next) void theirs.load([{ id: next.id }]);
  }

  const found = useCards();
  /** The text is longer than the server's search allows. */
  const tooMuch = computed(() => tooLong(typed.value, SEARCH_LIMIT));
  /** The text of the last search by the server. */
  const asked = ref('');
  function searchEverywhere(): void {
    asked.value = typed.value;
    found.clear();
    void found.load([{ q: typed.value }]);
  }
  watch(typed, (now) => {
    if (now !== asked.value) asked.value = '';
  });

  const ofCard = (card: ConversationCard): Result => {
    const whose = card.owner
      ? t('thread-owner', { name: session.nameOf(card.owner) })
      : session.queueName(card.queue);
    return conversation(card.id, card.name, card.alias, t(`thread-status-${card.status}`), whose);
  };
  const contacts = computed<Result[]>(() => {
    const rows = [...session.lists.mine, ...session.lists.discussions];
    const known = new Map(
      rows.map((row) => row.thread.conversation.contact).map((c) => [c.id, c.name]),
    );
    for (const { waiting } of session.queues) {
      for (const { contact: id, name } of waiting) if (id) known.set(id, name);
    }
    if (asked.value) for (const card of found.cards.value ?? []) known.set(card.contact, card.name);
    return [...known].map(([id, name]) => ({
      id: `contact-${id}`,
      title: name || t('list-anonymous'),
      icon: 'people',
      stays: 'list',
      run: () => show({ id, name: name || t('list-anonymous') }),
    }));
  });

  const local = computed<ResultGroup[]>(() => {
    const any = typed.value !== '';
    const [commands, most] = any ? [doable.value, MOST] : atFirst.value;
    const all = [
      [t('palette-groups-conversations'), any ? conversations.value : waiting.value, MOST],
      [t('palette-groups-acts'), commands, most],
      [t('palette-groups-people'), people.value, MOST],
      // The contacts are too many to show before the agent has typed anything.
      [t('palette-groups-contacts'), any ? contacts.value : [], MOST],
      [t('palette-groups-settings'), any ? settings.value : [], MOST],
    ] as const;
    return all
      .map(([name, items, most]) => ({ name, results: rank(items, typed.value, most) }))
      .filter(({ results }) => results.length > 0);
  });

  interface Cards extends Pick<ReturnType<typeof useCards>, 'cards' | 'failed' | 'more' | 'busy'> {
    load: () => Promise<void>;
    loadMore: () => Promise<void>;
  }
  const step = (id: string, title: string, run: () => void): Result => {
    return { id, title, icon: 'search', stays: 'more', run };
  };
  /** The server's results, and the step that goes on from there. */
  function answered(name: string, cards: Cards, results: Result[]): ResultGroup {
    if (cards.failed.value) {
      const load = cards.cards.value ? cards.loadMore : () => cards.load();
      results = [...results, step('again', t('palette-again'), () => void load())];
    } else if (cards.more.value && !cards.busy.value) {
      results = [...results, step('more', t('palette-more'), () => void cards.loadMore())];
    }
    return { name, results };
  }
  const elsewhere = computed(() => {
    const here = new Set(conversations.value.map(({ id }) => id));
    return (found.cards.value ?? []).map(ofCard).filter(({ id }) => !here.has(id));
  });
  const everywhere = computed<ResultGroup>(() => {
    const name = t('palette-groups-everywhere');
    if (asked.value) return answered(name, found, elsewhere.value);
    const title = t('palette-everywhere', { query: typed.value });
    const may = typed.value && !tooMuch.value;
    return { name, results: may ? [step('everywhere', title, searchEverywhere)] : [] };
  });

  /** The contact, before their conversations. */
  const itself = (whose: Contact): ResultGroup => {
    const title = t('palette-contact', { name: whose.name });
    const run = () => ui.showContact(whose.id);
    const results: Result[] = [{ id: `open-${whose.id}`, title, icon: 'people', run }];
    return { name: t('palette-groups-contacts'), results: typed.value ? [] : results };
  };
  const groups = computed<ResultGroup[]>(() => {
    const whose = contact.value;
    const all = whose
      ? [
          itself(whose),
          answered(
            t('palette-of', { name: whose.name }),
            theirs,
            rank((theirs.cards.value ?? []).map(ofCard), typed.value, Number.POSITIVE_INFINITY),
          ),
        ]
      : [...local.value, everywhere.value];
    return all.filter(({ results }) => results.length > 0);
  });

  /** The state of the server's search, if there is anything to say. */
  const note = computed<{ text: string; failed?: boolean } | undefined>(() => {
    if (!contact.value && tooMuch.value) return { text: tooMuch.value, failed: true };
    const [cards, loading, none, failed] = contact.value
      ? [theirs, t('palette-ofLoading'), t('palette-ofNone'), t('palette-ofFailed')]
      : [found, t('palette-searching'), t('palette-noneEverywhere'), t('palette-searchFailed')];
    if (!contact.value && !asked.value) return undefined;
    if (cards.failed.value) return { text: failed, failed: true };
    if (cards.busy.value) return { text: loading };
    if (contact.value && typed.value && !groups.value.length) {
      return { text: t('palette-none', { query: typed.value }) };
    }
    const nothing = contact.value ? !cards.cards.value?.length : !elsewhere.value.length;
    if (!nothing) return undefined;
    return {
      text: contact.value || groups.value.length ? none : t('palette-none', { query: typed.value }),
    };
  });
  const noneHere = computed(
    () => !contact.value && typed.value !== '' && !local.value.length && !note.value,
  );

  return { groups, note, noneHere, contact, back: () => show(undefined) };
}
