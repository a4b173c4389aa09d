import { element } from './dom';
import { loadMore } from './load-more';

/** Text whose web addresses become links once the scanner is loaded; without it, the text. */
export function linkedLater(text: string): (Node | string)[] {
  if (!/https?:/i.test(text)) return [text];
  const whole = element('span', {}, text);
  loadMore().then(
    (more) => whole.replaceWith(...more.linked(text)),
    () => {},
  );
  return [whole];
}
