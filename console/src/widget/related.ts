import type { VisitorMessage } from '../contract/protocol';
import { element } from './dom';

/**
 * Shows what a message says of an earlier one: the quote above its text, or its emoji at the earlier
 * message. A reaction whose message is not on the page stays a line of its own.
 */
export function related(
  row: HTMLElement,
  { about, content, from }: VisitorMessage,
  rows: ReadonlyMap<string, HTMLElement>,
): void {
  const earlier = rows.get(`m${about?.number}`);
  const text = row.querySelector('.text');
  if (content?.kind !== 'reaction') {
    const quote = element(
      'button',
      { type: 'button', class: 'earlier', dir: 'auto' },
      about?.text || '…',
    );
    quote.disabled = !earlier;
    quote.addEventListener('click', () => earlier?.scrollIntoView({ block: 'center' }));
    text?.before(quote);
    return;
  }
  text?.replaceChildren(content.emoji ?? '');
  if (!earlier) return;
  row.hidden = true;
  earlier.querySelector(`.emoji[data-by="${from}"]`)?.remove();
  if (content.emoji)
    earlier.append(element('span', { class: 'emoji', 'data-by': from }, content.emoji));
}
