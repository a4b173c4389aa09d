import { useUi } from '@/stores/ui';

/**
 * Whether the field that has just come may take the focus: while it is still where it was when the
 * conversation was opened, or nowhere. What the agent has opened or turned to since keeps it.
 */
export function mayEnter(): boolean {
  const ui = useUi();
  if (ui.dialog || document.querySelector('[data-dismissable-layer]:not(.bubble)')) return false;
  const now = document.activeElement;
  if (!now || now === document.body) return true;
  const from = ui.openedFrom();
  return from !== undefined && (from === now || !from.isConnected);
}

/** Where the cursor stood, by conversation and mode; as long as the page lives. */
const cursors = new Map<string, readonly [from: number, to: number]>();

export function keepCursor(place: string, field: HTMLTextAreaElement | null): void {
  if (field) cursors.set(place, [field.selectionStart, field.selectionEnd]);
}
export function bringCursor(place: string, field: HTMLTextAreaElement | null): void {
  const [from, to] = cursors.get(place) ?? [];
  const end = field?.value.length ?? 0;
  field?.setSelectionRange(Math.min(from ?? end, end), Math.min(to ?? end, end));
}
