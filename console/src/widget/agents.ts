import type { VisitorMessage } from '../contract/protocol';
import { element } from './dom';

/** The agents who wrote since the last end of the chat, the newest last. */
export function agentsIn(messages: VisitorMessage[]): string[] {
  const names = new Set<string>();
  for (const { from, by } of messages) {
    if (from === 'note') names.clear();
    else if (by) {
      names.delete(by);
      names.add(by);
    }
  }
  return [...names];
}

/** An agent's initial, in a disc; the name stands beside it, or in the state. */
export const face = (name: string): HTMLElement =>
  element('span', { class: 'face', 'aria-hidden': 'true' }, [...name][0] ?? '');
