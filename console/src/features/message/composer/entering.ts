import { useUi } from '@/stores/ui';

/**
 * Tests whether a field that has just appeared may take the focus: while the focus is still where
 * it was when the conversation opened, or nowhere. An element that the agent has opened or focused
 * since keeps it.
 */
export function mayEnter(): boolean {
  const ui = useUi();
  if (ui.dialog || document.querySelector('[data-dismissable-layer]:not(.bubble)')) return false;
  const now = document.activeElement;
  if (!now || now === document.body) return true;
  const from = ui.openedFrom();
  return from !== undefined && (from === now || !from.isConnected);
}

/** The cursor's place, by conversation and mode; kept as long as the page lives. */
const cursors = new Map<string, readonly [from: number, to: number]>();

export function keepCursor(place: string, field: HTMLTextAreaElement | null): void {
  if (field) cursors.set(place, [field.selectionStart, field.selectionEnd]);
}
export function bringCursor(place: string, field: HTMLTextAreaElement | null): void {
  const [from, to] = cursors.get(place) ?? [];
  const end = field?.value.length ?? 0;
  field?.setSelectionRange(Math.min(from ?? end, end), Math.min(to ?? end, end));
}
