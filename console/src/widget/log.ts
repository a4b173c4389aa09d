import type { Content, Media, VisitorMessage } from '../contract/protocol';
import { face } from './agents';
import type { Chat } from './chat';
import { DOWN, element, FILE, icon, own } from './dom';
import { linkedLater } from './linked-later';
import { loadEnd } from './load-more';
import type { Unsent } from './unsent';
import { counted, filled, type Words } from './words';

/** Messages of one author stand together if no more time than this lies between them, in ms. */
const TOGETHER = 300_000;

/** The messages, oldest first; unsent ones stand below the arrived ones. */
export class Log {
  readonly list = element('ol');
  readonly scroller = element('div', { class: 'body', role: 'log', tabindex: '0' });
  readonly jump = element('button', { type: 'button', class: 'jump', hidden: '' });
  /** Key of a rendered message → its element. */
  private readonly rows = new Map<string, HTMLElement>();
  /** The number of messages that came while the reader was further up. */
  private below = 0;
  /** True while the end is in sight, and is to stay so. */
  private stuck = true;
  /** The reader's scroll position; an element that the page moves forgets it. */
  private top = 0;

  constructor(
    private readonly chat: Chat,
    private readonly words: Words,
    private readonly lang: string | undefined,
  ) {
    this.scroller.setAttribute('aria-live', 'polite');
    this.scroller.setAttribute('aria-label', words.log);
    this.scroller.append(this.list);
    this.scroller.addEventListener('scroll', () => this.scrolled(), { passive: true });
    // Boxes around the log may grow: a reader at the end keeps it in sight.
    new ResizeObserver(() => this.stuck && this.toEnd()).observe(this.scroller);
    this.jump.addEventListener('click', () => {
      this.toEnd();
      this.scroller.focus();
    });
  }

  private scrolled(): void {
    this.stuck = this.atEnd;
    this.top = this.scroller.scrollTop;
    if (this.stuck) this.settle();
  }

  /** The chat stands somewhere else in the page now. */
  restore(): void {
    if (this.stuck) this.toEnd();
    else this.scroller.scrollTop = this.top;
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
    const wanted = new Set([...messages.map((m) => `m${m.number}`), ...unsent.map((u) => u.id)]);
    for (const [key, row] of this.rows) {
      if (wanted.has(key.replace('+', ''))) continue;
      row.remove();
      this.rows.delete(key);
    }
    let theirs = 0;
    let mine = 0;
    let last: Element | null = null;
    /** A correct row in its place stays untouched: it may hold the focus. */
    const place = (key: string, stamp: string, make: () => HTMLElement) => {
      const before = this.rows.get(key);
      const row = before?.dataset.stamp === stamp ? before : make();
      if (row !== before) {
        row.dataset.stamp = stamp;
        if (before) before.replaceWith(row);
        this.rows.set(key, row);
      }
      if (row.previousElementSibling !== last || !row.isConnected) {
        if (last) last.after(row);
        else this.list.prepend(row);
      }
      last = row;
      return row !== before;
    };
    /** Author and time of the message before, and its row. */
    let who = '';
    let when = 0;
    let above: HTMLElement | undefined;
    const group = (key: string, by: string, at: number) => {
      const row = this.rows.get(key);
      const joined = who === by && at - when < TOGETHER;
      row?.toggleAttribute('data-joined', joined);
      above?.toggleAttribute('data-more', joined);
      who = by;
      when = at;
      above = row;
    };
    const taken = takenOf(messages);
    /** The agents who have joined since the last end of the chat. */
    const met = new Set<string>();
    for (const message of messages) {
      const { number, from, by, at } = message;
      const fresh = !this.rows.has(`m${number}`);
      const came = `m${number}+`;
      if (from === 'note') met.clear();
      // Of a very long chat the beginning is gone: nobody joins there once more.
      if (by && !met.has(by) && (fresh || this.rows.has(came))) {
        place(came, 'log', () => note(filled(this.words.joined, by)));
        who = '';
      }
      if (by) met.add(by);
      const open = this.chat.asks === number && unsent.every((u) => u.choice?.message !== number);
      const asks = message.choices?.length
        ? `log ${open ? '' : (taken.get(number) ?? '-')}`
        : 'log';
      const chosen = open ? undefined : taken.get(number);
      place(`m${number}`, asks, () => this.message(message, open, chosen));
      group(`m${number}`, `${from} ${by ?? ''}`, at);
      if (fresh && message.from === 'us') theirs += 1;
    }
    for (const one of unsent) {
      if (place(one.id, stampOf(one, this.chat), () => this.unsent(one))) mine += 1;
      group(one.id, 'you ', Date.now());
      const bar = this.rows.get(one.id)?.querySelector('progress');
      if (bar) bar.value = one.done ?? 100;
    }
    if (mine > 0 || !stay) {
      this.toEnd();
    } else if (theirs > 0) {
      this.below += theirs;
      this.jump.replaceChildren(
        icon(DOWN, 16),
        counted(this.words.newOne, this.words.newMany, this.below),
      );
      this.jump.hidden = false;
    }
  }

