import type { SendKey } from '@/contract/protocol';
import { keyOf, type Press } from '@/engine/keypress';

/** Tests whether a key press sends. Ctrl+Enter always does; Enter alone if the agent chose so. */
export function sends(event: Omit<Press, 'code'>, key: SendKey): boolean {
  if (keyOf(event) !== 'Enter' || event.shiftKey || event.altKey) return false;
  return event.ctrlKey || event.metaKey || key === 'enter';
}
