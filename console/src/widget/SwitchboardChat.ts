import { systemClock } from '../client/clock';
import type { Socket } from '../client/connection';
import type { Content } from '../client/protocol';
import { widget as words } from '../i18n/en/widget';
import { Chat } from './chat';
import css from './chat.css?inline';

/** `<switchboard-chat asset="…">`: a customer's chat, with nothing from outside and nothing to outside. */
export class SwitchboardChat extends HTMLElement {
  private chat: Chat | undefined;
  private readonly root = this.attachShadow({ mode: 'open' });
  /** Key of a rendered message → its element. */
  private readonly rows = new Map<string, HTMLElement>();
  private log = element('ol');
  private state = element('p', { class: 'state', role: 'status', 'data-testid': 'chat-state' });
  private place = element('p', {
    class: 'place',
    'aria-live': 'polite',
    'data-testid': 'chat-place',
  });
  private typing = element('p', { class: 'typing', 'data-testid': 'chat-typing' }, words.typing);
  private area = element('textarea', {
    rows: '1',
    'aria-label': words.messageLabel,
    placeholder: words.placeholder,
    maxlength: '4096',
    'data-testid': 'chat-text',
  });
  private scroller = element('div', {
    class: 'body',
    role: 'log',
    tabindex: '0',
    'aria-live': 'polite',
    'aria-label': words.title,
  });

  private readonly onVisible = () => document.visibilityState === 'visible' && this.chat?.wake();
  private readonly onOnline = () => this.chat?.setOnline(true);
  private readonly onOffline = () => this.chat?.setOnline(false);

  connectedCallback(): void {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    this.root.adoptedStyleSheets = [sheet];
    const asset = this.getAttribute('asset');
    if (!asset || this.hasAttribute('unavailable')) {
      this.root.replaceChildren(element('p', { class: 'intro' }, words.unavailable));
      return;
    }
    this.chat = new Chat({
      asset,
      clock: systemClock,
      random: Math.random,
      fetch: (input, init) => fetch(input, init),
      open: (url) => new WebSocket(url) as Socket,
      storage: localStorage,
      onChange: () => this.render(),
    });
    document.addEventListener('visibilitychange', this.onVisible);
    window.addEventListener('online', this.onOnline);
    window.addEventListener('offline', this.onOffline);
    if (this.chat.known) {
      this.showChat();
      this.chat.resume();
    } else {
      this.showStart();
    }
  }

  disconnectedCallback(): void {
    this.chat?.stop();
    document.removeEventListener('visibilitychange', this.onVisible);
    window.removeEventListener('online', this.onOnline);
    window.removeEventListener('offline', this.onOffline);
  }

  private showStart(): void {
    const name = element('input', {
      id: 'name',
      maxlength: '40',
      autocomplete: 'name',
      'data-testid': 'chat-name',
    });
    const start = element('button', { type: 'submit', 'data-testid': 'chat-start' }, words.start);
    const problem = element('p', { class: 'problem', role: 'alert' });
    const form = element('form', { class: 'start' });
    form.append(
      element('p', {}, words.intro),
      element('label', { for: 'name' }, words.nameLabel),
      name,
      start,
      problem,
    );
    form.addEventListener('submit', async (event) => {
      event.preventDefault();
      start.disabled = true;
      await this.chat?.begin(name.value);
      start.disabled = false;
      if (this.chat?.known) this.showChat(true);
      else problem.textContent = words.unavailable;
    });
    this.root.replaceChildren(header(), form);
  }

