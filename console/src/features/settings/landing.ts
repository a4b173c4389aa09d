import { nextTick, watch } from 'vue';
import { useUi } from '@/stores/ui';

/** A page that has to load its data first gets this much time, in ms. */
const PATIENCE = 8_000;
/** The time for which the found place stays marked, in ms. */
const MARKED = 2_500;
const CONTROLS = ['input', 'select', 'textarea', 'button', 'summary', 'a[href]']
  .map((one) => `${one}:not(:disabled)`)
  .join(', ');

const textOf = (element: Element) =>
  element instanceof HTMLInputElement ? element.value : (element.textContent ?? '').trim();

/**
 * The place that a search result names: a selector, and after a line break the words of an entry
 * within it. An entry that is gone leaves its list.
 */
export function placeIn(root: ParentNode, at: string): HTMLElement | undefined {
  const [selector = '', entry] = at.split('\n');
  const found = root.querySelector<HTMLElement>(selector) ?? undefined;
  if (!found || !entry) return found;
  const names = found.querySelectorAll('li bdi, li .chip, [data-testid="survey-name"]');
  const name = [...names].find((one) => textOf(one) === entry);
  return name?.closest<HTMLElement>('li, .survey') ?? found;
}

/** Shows a place: opens the folds around it, scrolls to it, and gives its control the focus. */
function land(place: HTMLElement): void {
  for (let at = place.parentElement; at; at = at.parentElement)
    if (at instanceof HTMLDetailsElement) at.open = true;
  place.scrollIntoView?.({ block: 'center' });
  const control = place.querySelector<HTMLElement>('.control') ?? place;
  const target = control.matches(CONTROLS)
    ? control
    : (control.querySelector<HTMLElement>(
        'input:not(:disabled), select:not(:disabled), textarea:not(:disabled)',
      ) ?? control.querySelector<HTMLElement>(CONTROLS));
  if (!target) place.tabIndex = -1;
  (target ?? place).focus({ preventScroll: true });
  // A page without a place needs no mark.
  if (place.matches('.page-title')) return;
  const row = place.closest<HTMLElement>('li, [data-testid^="row-"], .row, label') ?? place;
  row.dataset.landed = '';
  setTimeout(() => delete row.dataset.landed, MARKED);
}

/** Leads to the place that the agent searched for, as soon as its page shows it. */
export function useLanding(root: () => HTMLElement | null): void {
  const ui = useUi();
  watch(
    [() => ui.field, root],
    async ([at, within], _, onCleanup) => {
      if (!at || !within) return;
      let over = () => {};
      onCleanup(() => over());
      // The page changes first: the earlier page may have the same place.
      await nextTick();
      const look = () => {
        const place = placeIn(within, at);
        if (!place) return false;
        over();
        ui.field = undefined;
        land(place);
        return true;
      };
      if (look()) return;
      const observer = new MutationObserver(look);
      observer.observe(within, { childList: true, subtree: true });
      const timer = setTimeout(() => over(), PATIENCE);
      over = () => {
        observer.disconnect();
        clearTimeout(timer);
      };
    },
    { immediate: true, flush: 'post' },
  );
}
