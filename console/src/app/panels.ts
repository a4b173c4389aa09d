/** The panels that F6 cycles through, in the order on the screen. */
const ROUND = [
  '.rail',
  '.list-panel',
  '#main',
  '.discussion-panel',
  '.details-panel',
  '.talk-panel',
  '.toasts',
  '.notices',
];
const FOCUSABLE =
  'textarea, [aria-selected="true"], button:not(:disabled), a[href], input:not(:disabled), select, [tabindex="0"]';

/** A panel without a box of its own is as visible as what stands in it. */
const visible = (element: Element): boolean =>
  element.getClientRects().length > 0 || [...element.children].some(visible);

/** The last focused element of each panel, so that the focus comes back there. */
const last = new WeakMap<Element, HTMLElement>();

function all(): HTMLElement[] {
  return ROUND.flatMap((selector) => {
    const panel = document.querySelector<HTMLElement>(selector);
    // A panel without a request or notice is no stop of the round.
    return panel && visible(panel) && panel.childElementCount > 0 ? [panel] : [];
  });
}

/** The innermost panel that holds the element: a discussion lies within the thread. */
function holding(panels: HTMLElement[], element: Element | null): number {
  return panels.findLastIndex((panel) => panel.contains(element));
}

export function rememberFocus(event: FocusEvent): void {
  const element = event.target;
  if (!(element instanceof HTMLElement)) return;
  const panels = all();
  const panel = panels[holding(panels, element)];
  if (panel) last.set(panel, element);
}

/** Puts the focus into the next panel, or the one before. */
export function cyclePanels(by: 1 | -1): void {
  const panels = all();
  if (!panels.length) return;
  const at = holding(panels, document.activeElement);
  const next = at < 0 && by < 0 ? panels.length - 1 : (at + by + panels.length) % panels.length;
  const panel = panels[next];
  if (!panel) return;
  const before = last.get(panel);
  if (before?.isConnected && visible(before)) {
    before.focus();
    return;
  }
  const inside = [...panel.querySelectorAll<HTMLElement>(FOCUSABLE)].find(visible);
  if (inside) inside.focus();
  else {
    panel.tabIndex = -1;
    panel.focus();
  }
}
