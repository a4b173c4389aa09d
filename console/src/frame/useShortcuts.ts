import { onMounted, onUnmounted } from 'vue';
import { threadOf } from '@/client/ids';
import { isTextField, match, type ShortcutId } from '@/client/shortcuts';
import { standing } from '@/client/standing';
import { useList } from '@/list/useList';
import { useActions } from '@/stores/actions';
import { useDesk } from '@/stores/desk';
import { useUi } from '@/stores/ui';
import { cyclePanels, rememberFocus } from './panels';

/** Listens once for the whole page and turns key presses into acts. */
export function useShortcuts(): void {
  const desk = useDesk();
  const ui = useUi();
  const list = useList();
  const { act } = useActions();

  const current = () => {
    const id = ui.conversation;
    return id ? desk.thread(threadOf(id))?.conversation : undefined;
  };
  const focus = (selector: string) => {
    const found = [...document.querySelectorAll<HTMLElement>(selector)].find(
      (element) => element.offsetParent !== null || element.getClientRects().length > 0,
    );
    found?.focus();
    return found !== undefined;
  };

  /** The request one is looking at, else the most urgent one. */
  const offer = () =>
    desk.lists.offers.find(({ thread }) => thread.conversation.id === ui.conversation) ??
    desk.lists.offers[0];

  function accept(): void {
    const conversation = current();
    if (conversation && standing(conversation, desk.meId) === 'queued') {
      document.querySelector<HTMLElement>('[data-testid="accept"]:not(:disabled)')?.click();
      return;
    }
    const asked = offer();
    if (!asked) return;
    const { id } = asked.thread.conversation;
    const command = { type: 'accept_offer', offer: asked.offer.id } as const;
    void act(id, command).then((done) => (done ? ui.open(id) : undefined));
  }

  function reject(): void {
    const asked = offer();
    if (!asked) return;
    const conversation = asked.thread.conversation.id;
    ui.dialog = { type: 'reject', conversation, offer: asked.offer.id };
  }

  function engage(what: 'discuss' | 'transfer' | 'resolve'): void {
    // Who is not alone with the customer leaves instead of resolving.
    const also = what === 'resolve' ? ', [data-testid="action-leave"]:not(:disabled)' : '';
    const selector = `[data-testid="action-${what}"]:not(:disabled)${also}`;
    document.querySelector<HTMLElement>(selector)?.click();
  }

  function close(): void {
    if (ui.drawer) ui.drawer = false;
    else if (ui.selecting) ui.selecting = false;
    else if (ui.panel !== 'list') ui.panel = ui.panel === 'details' ? 'thread' : 'list';
  }

  const acts: Record<ShortcutId, () => void> = {
    accept,
    reject,
    discuss: () => engage('discuss'),
    transfer: () => engage('transfer'),
    resolve: () => engage('resolve'),
    select: () => {
      if (ui.selecting) ui.selecting = false;
      else document.querySelector<HTMLElement>('[data-testid="select"]')?.click();
    },
    mode: () => {
      const id = ui.conversation;
      if (!id) return;
      const { drafts } = desk.client();
      drafts.setMode(id, drafts.mode(id) === 'comment' ? 'reply' : 'comment');
      focus('[data-testid="composer"]');
    },
    focusCustomer: () => void (focus('[data-testid="composer"]') || focus('#main')),
    focusDiscussion: () => void focus('[data-testid="discussion-composer"]'),
    focusList: () => {
      ui.panel = 'list';
      void (focus('[data-testid="row"][aria-current]') || focus('[data-testid="row"]'));
    },
    focusDetails: () => {
      ui.details = true;
      ui.drawer = true;
      requestAnimationFrame(() => focus('.details-panel h2, .details-panel button'));
    },
    next: () => list.step(1),
    previous: () => list.step(-1),
    nextPanel: () => cyclePanels(1),
    previousPanel: () => cyclePanels(-1),
    close,
    help: () => {
      ui.dialog = { type: 'help' };
    },
  };

  function onKey(event: KeyboardEvent): void {
    if (event.defaultPrevented) return;
    const id = match(event, isTextField(event.target));
    if (!id) return;
    // A dialog has its own keys.
    if (ui.dialog) return;
    if (id !== 'close') event.preventDefault();
    acts[id]();
  }

  onMounted(() => {
    window.addEventListener('keydown', onKey);
    document.addEventListener('focusin', rememberFocus);
  });
  onUnmounted(() => {
    window.removeEventListener('keydown', onKey);
    document.removeEventListener('focusin', rememberFocus);
  });
}
