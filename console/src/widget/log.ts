import { plainName } from '../client/plain';
import type { Content, VisitorMessage } from '../client/protocol';
import type { Chat, Unsent } from './chat';
import { element, icon, linked } from './dom';
import { showFile } from './show-file';
import { counted, type Words } from './words';

/** The messages, oldest first; what is not sent yet stays below what has arrived. */
export class Log {
  readonly list = element('ol');
  readonly scroller = element('div', { class: 'body', role: 'log', tabindex: '0' });
  readonly jump = element('button', { type: 'button', class: 'jump', hidden: '' });
  /** Key of a rendered message → its element. */
  private readonly rows = new Map<string, HTMLElement>();
  /** Came while the reader was further up. */
  private below = 0;

  constructor(
    private readonly chat: Chat,
    private readonly words: Words,
    private readonly lang: string | undefined,
  ) {
    this.scroller.setAttribute('aria-live', 'polite');
    this.scroller.setAttribute('aria-label', words.log);
    this.scroller.append(this.list);
    this.scroller.addEventListener('scroll', () => this.atEnd && this.settle(), { passive: true });
    this.jump.addEventListener('click', () => {
      this.toEnd();
      this.scroller.focus();
    });
  }

  private get atEnd(): boolean {
    const { scrollHeight, scrollTop, clientHeight } = this.scroller;
    return scrollHeight - scrollTop - clientHeight < 40;
  }

  toEnd(): void {
    this.scroller.scrollTop = this.scroller.scrollHeight;
    this.settle();
  }

  private settle(): void {
    this.below = 0;
    this.jump.hidden = true;
  }

  render(): void {
    const stay = !this.atEnd && this.rows.size > 0;
    const { messages, unsent } = this.chat;
    const wanted = new Set<string>();
    let theirs = 0;
    let mine = 0;
    const place = (key: string, stamp: string, make: () => HTMLElement) => {
      wanted.add(key);
      const before = this.rows.get(key);
      if (before?.dataset.stamp === stamp) {
        if (stamp !== 'log') this.list.append(before);
        return false;
      }
      const row = make();
      row.dataset.stamp = stamp;
      if (before) before.replaceWith(row);
      else this.list.append(row);
      this.rows.set(key, row);
      return true;
    };
    for (const message of messages) {
      if (!place(`m${message.number}`, 'log', () => this.message(message))) continue;
      if (message.from === 'us') theirs += 1;
    }
    for (const one of unsent) if (place(one.id, one.state, () => this.unsent(one))) mine += 1;
    for (const [key, row] of this.rows) {
      if (wanted.has(key)) continue;
      row.remove();
      this.rows.delete(key);
    }
    this.offerChoices(messages.at(-1), unsent.length > 0);
    if (mine > 0 || !stay) {
      this.toEnd();
    } else if (theirs > 0) {
      this.below += theirs;
      this.jump.replaceChildren(
        icon('down', 16),
        counted(this.words.newOne, this.words.newMany, this.below),
      );
      this.jump.hidden = false;
    }
  }

  private message({ from, content, at }: VisitorMessage): HTMLElement {
    if (from === 'note' || !content) return element('li', { class: 'note' }, this.words.ended);
    return this.bubble(from, this.shown(content), this.time(at), at);
  }

  private unsent(unsent: Unsent): HTMLElement {
    const { words, chat } = this;
    const failed = unsent.state === 'failed';
    const foot = failed ? words.failed : words.sending;
    const shown = unsent.file
      ? [icon('file', 16), ' ', element('bdi', {}, plainName(unsent.text) || words.file)]
      : linked(unsent.text);
    const row = this.bubble('you', shown, foot);
    row.dataset.state = unsent.state;
    if (!failed) return row;
    const retry = element('button', { type: 'button', class: 'quiet' }, words.retry);
    retry.addEventListener('click', () => chat.retry(unsent.id));
    const discard = element('button', { type: 'button', class: 'quiet' }, words.discard);
    discard.addEventListener('click', () => chat.discard(unsent.id));
    if (unsent.problem) row.append(element('p', { class: 'problem' }, unsent.problem));
    row.append(retry, discard);
    return row;
  }

  private bubble(from: string, shown: (Node | string)[], foot: string, at?: number): HTMLElement {
    const row = element('li', { 'data-from': from, 'data-testid': 'chat-message' });
    const when =
      at === undefined
        ? element('p', { class: 'foot' }, foot)
        : element(
            'p',
            { class: 'foot' },
            element('time', { datetime: new Date(at).toISOString() }, foot),
          );
    row.append(
      element('span', { class: 'hidden' }, from === 'you' ? this.words.you : this.words.us),
      element('p', { class: 'text', dir: 'auto' }, ...shown),
      when,
    );
    return row;
  }

  private shown(content: Content): (Node | string)[] {
    if (content.kind === 'text') return linked(content.text);
    if (content.kind === 'reply') return [content.title];
    if (content.kind === 'media') return showFile(content, this.chat.files, this.words);
    return [this.words.unsupported];
  }

  /** The numbered answers of a question that is the last thing said: one press answers. */
  private offerChoices(last: VisitorMessage | undefined, answered: boolean): void {
    const choices = last?.from === 'us' && !answered ? choicesOf(last.content) : [];
    const key = choices.length && last ? String(last.number) : '';
    const before = this.list.querySelector<HTMLElement>('.choices');
    if (before?.dataset.of === key) return;
    before?.remove();
    if (!key) return;
    const group = element('div', { role: 'group', 'aria-label': this.words.choices });
    for (const choice of choices) {
      const button = element('button', { type: 'button', class: 'choice', dir: 'auto' }, choice);
      button.addEventListener('click', () => this.chat.write(choice));
      group.append(button);
    }
    this.list.append(element('li', { class: 'choices', 'data-of': key }, group));
  }

  private time(at: number): string {
    const form = { hour: '2-digit', minute: '2-digit' } as const;
    return new Intl.DateTimeFormat(this.lang, form).format(at);
  }
}

/** A survey comes as a question, and below it its answers, numbered `1 Good`, `2 Bad`. */
export function choicesOf(content: Content | null | undefined): string[] {
  if (content?.kind !== 'text') return [];
  const [, ...lines] = content.text.split('\n');
  const choices = lines.map((line, at) =>
    line.startsWith(`${at + 1} `) ? line.slice(`${at + 1} `.length).trim() : '',
  );
  return choices.length > 1 && choices.every((choice) => choice !== '') ? choices : [];
}
