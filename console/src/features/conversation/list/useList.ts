import { defineStore } from 'pinia';
import { computed, ref, shallowRef, watch } from 'vue';
import type { Queue, Sort, Status } from '@/contract/protocol';
import type { Row } from '@/engine/lists';
import { mayDirect } from '@/engine/may';
import { t } from '@/i18n/words';
import { useEnvironment } from '@/stores/environment';
import { useSession } from '@/stores/session';
import { useUi } from '@/stores/ui';
import { usePreferences } from '@/stores/usePreferences';
import { SEARCH_LIMIT, tooLong } from '@/ui/limits';
import { active, asQuery, cannotMatch, type Filters, matches, passes } from './filters';
import { gap, type Item, isRow, rowItem } from './items';
import { fromCard, fromPlace, fromRow, type Listed } from './listRow';
import { hold, sorted, waiting } from './order';
import { useCards } from './useCards';

/** The pause in typing after which the search goes to the server, in ms. */
const TYPED = 400;
const RUNNING: { status: Status[] }[] = [{ status: ['active'] }, { status: ['pending'] }];

/** The items of the conversation list, and their order. */
export const useList = defineStore('list', () => {
  const session = useSession();
  const ui = useUi();
  const preferences = usePreferences();
  const { clock } = useEnvironment();

  const sort = computed<Sort>({
    get: () => preferences.value.sort,
    set: (chosen) => preferences.set({ sort: chosen }),
  });

  const query = ref('');
  const filters = ref<Filters>({});
  /** The text is longer than the server's search allows; here it still narrows. */
  const tooMuch = computed(() => tooLong(query.value, SEARCH_LIMIT));
  const narrowed = computed(() => query.value.trim() !== '' || active(filters.value).length > 0);
  function clear(): void {
    query.value = '';
    filters.value = {};
  }

  /** The open conversations of my teams. */
  const running = useCards();
  /** The server's results, beyond the lists. */
  const found = useCards();
  const everywhere = ref(false);
  function searchEverywhere(): void {
    cancelSearch();
    if (tooMuch.value) return;
    found.clear();
    everywhere.value = true;
    void found.load([asQuery(filters.value, query.value, session.now)]);
  }
  /** True if this tab cannot hold any match: then the search goes everywhere. */
  const elsewhere = computed(() =>
    cannotMatch(filters.value, ui.tab, {
      me: session.meId,
      owners: session.lists.mine.map(({ thread }) => thread.conversation.owner),
      manual: session.manualQueues.map(({ id }) => id),
    }),
  );
  let cancelSearch = () => {};
  watch([query, filters, () => ui.tab], ([words], [before]) => {
    cancelSearch();
    everywhere.value = false;
    if (!elsewhere.value || !session.me) return;
    // The console does not ask the server for every letter.
    if (words !== before) cancelSearch = clock.after(TYPED, searchEverywhere);
    else searchEverywhere();
  });

  /** The time filters count by the minute. */
  const minute = computed(() => Math.floor(session.now / 60_000) * 60_000);
  const wanted = (it: Listed) =>
    passes(it, filters.value, filters.value.within ? minute.value : 0) && matches(it, query.value);
  const directs = computed(() => mayDirect(session.me?.role));

  const listed = (row: Row) => fromRow(row, session.meId, session.nameOf);
  const mine = (rows: readonly Row[]) =>
    sorted(rows.map(listed).filter(wanted), sort.value).map(rowItem);

  function section(key: string, text: string, rows: Item[], hint?: string): Item[] {
    if (!rows.length) return [];
    const heading = { key, kind: 'heading', text, count: rows.length } as const;
    return [hint ? { ...heading, hint } : heading, ...rows];
  }

  function places(queue: Queue): Item[] {
    const rows = queue.waiting.map((place) => fromPlace(place, queue)).filter(wanted);
    const items = rows.map(rowItem);
    if (queue.more)
      items.push({ key: `more:${queue.id}`, kind: 'note', text: t('list-moreWaiting') });
    return rows.length ? items : [];
  }

  function chats(): Item[] {
    const over = session.lists.wrapUps.flatMap(({ wrapUp, thread }): Item[] => {
      const row = { thread, dot: 'none', fresh: false, unread: 0, lines: 0, heard: 0 } as const;
      const it: Listed = {
        ...listed({ ...row, guest: false, due: undefined }),
        id: wrapUp.conversation,
        line: t('wrap-row'),
        own: false,
        since: undefined,
        selectable: false,
      };
      return wanted(it) ? [{ key: `over:${it.id}`, kind: 'over', it }] : [];
    });
    const all = mine(session.lists.mine);
    const rows = sort.value === 'longest_waiting' ? grouped(all) : all;
    return [...rows, ...section('wrap-ups', t('wrap-group'), over)];
  }

  /** The groups that the agent has folded away. */
  const folded = ref<ReadonlySet<string>>(new Set());
  function fold(key: string): void {
    const next = new Set(folded.value);
    if (!next.delete(key)) next.add(key);
    folded.value = next;
  }
  /** In the order of the wait: the customers who wait for me, then those for whom I wait. */
  function grouped(all: Item[]): Item[] {
    const waits = (item: Item) => isRow(item) && item.it.since !== undefined;
    const group = (key: string, text: string, rows: Item[]): Item[] => {
      const [heading] = section(key, text, rows);
      if (heading?.kind !== 'heading') return [];
      const hidden = folded.value.has(key);
      return [{ ...heading, folds: true, folded: hidden }, ...(hidden ? [] : rows)];
    };
    return [
      ...group('group:you', t('list-groups-you'), all.filter(waits)),
      ...group(
        'group:customer',
        t('list-groups-customer'),
        all.filter((item) => !waits(item)),
      ),
    ];
  }

  /** My chats with a customer who waits, in the order of the list, from the one after `from` on. */
  function waitingAfter(from: string | undefined): string[] {
    const all = sorted(session.lists.mine.map(listed), sort.value);
    const at = all.findIndex(({ id }) => id === from);
    return [...all.slice(at + 1), ...all.slice(0, Math.max(0, at))]
      .filter(({ since }) => since !== undefined)
      .map(({ id }) => id);
  }

  function discussions(): Item[] {
    const offers = narrowed.value ? [] : session.lists.offers;
    return [
      ...offers.map(({ offer, thread }): Item => ({ key: offer.id, kind: 'offer', offer, thread })),
      ...mine(session.lists.discussions),
    ];
  }

  function teams(): Item[] {
    const watched = mine(session.lists.monitored).map(
      (item): Item =>
        item.kind === 'row'
          ? { ...item, it: { ...item.it, glyph: 'eye', selectable: true } }
          : item,
    );
    const waits = session.autoQueues.flatMap((queue) =>
      section(
        `waiting:${queue.id}`,
        t('team-waiting', { queue: queue.name }),
        places(queue),
        t('team-auto'),
      ),
    );
    const all = cards(running, true, new Set(watched.map(({ key }) => key)));
    const above = [...section('watched', t('team-monitored'), watched), ...waits];
    const nothing = above.length > 0 && running.cards.value && !all.length;
    return [
      ...above,
      {
        key: 'running',
        kind: 'heading',
        text: t('team-running'),
        count: all.filter(isRow).length,
        refresh: true,
      },
      ...(nothing ? [{ key: 'none', kind: 'note', text: t('team-emptyElse') } as const] : all),
    ];
  }

  function cards(from: ReturnType<typeof useCards>, local: boolean, but?: Set<string>): Item[] {
    const known = new Map(from.cards.value?.map((card) => [card.id, card]));
    const called = (id: string) => session.callName(id);
    let rows = [...known.values()]
      .filter((card) => !but?.has(card.id))
      .map((card) => {
        // Only agents who can act on it see lateness.
        const target = local ? session.rulesOf(card.queue)?.first_answer_target_seconds : undefined;
        const mayPick = directs.value || card.owner === session.meId;
        return fromCard(card, called, mayPick, session.meId, target);
      });
    if (local) rows = sorted(rows.filter(wanted), sort.value);
    const items = rows.map(rowItem);
    if (from.more.value) items.push({ key: 'more', kind: 'more', busy: from.busy.value });
    return items;
  }

  const now = computed<Item[]>(() => {
    if (everywhere.value) return cards(found, false);
    if (ui.tab === 'mine') return chats();
    if (ui.tab === 'discussions') return discussions();
    if (ui.tab === 'team') return teams();
    return session.manualQueues.flatMap((queue) =>
      section(`queue:${queue.id}`, queue.name, places(queue)),
    );
  });

  /** True while the pointer or the keyboard is on a row: then no row moves. */
  const holding = ref(false);
  const held = shallowRef<readonly Item[]>();
  /** Lets every row go to its place. */
  function update(): void {
    held.value = holding.value ? now.value : undefined;
  }
  // The answer to a new question replaces the earlier results.
  const answered = computed(() => found.cards.value !== undefined);
  watch([holding, () => ui.tab, sort, query, filters, everywhere, answered, folded], update, {
    flush: 'sync',
  });
  watch(
    () => held.value && now.value,
    (items) => {
      if (held.value && items) held.value = hold(held.value, items, gap);
    },
    { flush: 'sync' },
  );
  const items = computed(() => held.value ?? now.value);
  const moved = computed(() => (held.value ? waiting(held.value, now.value) : 0));
  const rows = computed(() => items.value.filter(isRow));

  /** Opens the next conversation in the list's order, or the one before. */
  function step(by: number): void {
    const all = rows.value;
    const at = all.findIndex(({ it }) => it.id === ui.conversation);
    const next = all[at < 0 ? (by > 0 ? 0 : all.length - 1) : at + by];
    if (next) void ui.open(next.it.id);
  }

  const selectable = computed(() => rows.value.filter(({ it }) => it.selectable));
  /** The row at which a range begins, and the choice before it. */
  let anchor: string | undefined;
  let before: ReadonlyMap<string, string> | undefined;
  const nameOf = ({ name }: Listed) => name || t('list-anonymous');

  function pick(it: Listed): void {
    if (!it.selectable) return;
    ui.selecting = true;
    anchor = it.id;
    before = undefined;
    const chosen = new Map(ui.selection);
    if (!chosen.delete(it.id)) chosen.set(it.id, nameOf(it));
    ui.selection = chosen;
  }

  /** Chooses all rows from the beginning of the range up to here; a shorter range lets rows go. */
  function pickTo(it: Listed, from?: Listed): void {
    const all = rows.value;
    const at = (id: string | undefined) => all.findIndex((row) => row.it.id === id);
    const to = at(it.id);
    if (to < 0) return;
    const begun = at(anchor ?? from?.id ?? ui.conversation);
    const start = begun < 0 ? to : begun;
    ui.selecting = true;
    anchor = all[start]?.it.id;
    before ??= ui.selection;
    const chosen = new Map(before);
    for (const row of all.slice(Math.min(start, to), Math.max(start, to) + 1)) {
      if (row.it.selectable) chosen.set(row.it.id, nameOf(row.it));
    }
    ui.selection = chosen;
  }

  function pickAll(): void {
    before = undefined;
    ui.selection = new Map(selectable.value.map(({ it }) => [it.id, nameOf(it)]));
  }
  watch(
    () => ui.selecting,
    (on) => {
      if (on) return;
      anchor = undefined;
      before = undefined;
    },
  );

  /**
   * The longest waiting conversation that agents take by hand; undefined if this agent is at
   * capacity.
   */
  const longest = computed(() => {
    if (session.lists.load >= (session.me?.capacity ?? Number.POSITIVE_INFINITY)) return undefined;
    const all = session.manualQueues.flatMap((queue) => queue.waiting);
    return all.sort((a, b) => a.since - b.since)[0]?.conversation;
  });
  function takeLongest(): void {
    if (!longest.value) return;
    ui.tab = 'queue';
    void ui.open(longest.value);
  }

  /** Every conversation in any of this agent's lists: the filters offer their values. */
  const everyone = computed(() => [
    ...session.lists.mine.map(listed),
    ...session.lists.discussions.map(listed),
    ...rows.value.map(({ it }) => it),
  ]);

  const loadRunning = () => running.load(RUNNING);
  const summary = computed(() => t('finding-found', { n: rows.value.length }));

  return {
    sort,
    query,
    filters,
    narrowed,
    tooMuch,
    clear,
    running,
    found,
    everywhere,
    elsewhere,
    searchEverywhere,
    holding,
    update,
    items,
    moved,
    rows,
    step,
    selectable,
    everyone,
    pick,
    pickTo,
    pickAll,
    fold,
    waitingAfter,
    longest,
    takeLongest,
    loadRunning,
    summary,
  };
});