  private showChat(focus = false): void {
    const send = element('button', { type: 'submit', 'data-testid': 'chat-send' }, words.send);
    const leave = element(
      'button',
      { type: 'button', class: 'quiet', 'data-testid': 'chat-leave' },
      words.leave,
    );
    leave.addEventListener('click', () => this.chat?.leave());
    const form = element('form', { class: 'write' });
    form.append(this.area, send);
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.submit();
    });
    this.area.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      this.submit();
    });
    this.area.addEventListener('input', () => {
      this.chat?.type();
      this.fit();
    });
    this.scroller.replaceChildren(this.log, this.typing);
    this.root.replaceChildren(header(leave), this.state, this.place, this.scroller, form);
    this.render();
    if (focus) this.area.focus();
  }

  private submit(): void {
    const text = this.area.value.trim();
    if (!text) return;
    this.area.value = '';
    this.fit();
    this.chat?.write(text);
  }

  private fit(): void {
    this.area.style.height = 'auto';
    this.area.style.height = `${Math.min(this.area.scrollHeight, 120)}px`;
  }

  private render(): void {
    const { chat } = this;
    if (!chat) return;
    if (!chat.known) {
      if (this.log.isConnected) this.showStart();
      return;
    }
    const troubled = ['reconnecting', 'offline', 'stale'].includes(chat.connection);
    const text = troubled
      ? words.reconnecting
      : chat.connection === 'connecting'
        ? words.connecting
        : words.states[chat.state];
    if (this.state.textContent !== text) this.state.textContent = text;
    this.state.dataset.state = troubled ? 'reconnecting' : chat.state;
    this.state.dataset.connection = chat.connection;
    // Empty, not hidden: a live region must be there before it speaks. The same is not said twice.
    const place = troubled || chat.place === undefined ? '' : words.place(chat.place);
    if (this.place.textContent !== place) this.place.textContent = place;
    this.typing.hidden = !chat.typing;
    const leave = this.root.querySelector<HTMLElement>('[data-testid="chat-leave"]');
    if (leave) leave.hidden = chat.state !== 'waiting' && chat.state !== 'open';
    this.renderRows(chat);
  }

  private renderRows(chat: Chat): void {
    const atEnd =
      this.scroller.scrollHeight - this.scroller.scrollTop - this.scroller.clientHeight < 40;
    const wanted = new Set<string>();
    let added = false;
    const place = (key: string, stamp: string, make: () => HTMLElement) => {
      wanted.add(key);
      const before = this.rows.get(key);
      if (before?.dataset.stamp === stamp) {
        // Whatever is unsent stays below what has arrived since.
        if (stamp !== 'log') this.log.append(before);
        return;
      }
      const row = make();
      row.dataset.stamp = stamp;
      if (before) before.replaceWith(row);
      else this.log.append(row);
      this.rows.set(key, row);
      added = true;
    };
    for (const message of chat.messages) {
      place(`m${message.number}`, 'log', () =>
        message.from === 'note' || !message.content
          ? element('li', { class: 'note' }, words.ended)
          : bubble(message.from, plain(message.content), time(message.at)),
      );
    }
    for (const unsent of chat.unsent) {
      place(unsent.id, unsent.state, () => {
        const failed = unsent.state === 'failed';
        const row = bubble('you', unsent.text, failed ? words.failed : words.sending);
        row.dataset.state = unsent.state;
        if (failed) {
          const retry = element('button', { type: 'button', class: 'quiet' }, words.retry);
          retry.addEventListener('click', () => chat.retry(unsent.id));
          row.append(element('p', { class: 'problem' }, unsent.problem ?? ''), retry);
        }
        return row;
      });
    }
    for (const [key, row] of this.rows) {
      if (wanted.has(key)) continue;
      row.remove();
      this.rows.delete(key);
    }
    if (added && (atEnd || chat.unsent.length > 0)) {
      this.scroller.scrollTop = this.scroller.scrollHeight;
    }
  }
}

function header(...more: HTMLElement[]): HTMLElement {
  const head = element('header');
  head.append(element('h1', {}, words.title), ...more);
  return head;
}

function bubble(from: string, text: string, foot: string): HTMLElement {
  const row = element('li', { 'data-from': from, 'data-testid': 'chat-message' });
  row.append(
    element('span', { class: 'hidden' }, from === 'you' ? words.you : words.us),
    element('p', { class: 'text' }, text),
    element('p', { class: 'foot' }, foot),
  );
  return row;
}

function plain(content: Content): string {
  if (content.kind === 'text') return content.text;
  if (content.kind === 'reply') return content.title;
  if (content.kind === 'media' && content.caption) return content.caption;
  return words.unsupported;
}

const time = (at: number) =>
  new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' }).format(at);

function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Record<string, string> = {},
  text = '',
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  if (text) made.textContent = text;
  return made;
}
