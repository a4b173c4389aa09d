import { defineStore } from 'pinia';
import { ref, watch } from 'vue';
import { ApiRefused } from '@/engine/api';
import type { TargetKind } from '@/engine/collaboration';
import { threadOf } from '@/engine/ids';
import { useEnvironment } from './environment';
import { useSession } from './session';

export type Tab = 'mine' | 'queue' | 'discussions' | 'team';
export type Panel = 'list' | 'thread' | 'details';
export type EngageAct = 'discuss' | 'assign' | 'transfer' | 'conference';
export type SmallAct = 'survey' | 'trigger' | 'priority' | 'skills';

export type DialogState =
  /** `discussion`: the running discussion that the colleague is to join. */
  | {
      type: 'engage';
      act: EngageAct;
      conversation: string;
      discussion?: string | undefined;
      /** The content of an earlier request, when the agent sends it to another target. */
      again?: { kind: TargetKind; note?: string | undefined; all: boolean };
    }
  /** `next`: the agent wants to go on with the next conversation. */
  | { type: 'resolve'; conversation: string; next?: boolean }
  | { type: 'routing'; conversation: string }
  | { type: 'reject' | 'withdraw'; conversation: string; offer: string }
  | { type: 'end'; conversation: string; discussion: string }
  | { type: 'release'; conversation: string; discussion: string; agent: string }
  | { type: 'leave'; conversation: string }
  /** An ended discussion, for reading; its thread need not be readable any more. */
  | { type: 'talk'; conversation: string; discussion: string }
  | { type: 'small'; act: SmallAct; conversation: string }
  | { type: 'alias' | 'tags'; conversation: string }
  /** Several conversations, with their customers' names. */
  | { type: 'bulk'; conversations: Map<string, string>; to?: string }
  /** A manager sets a colleague away, or looks at the colleague's times. */
  | { type: 'away' | 'presences'; agent: string }
  | { type: 'help' }
  | { type: 'palette' };

/** The pauses before a failed read repeats: the first and the longest, in ms. */
const AGAIN_FIRST = 2_000;
const AGAIN_MOST = 30_000;

export interface Route {
  /** `nowhere`: no page has the address. */
  screen: 'conversations' | 'contacts' | 'people' | 'settings' | 'board' | 'requests' | 'nowhere';
  /** A page of the settings. */
  page?: string;
  conversation?: string;
  contact?: string;
}

export function parseRoute(path: string, hash = ''): Route {
  if (path === '/settings') return { screen: 'settings', page: hash.replace('#', '') };
  const contact = /^\/contacts(?:\/([\w.-]+))?$/.exec(path);
  if (contact) return { screen: 'contacts', ...(contact[1] ? { contact: contact[1] } : {}) };
  if (path === '/people') return { screen: 'people' };
  if (path === '/board') return { screen: 'board' };
  if (path === '/requests') return { screen: 'requests' };
  const conversation = /^\/c\/([0-9a-z]+-\d+)$/.exec(path)?.[1];
  if (conversation) return { screen: 'conversations', conversation };
  // A frame without a server has a path like "blank".
  const home = path === '/' || path === '/index.html' || !path.startsWith('/');
  return { screen: home ? 'conversations' : 'nowhere' };
}

