import { widgetEnd } from 'virtual:widget-words';
import type { VisitorMessage } from '../contract/protocol';
import { element, own } from './dom';
import { dress } from './dress';
import css from './end.css?inline';
import { transcript } from './transcript';
import { filled, saidOf, type Words } from './words';

/**
 * Shows once, before the field: when the chat ended, a way to go on, and the transcript. A chat
 * that the visitor left can still go on; any other begins anew.
 */
export function closing(
  page: Words,
  chat: { left: boolean; messages: VisitorMessage[] },
  list: Element,
  form: HTMLElement,
  lang: string | undefined,
): void {
  if (form.previousElementSibling?.className === 'closing') return;
  const { data, said } = page;
  const words = saidOf(data, { ...widgetEnd, ...said });
  const last = chat.messages.at(-1);
  const at = !chat.left && last ? last.at : Date.now();
  const clock = new Date(at).toLocaleTimeString(lang, { timeStyle: 'short' });
  const on = element(
    'button',
    { type: 'button', 'data-testid': 'chat-anew' },
    chat.left ? words.again : words.anew,
  );
  on.addEventListener('click', () => form.querySelector('textarea')?.focus());
  const save = element(
    'button',
    { type: 'button', class: 'quiet', 'data-testid': 'chat-save' },
    words.save,
  );
  save.addEventListener('click', () => {
    const file = new Blob([transcript(list, page.title, lang)], {
      type: 'text/plain;charset=utf-8',
    });
    const href = URL.createObjectURL(file);
    element('a', { href, download: `chat-${new Date(at).toISOString().slice(0, 10)}.txt` }).click();
    setTimeout(() => URL.revokeObjectURL(href), 10_000);
  });
  dress(form, css);
  const told = element('p', {}, own(filled(words.closed, clock)));
  form.before(element('div', { class: 'closing' }, told, on, save));
}
