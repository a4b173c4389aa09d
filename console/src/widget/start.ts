import type { About } from './about';
import type { Trouble } from './api';
import { element, own, tell } from './dom';
import { troubleText } from './standing';
import { LIMITS, tooLong, type Words } from './words';

/** The fields that a page can ask for before the chat. */
export type Ask = 'name' | 'email' | 'message';

/** `name email! message`: the fields, the message first; a field with a mark is required. */
export function asksOf(attribute = 'name email message'): Map<Ask, boolean> {
  const words = attribute.split(/[\s,]+/);
  const asks = new Map<Ask, boolean>();
  for (const word of ['message', ...words]) {
    const field = word.replace('!', '') as Ask;
    const must = words.includes(`${field}!`);
    if (LIMITS[field] && (must || words.includes(field))) asks.set(field, must);
  }
  return asks;
}

/** The field's name in the catalogue. */
const called = (ask: Ask) => (ask === 'message' ? 'first' : ask);

/** Something, an @, and a domain with a dot in it; the server checks again. */
const ADDRESS = /^\S+@\S+\.\S+$/;

interface Asked {
  input: HTMLInputElement | HTMLTextAreaElement;
  problem: HTMLElement;
  must: boolean;
}

/** The form before the chat, filled with the page's data about the visitor. */
export function startForm(
  words: Words,
  asks: Map<Ask, boolean>,
  known: About,
  note: string,
  begin: (about: About, message: string) => Promise<Trouble | undefined>,
): HTMLElement {
  const fields = new Map<Ask, Asked>();
  const start = element('button', { type: 'submit', 'data-testid': 'chat-start' }, words.start);
  const problem = element('p', { class: 'problem', role: 'alert' });
  const all = element('div', { class: 'fields' });
  const form = element('form', { class: 'start', novalidate: '' }, all, problem, start);
  if (note) all.append(element('p', {}, own(note)));
  for (const [ask, must] of asks) {
    const field = fieldOf(ask, must, words);
    const label = element('label', { for: ask }, own(words[`${called(ask)}Label`]));
    if (ask !== 'message') {
      field.input.value = known[ask] ?? '';
      if (!must) label.append(' ', element('span', {}, words.optional));
    }
    fields.set(ask, field);
    all.append(element('div', { class: ask }, label, field.input, field.problem));
  }
  if (asks.has('email')) all.append(element('p', {}, own(words.reach)));
  let busy = false;
  const value = (ask: Ask) => fields.get(ask)?.input.value.trim() ?? '';
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    if (busy) return;
    tell(problem, '');
    let first: Asked | undefined;
    for (const [ask, field] of fields) {
      const wrong = wrongWith(ask, value(ask), field.must, words);
      mark(field, wrong);
      if (wrong) first ??= field;
    }
    if (first) {
      first.input.focus();
      return;
    }
    // A disabled form would lose the focus.
    busy = true;
    start.setAttribute('aria-disabled', 'true');
    const of = (ask: 'name' | 'email') => (fields.has(ask) ? value(ask) : known[ask]);
    const about = { name: of('name'), email: of('email') };
    const trouble = await begin(about, value('message'));
    busy = false;
    start.removeAttribute('aria-disabled');
    if (!trouble) return;
    const at = fields.get(trouble.field as Ask);
    if (at) {
      mark(at, trouble.message);
      at.input.focus();
    } else tell(problem, troubleText(words, trouble));
  });
  return form;
}

function fieldOf(ask: Ask, must: boolean, words: Words): Asked {
  const shared = { id: ask, dir: 'auto', 'aria-describedby': `${ask}-problem` };
  const problem = element('p', { class: 'problem', id: `${ask}-problem` });
  const input =
    ask === 'message'
      ? element('textarea', {
          ...shared,
          rows: '3',
          'data-testid': 'chat-first',
        })
      : element('input', {
          ...shared,
          type: ask === 'email' ? 'email' : 'text',
          autocomplete: ask,
          'data-testid': `chat-${ask}`,
        });
  input.required = must;
  const field = { input, problem, must };
  // A field with an error is checked again during its correction, and not before.
  input.addEventListener('input', () => {
    const text = input.value.trim();
    const long = tooLong(text, LIMITS[ask], words);
    if (long || problem.textContent) mark(field, long || wrongWith(ask, text, must, words));
  });
  return field;
}

function mark({ input, problem }: Asked, wrong: string): void {
  tell(problem, wrong);
  if (wrong) input.setAttribute('aria-invalid', 'true');
  else input.removeAttribute('aria-invalid');
}

function wrongWith(ask: Ask, text: string, must: boolean, words: Words): string {
  if (!text) return must ? words[`${called(ask)}Missing`] : '';
  const wrong = ask === 'email' && !ADDRESS.test(text) ? words.emailWrong : '';
  return tooLong(text, LIMITS[ask], words) || wrong;
}