/** The open screen and its parts, and the address that leads back to it. */
export const useUi = defineStore('ui', () => {
  const session = useSession();
  const { clock, storage } = useEnvironment();
  const screen = ref<Route['screen']>('conversations');
  const conversation = ref<string>();
  const tab = ref<Tab>('mine');
  /** On narrow screens one panel shows at a time. */
  const panel = ref<Panel>('list');
  const details = ref(storage.getItem('details') !== 'closed');
  const drawer = ref(false);
  /** The lab of the local platform; once opened it goes on behind. */
  const lab = ref<boolean>();
  const dialog = ref<DialogState>();
  /**
   * The agent is choosing several conversations of the list; `selection` holds them with their
   * names.
   */
  const selecting = ref(false);
  const selection = ref(new Map<string, string>());
  /** The open page of the settings, and the field that the agent searched for. */
  const page = ref('');
  const field = ref<string>();
  /** The open contact among the contacts. */
  const contact = ref<string>();
  /** The conversation of the open thread that the details show: chosen, or scrolled to. */
  const looked = ref<string>();
  const loading = ref(false);
  /** The server knows no such conversation, or none that the agent may read. */
  const missing = ref(false);
  /** The server did not answer; the console asks again until it does. */
  const unreachable = ref(false);
  let cancelAgain = () => {};
  /** The entry for which the agent opened a conversation, until it is in sight. */
  const aim = ref<{ conversation: string; seq: number }>();
  /** The earlier message that the next answer quotes. */
  const quoting = ref<{ conversation: string; seq: number; text: string; author: string }>();
  /** The element that had the focus when the agent last opened a conversation. */
  let entrance: Element | undefined;
  function enter(): void {
    const at = document.activeElement;
    entrance = at && at !== document.body ? at : undefined;
  }

  watch(tab, () => {
    selecting.value = false;
  });
  watch(selecting, (on) => {
    if (!on) selection.value = new Map();
  });
  watch(details, (open) => storage.setItem('details', open ? 'open' : 'closed'));

  function address(): string {
    if (screen.value === 'settings') return `/settings${page.value ? `#${page.value}` : ''}`;
    if (screen.value === 'contacts' && contact.value) return `/contacts/${contact.value}`;
    if (screen.value === 'nowhere') return location.pathname;
    if (screen.value !== 'conversations') return `/${screen.value}`;
    return conversation.value ? `/c/${conversation.value}` : '/';
  }

  function remember() {
    if (location.pathname + location.hash !== address()) history.pushState(null, '', address());
  }

  async function open(
    id: string,
    { push = true, at }: { push?: boolean; at?: number } = {},
  ): Promise<void> {
    aim.value = at === undefined ? undefined : { conversation: id, seq: at };
    enter();
    screen.value = 'conversations';
    conversation.value = id;
    looked.value = id;
    panel.value = 'thread';
    drawer.value = false;
    missing.value = false;
    unreachable.value = false;
    session.select(threadOf(id));
    if (push) remember();
    await read(id);
  }

  /** Only a refusal means that there is nothing; any other error may soon be over. */
  async function read(id: string, pause = AGAIN_FIRST): Promise<void> {
    cancelAgain();
    loading.value = true;
    try {
      await session.load(id);
      // An earlier conversation shows in its place in the thread.
      const begins = session.past(id)?.conversation.first;
      if (begins && !aim.value && conversation.value === id) {
        aim.value = { conversation: id, seq: begins };
      }
      if (conversation.value === id) unreachable.value = false;
    } catch (error) {
      if (conversation.value !== id) return;
      missing.value = error instanceof ApiRefused;
      unreachable.value = !missing.value;
      if (unreachable.value) {
        const next = Math.min(pause * 2, AGAIN_MOST);
        cancelAgain = clock.after(pause, () => void read(id, next));
      }
    } finally {
      if (conversation.value === id) loading.value = false;
    }
  }

  /** The open thread has gone on with its next conversation. */
  function onward(id: string): void {
    conversation.value = id;
    if (screen.value === 'conversations') history.replaceState(null, '', address());
  }

  function close() {
    cancelAgain();
    conversation.value = undefined;
    panel.value = 'list';
    missing.value = false;
    unreachable.value = false;
    session.select(undefined);
    remember();
  }

  function show(next: Route['screen']) {
    screen.value = next;
    if (next === 'conversations') panel.value = conversation.value ? 'thread' : 'list';
    remember();
  }

  function showSettings(next: string, at?: string) {
    page.value = next;
    field.value = at;
    show('settings');
  }

  function showContact(id: string | undefined) {
    contact.value = id;
    show('contacts');
  }

  function restore(path: string, hash = '') {
    const route = parseRoute(path, hash);
    page.value = route.page ?? page.value;
    screen.value = route.screen;
    if (route.screen === 'contacts') contact.value = route.contact;
    if (route.conversation) void open(route.conversation, { push: false });
    else if (route.screen === 'conversations' && conversation.value) close();
  }

  return {
    screen,
    conversation,
    tab,
    panel,
    details,
    drawer,
    lab,
    dialog,
    selecting,
    selection,
    looked,
    loading,
    missing,
    unreachable,
    aim,
    quoting,
    page,
    field,
    enter,
    openedFrom: () => entrance,
    open,
    onward,
    close,
    show,
    contact,
    showSettings,
    showContact,
    restore,
  };
});