  private message(message: VisitorMessage, open: boolean, chosen?: string): HTMLElement {
    const { from, content, at } = message;
    if (from === 'note' || !content) return note(this.words.ended);
    const row = this.bubble(from, this.shown(content), this.time(at), at, message.by);
    // The answers of a question, and the quote of an answer, come with their script; until then the
    // visitor can write one.
    if (message.choices || message.about)
      this.after(
        loadEnd().then((part) =>
          part.choices(
            row,
            message,
            this.words,
            open ? undefined : (chosen ?? ''),
            (choice) => {
              this.scroller.focus({ preventScroll: true });
              this.chat.choose(message.number, choice);
            },
            this.rows,
          ),
        ),
      );
    return row;
  }

  /** A row that grows later keeps a reader who is at the end at the end. */
  private after(part: Promise<void>): void {
    const stay = () => this.stuck && this.toEnd();
    void part.then(stay, stay);
  }

  private unsent(unsent: Unsent): HTMLElement {
    const { words, chat } = this;
    const failed = unsent.state === 'failed';
    const there = unsent.done === undefined;
    const going = chat.live ? words.sending : words.held;
    const foot = failed ? words.failed : there ? going : words.handingIn;
    const shown = unsent.file
      ? [icon(FILE, 16), ' ', own(unsent.text || words.file)]
      : linkedLater(unsent.text);
    const row = this.bubble('you', shown, foot);
    row.dataset.state = unsent.state;
    const act = (word: string, does: () => void) => {
      const button = element('button', { type: 'button', class: 'quiet' }, word);
      button.addEventListener('click', () => {
        this.scroller.focus({ preventScroll: true });
        does();
      });
      row.append(button);
    };
    if (!failed && there) return row;
    if (!failed) {
      row.append(element('progress', { max: '100', 'aria-label': words.handingIn }));
      act(words.cancel, () => chat.discard(unsent.id));
      return row;
    }
    if (unsent.problem) row.append(element('p', { class: 'problem' }, own(unsent.problem)));
    if (!unsent.never) act(words.retry, () => chat.retry(unsent.id));
    act(words.discard, () => chat.discard(unsent.id));
    return row;
  }

  private bubble(
    from: string,
    shown: (Node | string)[],
    foot: string,
    at?: number,
    by?: string | null,
  ): HTMLElement {
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
      by
        ? element('p', { class: 'who by' }, face(by), own(by))
        : element('p', { class: 'who hidden' }, from === 'you' ? this.words.you : this.words.us),
      element('p', { class: 'text', dir: 'auto' }, ...shown),
      when,
    );
    return row;
  }

  private shown(content: Content): (Node | string)[] {
    if (content.kind === 'text') return linkedLater(content.text);
    if (content.kind === 'reply') return [content.title];
    if (content.kind === 'media') return [this.file(content)];
    return [this.words.unsupported];
  }

  /** A file: its name and its controls come once its link is loaded. */
  private file(media: Media): HTMLElement {
    const { chat, words } = this;
    const shown = element('span', {}, icon(FILE, 16), ' ', words.file);
    this.after(
      chat.more().then(({ showFile }) => {
        shown.replaceChildren(...showFile(media, chat.files, words));
      }),
    );
    return shown;
  }

  private time(at: number): string {
    return new Date(at).toLocaleTimeString(this.lang, { timeStyle: 'short' });
  }
}

/** A line that is nobody's message. */
const note = (text: string) => element('li', { class: 'note' }, own(text));

/** Changes when the row of an unsent message needs drawing anew. */
function stampOf(one: Unsent, chat: Chat): string {
  if (one.state === 'failed') return 'failed';
  return `${one.done === undefined ? 'sending' : `handing ${one.text}`} ${chat.live}`;
}

/** The answer to each question, in the words of its choices. */
function takenOf(messages: VisitorMessage[]): Map<number, string> {
  const taken = new Map<number, string>();
  let asked: VisitorMessage | undefined;
  for (const message of messages) {
    if (message.choices?.length) asked = message;
    const label = asked?.choices?.find(({ value }) => value === message.chosen)?.label;
    if (asked && label) taken.set(asked.number, label);
  }
  return taken;
}
