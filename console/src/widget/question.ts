import { element, own } from './dom';
import { dress } from './dress';
import css from './more.css?inline';
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
  const button = (kind: string, text: string, testid: string) =>
    element('button', { type: 'button', class: kind, 'data-testid': testid }, text);
  const stay = button('stay', words.stay, 'chat-stay');
  const end = button('end', page.leave, 'chat-leave-sure');
  end.addEventListener('click', () => answer(true));
  stay.addEventListener('click', () => answer(false));
  group.append(element('p', {}, own(words.leaveSure)), stay, end);
  dress(place, css);
  place.before(group);
  return group;
}
