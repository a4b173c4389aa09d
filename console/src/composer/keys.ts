export type SendKey = 'enter' | 'ctrl_enter';

type Press = Pick<
  KeyboardEvent,
  'key' | 'isComposing' | 'keyCode' | 'shiftKey' | 'altKey' | 'ctrlKey' | 'metaKey'
>;

/** An input method is still choosing characters; Safari says so by the code 229 only. */
export const composing = (event: Pick<Press, 'isComposing' | 'keyCode'>): boolean =>
  event.isComposing || event.keyCode === 229;

/** Whether a key press sends. Ctrl+Enter always does; Enter alone where that was chosen. */
export function sends(event: Press, key: SendKey): boolean {
  if (event.key !== 'Enter' || composing(event) || event.shiftKey || event.altKey) return false;
  return event.ctrlKey || event.metaKey || key === 'enter';
}
