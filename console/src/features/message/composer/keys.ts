import type { SendKey } from '@/contract/protocol';
import { keyOf, type Press } from '@/engine/keypress';

/** Whether a key press sends. Ctrl+Enter always does; Enter alone where that was chosen. */
export function sends(event: Omit<Press, 'code'>, key: SendKey): boolean {
  if (keyOf(event) !== 'Enter' || event.shiftKey || event.altKey) return false;
  return event.ctrlKey || event.metaKey || key === 'enter';
}
