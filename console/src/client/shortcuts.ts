export type ShortcutId =
  | 'accept'
  | 'reject'
  | 'discuss'
  | 'transfer'
  | 'resolve'
  | 'select'
  | 'mode'
  | 'focusCustomer'
  | 'focusDiscussion'
  | 'focusList'
  | 'focusDetails'
  | 'next'
  | 'previous'
  | 'nextPanel'
  | 'previousPanel'
  | 'close'
  | 'help';

export interface Binding {
  code: string;
  alt?: true;
  shift?: true;
  /** Not while typing. */
  outsideText?: true;
  /** How the key is printed; `code` names a place, not a letter. */
  label: string;
}

export const SHORTCUTS: Record<ShortcutId, Binding[]> = {
  accept: [{ code: 'KeyA', alt: true, label: 'Alt A' }],
  reject: [{ code: 'KeyX', alt: true, label: 'Alt X' }],
  discuss: [{ code: 'KeyD', alt: true, label: 'Alt D' }],
  transfer: [{ code: 'KeyT', alt: true, label: 'Alt T' }],
  resolve: [{ code: 'KeyR', alt: true, label: 'Alt R' }],
  select: [{ code: 'KeyX', outsideText: true, label: 'X' }],
  mode: [{ code: 'KeyC', alt: true, label: 'Alt C' }],
  focusCustomer: [{ code: 'Digit1', alt: true, label: 'Alt 1' }],
  focusDiscussion: [{ code: 'Digit2', alt: true, label: 'Alt 2' }],
  focusList: [{ code: 'Digit3', alt: true, label: 'Alt 3' }],
  focusDetails: [{ code: 'Digit4', alt: true, label: 'Alt 4' }],
  next: [
    { code: 'ArrowDown', alt: true, label: 'Alt ↓' },
    { code: 'KeyJ', outsideText: true, label: 'J' },
  ],
  previous: [
    { code: 'ArrowUp', alt: true, label: 'Alt ↑' },
    { code: 'KeyK', outsideText: true, label: 'K' },
  ],
  nextPanel: [{ code: 'F6', label: 'F6' }],
  previousPanel: [{ code: 'F6', shift: true, label: 'Shift F6' }],
  close: [{ code: 'Escape', label: 'Esc' }],
  help: [{ code: '?', outsideText: true, label: '?' }],
};

interface KeyPress {
  code: string;
  key: string;
  altKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
  shiftKey: boolean;
  isComposing: boolean;
  getModifierState(name: string): boolean;
}

/** Which act a key press means. By place on the keyboard, and never with AltGraph, which types. */
export function match(event: KeyPress, inText: boolean): ShortcutId | undefined {
  if (event.isComposing || event.ctrlKey || event.metaKey) return undefined;
  if (event.getModifierState('AltGraph')) return undefined;
  for (const [id, bindings] of Object.entries(SHORTCUTS) as [ShortcutId, Binding[]][]) {
    for (const binding of bindings) {
      if (binding.outsideText && inText) continue;
      // The question mark is a character, wherever the layout has it.
      if (binding.code === '?') {
        if (event.key === '?' && !event.altKey) return id;
        continue;
      }
      if (event.code !== binding.code) continue;
      if (event.altKey !== (binding.alt ?? false)) continue;
      if (event.shiftKey !== (binding.shift ?? false)) continue;
      return id;
    }
  }
  return undefined;
}

export function isTextField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable) return true;
  if (target instanceof HTMLInputElement) {
    return !['button', 'checkbox', 'radio', 'submit'].includes(target.type);
  }
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}
