import { element } from './dom';
import type { Words } from './words';

/** What is asked before the chat; nobody has to answer. */
export function startForm(words: Words, begin: (name: string) => Promise<boolean>): HTMLElement {
  const name = element('input', {
    id: 'name',
    maxlength: '40',
    autocomplete: 'name',
    dir: 'auto',
    'data-testid': 'chat-name',
  });
  const start = element('button', { type: 'submit', 'data-testid': 'chat-start' }, words.start);
  const problem = element('p', { class: 'problem', role: 'alert' });
  const form = element(
    'form',
    { class: 'start' },
    element('p', {}, words.intro),
    element('label', { for: 'name' }, words.nameLabel),
    name,
    start,
    problem,
  );
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    start.disabled = true;
    problem.textContent = '';
    if (!(await begin(name.value))) problem.textContent = words.unavailable;
    start.disabled = false;
  });
  return form;
}
