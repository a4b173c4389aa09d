import { onMounted, onUnmounted } from 'vue';

/** Where what went away stood: the focus goes to what is most likely wanted there. */
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
 * What has the focus may go: a row, a card, the button of a dialog whose cause is over. Then the
 * focus is not left nowhere, from where Tab begins at the top of the page.
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
  /** Clicking beside everything is leaving, and nothing is lost by it. */
  function onBlur({ target, relatedTarget }: FocusEvent): void {
    if (relatedTarget) return;
    queueMicrotask(() => {
      // What is disabled while it works has not been left.
      const left = last?.isConnected && !last.matches(':disabled');
      if (target === last && left && document.hasFocus()) last = undefined;
    });
  }

  const nowhere = () => !document.activeElement || document.activeElement === document.body;
  const lost = () => last !== undefined && !last.isConnected && nowhere();
  /** It was disabled while it worked, which took the focus from it. */
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
  /** Who knows better where it belongs comes first. */
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
