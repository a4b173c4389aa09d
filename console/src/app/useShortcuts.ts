import { useEventListener } from '@vueuse/core';
import { nextTick, onUnmounted } from 'vue';
import { threadOf } from '@/engine/ids';
import { Layout, leaveToInputMethod } from '@/engine/keypress';
import { may, mayDirect, standing } from '@/engine/may';
import { type ActId, actSpec, isTextField, matches } from '@/engine/shortcuts';
import { useList } from '@/features/conversation/list/useList';
import { useTeamChat } from '@/features/direct/useTeamChat';
import { showSide } from '@/features/discussion/side';
import { useActions } from '@/stores/actions';
import { type Handler, useActs } from '@/stores/acts';
import { useSession } from '@/stores/session';
import { useUi } from '@/stores/ui';
import { cyclePanels, rememberFocus } from './panels';
import { useOwnActs } from './useOwnActs';

const shown = (element: HTMLElement) =>
  element.offsetParent !== null || element.getClientRects().length > 0;

/** Listens once for the whole page and turns key presses into acts. */
export function useShortcuts(): void {
  const session = useSession();
  const ui = useUi();
  const list = useList();
  const chat = useTeamChat();
  const acts = useActs();
  const { act } = useActions();

  const current = () => {
    const id = ui.conversation;
    return id ? session.thread(threadOf(id))?.conversation : undefined;
  };
  const find = (selector: string) =>
    [...document.querySelectorAll<HTMLElement>(selector)].find(shown);
  const focus = (selector: string) => {
    const found = find(selector);
    found?.focus();
    return found !== undefined;
  };
  /** Presses a control on the screen, while there is one. */
  const press = (selector: string): Handler => ({
    when: () => document.querySelector(selector) !== null,
    run: () => document.querySelector<HTMLElement>(selector)?.click(),
  });
  const onConversations = () => ui.screen === 'conversations';

  /** The request above the open conversation, else the most urgent one. */
  const offer = () =>
    session.lists.offers.find(({ thread }) => thread.conversation.id === ui.conversation) ??
    session.lists.offers[0];
  const previewed = () => {
    const conversation = current();
    return conversation && standing(conversation, session.meId) === 'queued';
  };

  function accept(): void {
    if (previewed()) {
      document.querySelector<HTMLElement>('[data-testid="accept"]:not(:disabled)')?.click();
      return;
    }
    const asked = offer();
    if (!asked) {
      list.takeLongest();
      return;
    }
    const { id } = asked.thread.conversation;
    const command = { type: 'accept_offer', offer: asked.offer.id } as const;
    void act(id, command).then((done) => (done ? ui.open(id) : undefined));
  }

  /** With nothing open and no request, the act takes the next conversation in line. */
  const mayTake = () => onConversations() && !ui.conversation && list.longest !== undefined;

  function reject(): void {
    const asked = offer();
    if (!asked) return;
    const conversation = asked.thread.conversation.id;
    ui.dialog = { type: 'reject', conversation, offer: asked.offer.id };
  }

  const control = (what: string) => `[data-testid="action-${what}"]:not(:disabled)`;

  /** The next of my waiting customers in turn; the one who has waited longest comes first. */
  const waiting = () =>
    session.lists.mine
      .filter(({ dot }) => dot === 'waiting')
      .map(({ thread }) => thread.conversation)
      .sort((a, b) => a.waiting_since - b.waiting_since);
  function nextWaiting(): void {
    const all = waiting();
    const at = all.findIndex(({ id }) => id === ui.conversation);
    const next = all[(at + 1) % all.length];
    if (next) void ui.open(next.id);
  }

  function close(): void {
    if (ui.drawer) ui.drawer = false;
    else if (ui.selecting) ui.selecting = false;
    else if (ui.panel === 'details') ui.panel = 'thread';
    else if (onConversations() && find('.details-panel')) closeDetails();
    else if (onConversations() && ui.conversation) closeConversation();
  }
  /** Closes the details; the focus goes on where the agent worked before. */
  function closeDetails(): void {
    const inside = document.activeElement?.closest('.details-panel');
    ui.details = false;
    if (inside) requestAnimationFrame(() => focus('[data-testid="composer"]') || focus('#main'));
  }
  function closeConversation(): void {
    const left = ui.conversation;
    ui.close();
    requestAnimationFrame(
      () => focus(`[data-conversation="${left}"]`) || focus('[data-testid="row"]'),
    );
  }

  const writes = () => {
    const conversation = current();
    return conversation !== undefined && may(conversation, 'reply');
  };
  function setMode(next: (now: string) => 'reply' | 'comment'): void {
    const id = ui.conversation;
    if (!id) return;
    const { drafts } = session.client();
    drafts.setMode(id, next(drafts.mode(id)));
    focus('[data-testid="composer"]');
  }

  const handlers: Partial<Record<ActId, Handler>> = {
    accept: { run: accept, when: () => previewed() || offer() !== undefined || mayTake() },
    reject: { run: reject, when: () => offer() !== undefined },
    discuss: press(control('discuss')),
    transfer: press(control('transfer')),
    // An agent who is not alone with the customer leaves instead of resolving.
    resolve: press(`${control('resolve')}, ${control('leave')}`),
    resolveNext: {
      when: () => document.querySelector(control('resolve')) !== null,
      run: () => {
        const id = ui.conversation;
        if (id) ui.dialog = { type: 'resolve', conversation: id, next: true };
      },
    },
    select: {
      when: () => ui.selecting || find('[data-testid="select"]') !== undefined,
      run: () => {
        if (ui.selecting) ui.selecting = false;
        else find('[data-testid="select"]')?.click();
      },
    },
    mode: {
      when: writes,
      run: () => setMode((now) => (now === 'comment' ? 'reply' : 'comment')),
    },
    comment: { when: writes, run: () => setMode(() => 'comment') },
    focusCustomer: {
      when: onConversations,
      run: () => {
        showSide('customer');
        void nextTick(() => focus('[data-testid="composer"]') || focus('#main'));
      },
    },
    focusDiscussion: {
      when: () => find('[data-testid="discussion-composer"]') !== undefined,
      run: () => {
        showSide('discussion');
        void nextTick(() => focus('[data-testid="discussion-composer"]'));
      },
    },
    focusList: {
      when: onConversations,
      run: () => {
        ui.panel = 'list';
        void (focus('[data-testid="row"][aria-current]') || focus('[data-testid="row"]'));
      },
    },
    focusDetails: {
      when: () => onConversations() && current() !== undefined,
      run: () => {
        ui.details = true;
        ui.drawer = true;
        requestAnimationFrame(() => focus('.details-panel h2, .details-panel button'));
      },
    },
    next: { when: onConversations, run: () => list.step(1) },
    previous: { when: onConversations, run: () => list.step(-1) },
    search: {
      when: () => find('[data-testid="list-search"]') !== undefined,
      run: () => {
        ui.panel = 'list';
        focus('[data-testid="list-search"]');
      },
    },
    nextWaiting: { when: () => waiting().length > 0, run: nextWaiting },
    nextPanel: { run: () => cyclePanels(1) },
    previousPanel: { run: () => cyclePanels(-1) },
    close: { run: close },
    palette: {
      run: () => {
        ui.dialog = { type: 'palette' };
      },
    },
    help: {
      run: () => {
        ui.dialog = { type: 'help' };
      },
    },
    goConversations: { run: () => ui.show('conversations') },
    goTeamChat: { run: () => chat.open() },
    goContacts: { run: () => ui.show('contacts') },
    goPeople: { run: () => ui.show('people') },
    goBoard: { when: () => mayDirect(session.me?.role), run: () => ui.show('board') },
    goSettings: { run: () => ui.show('settings') },
    goPreferences: { run: () => ui.showSettings('appearance') },
  };

  const layout = new Layout();
  function first(event: KeyboardEvent): void {
    layout.learn(event);
    leaveToInputMethod(event);
  }

  function onKey(event: KeyboardEvent): void {
    if (event.defaultPrevented) return;
    const inText = isTextField(event.target);
    const [id] = matches(acts.bindings, event, inText, layout.bare).filter(acts.available);
    if (!id) return;
    if (event.repeat && !actSpec(id).repeats) return;
    // A dialog, menu or popover has its own keys, and closes itself. Tips do not count.
    if (ui.dialog || document.querySelector('[data-dismissable-layer]:not(.bubble)')) return;
    if (id !== 'close') event.preventDefault();
    acts.run(id);
  }

  const stops = (Object.entries(handlers) as [ActId, Handler][]).map(([id, handler]) =>
    acts.register(id, handler),
  );
  useOwnActs();
  useEventListener('keydown', first, { capture: true });
  useEventListener('keydown', onKey);
  useEventListener(document, 'focusin', rememberFocus);
  onUnmounted(() => {
    for (const stop of stops) stop();
  });
}
