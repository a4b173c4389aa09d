import { onMounted, onUnmounted } from 'vue';

/**
 * The places where an element can vanish, and the targets of the focus then, the likeliest first.
 */
const PLACES: readonly (readonly [inside: string, to: readonly string[]])[] = [
  [
    '.discussion-panel',
    ['[data-testid="discussion-composer"]', '[data-testid="composer"]', '#main'],
  ],
  ['.list-panel', ['[data-testid="row"][aria-current]', '[data-testid="row"]', '#list-panel']],
  ['.message-log', ['.message-log > .scroll']],
  ['.details-panel', ['.details-panel h2', '.details-panel button']],
];
const ELSE = [
  '[data-testid="composer"]',
  '[data-testid="discussion-composer"]',
  '[data-testid="accept"]',
  '#main',
  'main',
];

const shown = (element: Element) => element.getClientRects().length > 0;

/**
 * Moves the focus on if its element goes away: a row, a card, the button of a dialog that has
 * closed. Otherwise no element has the focus, and Tab begins at the top of the page.
 */
export function useFocusKept(): void {
  let last: HTMLElement | undefined;
  let place: string | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function onFocus({ target }: FocusEvent): void {
    if (!(target instanceof HTMLElement)) return;
    last = target;
    place = PLACES.find(([inside]) => target.closest(inside))?.[0];
  }
  /** A click beside all controls leaves on purpose: nothing is lost. */
  function onBlur({ target, relatedTarget }: FocusEvent): void {
    if (relatedTarget) return;
    queueMicrotask(() => {
      // A control that is disabled while it works still counts as focused.
      const left = last?.isConnected && !last.matches(':disabled');
      if (target === last && left && document.hasFocus()) last = undefined;
    });
  }

  const nowhere = () => !document.activeElement || document.activeElement === document.body;
  const lost = () => last !== undefined && !last.isConnected && nowhere();
  /** The control that was disabled while it worked, and so lost the focus. */
  let working: HTMLElement | undefined;

  function find(): HTMLElement | undefined {
    // A dialog or a popover that is still open keeps its own focus.
    if (document.querySelector('[data-dismissable-layer]:not(.bubble)')) return undefined;
    const to = PLACES.find(([inside]) => inside === place)?.[1] ?? [];
    for (const selector of [...to, ...ELSE]) {
      const found = [...document.querySelectorAll<HTMLElement>(selector)].find(shown);
      if (found) return found;
    }
    return undefined;
  }
  function restore(): void {
    if (!lost()) return;
    const to = find();
    if (!to) return;
    if (to.tabIndex < 0 && !to.hasAttribute('tabindex')) to.tabIndex = -1;
    to.focus({ preventScroll: true });
  }
  /** Waits a moment: code that knows a better place for the focus comes first. */
  const observer = new MutationObserver(() => {
    if (last?.matches(':disabled')) working = last;
    else if (working === last && working?.isConnected && nowhere()) {
      working.focus({ preventScroll: true });
      working = undefined;
    }
    if (!lost()) return;
    clearTimeout(timer);
    timer = setTimeout(restore, 50);
  });

  onMounted(() => {
    document.addEventListener('focusin', onFocus);
    document.addEventListener('focusout', onBlur);
    observer.observe(document.body, {
      childList: true,
      subtree: true,
      attributeFilter: ['disabled'],
    });
  });
  onUnmounted(() => {
    clearTimeout(timer);
    observer.disconnect();
    document.removeEventListener('focusin', onFocus);
    document.removeEventListener('focusout', onBlur);
  });
}
