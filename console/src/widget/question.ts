import { element, own } from './dom';
import type { Words } from './words';

/** Whether the chat is really to end: what ends it is never one slip away. */
export function question(words: Words, answer: (leaves: boolean) => void): HTMLElement {
  const group = element('div', { class: 'sure', role: 'group', hidden: '' });
  group.setAttribute('aria-label', words.leaveSure);
  const end = element('button', { type: 'button', 'data-testid': 'chat-leave-sure' }, words.leave);
  const stay = element('button', { type: 'button', class: 'quiet' }, words.stay);
  end.addEventListener('click', () => answer(true));
  stay.addEventListener('click', () => answer(false));
  group.append(element('p', {}, own(words.leaveSure)), end, stay);
  return group;
}
