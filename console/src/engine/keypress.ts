/** The fields of a key press that tell whether an input method has it and whether it writes. */
export interface Press {
  code: string;
  key: string;
  altKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
  shiftKey: boolean;
  isComposing: boolean;
  keyCode?: number;
  getModifierState?(name: string): boolean;
}

/**
 * Tests whether an input method has this key to choose characters. Safari ends the composition
 * before the key press that ended it, so that `isComposing` is false by then and only the code 229
 * tells.
 */
export const composing = (event: Pick<Press, 'isComposing' | 'keyCode'>): boolean =>
  event.isComposing || event.keyCode === 229;

/** The name of the key; empty while an input method has it. */
export const keyOf = (event: Pick<Press, 'key' | 'isComposing' | 'keyCode'>): string =>
  composing(event) ? '' : event.key;

/** Acts on Enter, except while an input method has the key. */
export function onEnter(event: KeyboardEvent, act: () => void): void {
  if (keyOf(event) !== 'Enter') return;
  event.preventDefault();
  act();
}

/** Acts on Escape, and keeps the key from outer listeners. */
export function onEscape(event: KeyboardEvent, act: () => void): void {
  if (keyOf(event) !== 'Escape') return;
  event.preventDefault();
  event.stopPropagation();
  act();
}

/** The character that a key writes without modifiers, if known. */
export type Bare = (code: string) => string | undefined;

const one = (key: string) => [...key].length === 1;
// The dotless i of Turkish is the small letter of I there, and nowhere else.
const same = (a: string, b: string) =>
  a.toLowerCase() === b.toLowerCase() || a.toLocaleLowerCase('tr') === b.toLocaleLowerCase('tr');

/**
 * Tests whether a press with modifiers writes a character in a text field, or begins one. Option on
 * a Mac, AltGr and Ctrl+Alt (AltGr of Windows) write the layout's character there. Alt writes
 * nothing only if the key is still the bare letter.
 */
export function writes(event: Press, bare: Bare = () => undefined): boolean {
  if (composing(event) || event.key === 'Dead') return true;
  if (event.metaKey) return false;
  // Alt with the digits of the number pad writes a character by its number.
  if (event.altKey && /^Numpad\d$/.test(event.code)) return true;
  if (!one(event.key)) return false;
  if (event.getModifierState?.('AltGraph') || (event.ctrlKey && event.altKey)) return true;
  if (event.ctrlKey) return false;
  if (!event.altKey) return true;
  const known = bare(event.code);
  return known === undefined ? !/^[a-z0-9]$/i.test(event.key) : !same(event.key, known);
}

/** Learns the bare character of each key of this layout, from the typing on the page. */
export class Layout {
  private readonly typed = new Map<string, string>();

  learn(event: Press): void {
    const { altKey, ctrlKey, metaKey, shiftKey, key, code } = event;
    if (altKey || ctrlKey || metaKey || shiftKey || composing(event) || !one(key) || !code) return;
    if (event.getModifierState?.('AltGraph')) return;
    this.typed.set(code, key);
  }

  readonly bare: Bare = (code) => this.typed.get(code);
}

const NAMED = /^(Enter|Escape|Tab|Backspace|Delete|Home|End|Page|Arrow)/;

/**
 * Keeps keys that an input method has, and that would act, from the page: the components of
 * libraries listen for them, too. The browser still handles them.
 */
export function leaveToInputMethod(event: KeyboardEvent): void {
  if (!composing(event) || !NAMED.test(event.key)) return;
  event.stopPropagation();
  // The composition is over: the browser would submit the form of the field.
  const field = event.target instanceof HTMLInputElement;
  if (field && event.key === 'Enter' && !event.isComposing) event.preventDefault();
}
