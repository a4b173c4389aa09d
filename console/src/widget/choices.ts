import type { Choice, VisitorMessage } from '../contract/protocol';
import { CHECK, element, icon } from './dom';
import { dress } from './dress';
import css from './end.css?inline';
import { related } from './related';
import type { Words } from './words';

/**
 * Adds the answers of a question to its row: one press answers. An answered one shows its answer. An
 * answer to an earlier message gets its quote.
 */
export function choices(
  row: HTMLElement,
  message: VisitorMessage,
  words: Words,
  chosen: string | undefined,
  choose: (choice: Choice) => void,
  rows: ReadonlyMap<string, HTMLElement>,
): void {
  dress(row, css);
  if (message.about) related(row, message, rows);
  const { choices: all } = message;
  if (!all?.length) return;
  if (chosen !== undefined) {
    if (chosen) row.append(element('p', { class: 'chosen' }, icon(CHECK, 16), chosen));
    return;
  }
  const group = element('div', { class: 'choices', role: 'group', 'aria-label': words.choices });
  for (const choice of all) {
    const attributes = { type: 'button', class: 'choice', dir: 'auto' };
    const button = element('button', attributes, choice.label);
    button.addEventListener('click', () => choose(choice));
    group.append(button);
  }
  row.append(group);
}
