import { element, own } from './dom';
import { dress } from './dress';
import { moreWords } from './more-words';
import type { Words } from './words';

/** Asks, before `place`, whether the chat is really to end: no single slip ends it. */
export function question(
  page: Words,
  place: Element,
  answer: (leaves: boolean) => void,
): HTMLElement {
  const words = moreWords(page);
  const group = element('div', { class: 'sure', role: 'group', hidden: '' });
  group.setAttribute('aria-label', words.leaveSure);
  const end = element('button', { type: 'button', 'data-testid': 'chat-leave-sure' }, page.leave);
  const stay = element('button', { type: 'button', class: 'quiet' }, words.stay);
  end.addEventListener('click', () => answer(true));
  stay.addEventListener('click', () => answer(false));
  group.append(element('p', {}, own(words.leaveSure)), end, stay);
  dress(place);
  place.before(group);
  return group;
}
