import { systemClock } from '../client/clock';
import type { Socket } from '../client/connection';
import { keyOf } from '../client/keypress';
import { Chat } from './chat';
import css from './chat.css?inline';
import { inkOn } from './colour';
import { element, icon, iconButton, own, tell } from './dom';
import { Log } from './log';
import messages from './messages.css?inline';
import type { About, Store } from './options';
import { asksOf, startForm } from './start';
import { counted, filled, type Words, wordsOf } from './words';
import { Writer } from './write';

const SMALL = '(max-width: 480px), (max-height: 420px)';
/** The engine counts places up to here. */
const FAR = 100;

/**
 * `<switchboard-chat asset="…">`: a customer's chat. With the attribute `launcher` it is a button in
 * the page's corner that opens it; without, it fills the place it is given.
 */
export class SwitchboardChat extends HTMLElement {
  private chat: Chat | undefined;
  private log: Log | undefined;
  private writer: Writer | undefined;
  private words: Words = wordsOf({});
  private opened = false;
  private readonly root = this.attachShadow({ mode: 'open' });
  private readonly panel = element('section', { class: 'panel', id: 'panel' });
  private readonly badge = element('span', { class: 'badge', 'data-testid': 'chat-unread' });
  private readonly state = element('p', {
    class: 'state',
    role: 'status',
    'data-testid': 'chat-state',
  });
  private readonly place = element('p', {
    class: 'place',
    'aria-live': 'polite',
    'data-testid': 'chat-place',
  });
  private readonly typing = element('p', { class: 'typing', 'data-testid': 'chat-typing' });
  /** Says what came while the chat was closed. */
  private readonly news = element('p', { class: 'hidden', role: 'status' });
  private button: HTMLButtonElement | undefined;
  private leave: HTMLButtonElement | undefined;
  private sure: HTMLElement | undefined;

  private readonly onVisible = () => {
    if (document.visibilityState !== 'visible') return;
    this.chat?.wake();
    this.render();
  };
  private readonly onOnline = () => this.chat?.setOnline(true);
  private readonly onOffline = () => this.chat?.setOnline(false);

  /** Another tab of the same visitor has gone on with the chat. */
  private readonly onStorage = ({ key, newValue }: StorageEvent) => {
    if (key === this.chat?.key) this.chat?.adopt(newValue);
  };

  /** What the page knows of the visitor. */
  private get about(): About {
    return { name: this.dataset.name, email: this.dataset.email };
  }

  private get launched(): boolean {
    return this.hasAttribute('launcher');
  }

  connectedCallback(): void {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`${css}\n${messages}`);
    this.root.adoptedStyleSheets = [sheet];
    this.words = wordsOf(this.dataset);
    this.dress();
    this.panel.setAttribute('aria-label', this.words.title);
    this.root.replaceChildren(this.panel);
    if (this.launched) this.launch();
    else this.opened = true;
    const asset = this.getAttribute('asset');
    if (!asset || this.hasAttribute('unavailable')) {
      this.panel.append(this.header(), element('p', { class: 'intro' }, this.words.unavailable));
      return;
    }
    this.chat = new Chat({
      asset,
      base: this.getAttribute('api') ?? '',
      clock: systemClock,
      random: Math.random,
      fetch: (input, init) => fetch(input, init),
      open: (url) => new WebSocket(url) as Socket,
      storage: storageOf('localStorage'),
      about: this.about,
      onChange: () => this.render(),
    });
    document.addEventListener('visibilitychange', this.onVisible);
    window.addEventListener('online', this.onOnline);
    window.addEventListener('offline', this.onOffline);
    window.addEventListener('storage', this.onStorage);
    if (this.chat.known || this.dataset.preChat === 'off') this.showChat();
    else this.showStart();
    this.chat.resume();
  }

  disconnectedCallback(): void {
    this.chat?.stop();
    document.removeEventListener('visibilitychange', this.onVisible);
    window.removeEventListener('online', this.onOnline);
    window.removeEventListener('offline', this.onOffline);
    window.removeEventListener('storage', this.onStorage);
  }

  /** For a page that has a control of its own for it. */
  open(): void {
    if (this.launched && !this.opened) this.toggle(true);
  }

  close(): void {
    if (this.launched && this.opened) this.toggle(false);
  }

  /** The page's colour, and in light or dark. Set one by one: a policy may forbid style texts. */
  private dress(): void {
    const { colour = '', theme } = this.dataset;
    const ink = inkOn(colour);
    if (ink) {
      this.style.setProperty('--switchboard-accent', colour);
      this.style.setProperty('--switchboard-on-accent', ink);
    }
    if (theme === 'light' || theme === 'dark') this.style.setProperty('color-scheme', theme);
  }

  private launch(): void {
    this.button = element(
      'button',
      {
        type: 'button',
        class: 'launcher',
        'aria-expanded': 'false',
        'aria-controls': 'panel',
        'data-testid': 'chat-launcher',
      },
      icon('chat', 26),
      icon('down', 26),
      element('span', { class: 'hidden label' }),
      this.badge,
    );
    this.button.addEventListener('click', () => this.toggle(!this.opened));
    this.panel.setAttribute('role', 'dialog');
    this.panel.hidden = true;
    this.panel.addEventListener('keydown', (event) => this.key(event));
    this.root.append(this.button, this.news);
    tell(this.label(), this.words.open);
  }

  private label(): HTMLElement {
    return this.button?.querySelector<HTMLElement>('.label') ?? this.badge;
  }

  private toggle(open: boolean): void {
    this.opened = open;
    this.panel.hidden = !open;
    const small = matchMedia(SMALL).matches;
    this.toggleAttribute('data-open', open);
    this.panel.setAttribute('aria-modal', String(open && small));
    this.button?.setAttribute('aria-expanded', String(open));
    if (open) {
      this.log?.toEnd();
      this.focusInside();
    } else {
      this.button?.focus();
    }
    this.render();
  }

  private focusInside(): void {
    if (this.writer?.form.isConnected) this.writer.focus();
    else
      (
        (this.panel.querySelector('input, textarea') as HTMLElement | null) ??
        this.panel.querySelector('button')
      )?.focus();
  }

  /** Escape closes. Only where the chat covers the page does focus stay inside. */
  private key(event: KeyboardEvent): void {
    const key = keyOf(event);
    if (key === 'Escape') {
      event.stopPropagation();
      this.toggle(false);
    }
    if (key !== 'Tab' || this.panel.getAttribute('aria-modal') !== 'true') return;
    const stops = [
      ...this.panel.querySelectorAll<HTMLElement>('button, input, textarea, a, [tabindex="0"]'),
    ].filter((stop) => stop.getClientRects().length > 0 && !stop.hasAttribute('disabled'));
    const [first, last] = event.shiftKey ? [stops.at(-1), stops[0]] : [stops[0], stops.at(-1)];
    if (this.root.activeElement !== last) return;
    event.preventDefault();
    first?.focus();
  }

  private header(...more: HTMLElement[]): HTMLElement {
    const heading = element('h2', {}, own(this.words.title));
    const head = element('header', {}, element('div', { class: 'names' }, heading, this.state));
    head.append(...more);
    if (this.launched) {
      const close = iconButton('close', this.words.close, { 'data-testid': 'chat-close' });
      close.addEventListener('click', () => this.toggle(false));
      head.append(close);
    }
    return head;
  }

  private showStart(): void {
    const { chat } = this;
    this.writer = undefined;
    const { words, about } = this;
    const asks = asksOf(this.dataset.preChat);
    const note = chat?.lost ? words.lost : '';
    const form = startForm(words, asks, about, note, async (given, message) => {
      const trouble = await chat?.begin(given);
      if (!chat?.known) return trouble ?? { message: '' };
      if (message) chat.write(message);
      this.showChat();
      this.writer?.focus();
      return undefined;
    });
    tell(this.state, '');
    this.panel.replaceChildren(this.header(), form);
  }

  private showChat(): void {
    const { chat, words } = this;
    if (!chat) return;
    this.leave = element(
      'button',
      { type: 'button', class: 'quiet', 'data-testid': 'chat-leave' },
      words.leave,
    );
    this.leave.addEventListener('click', () => this.ask(true));
    this.sure = this.question(chat);
    this.log = new Log(chat, words, this.dataset.lang);
    this.writer = new Writer(chat, words, storageOf('sessionStorage'));
    this.typing.replaceChildren(
      element(
        'span',
        { class: 'dots', 'aria-hidden': 'true' },
        ...[1, 2, 3].map(() => element('i')),
      ),
      words.typing,
    );
    this.panel.replaceChildren(
      this.header(this.leave),
      this.sure,
      this.place,
      this.log.scroller,
      this.log.jump,
      this.typing,
      this.writer.form,
    );
    this.render();
  }

  /** Whether the chat is really to end; what ends it is never one slip away. */
  private question(chat: Chat): HTMLElement {
    const { words } = this;
    const end = element(
      'button',
      { type: 'button', 'data-testid': 'chat-leave-sure' },
      words.leave,
    );
    const stay = element('button', { type: 'button', class: 'quiet' }, words.stay);
    const group = element('div', { class: 'sure', role: 'group', hidden: '' });
    group.setAttribute('aria-label', words.leaveSure);
    group.append(element('p', {}, own(words.leaveSure)), end, stay);
    end.addEventListener('click', () => {
      chat.leave();
      this.ask(false);
    });
    stay.addEventListener('click', () => this.ask(false));
    return group;
  }

  private ask(whether: boolean): void {
    if (!this.sure) return;
    this.sure.hidden = !whether;
    if (whether) this.sure.querySelector('button')?.focus();
    else this.writer?.focus();
  }

  private render(): void {
    const { chat, words } = this;
    if (!chat) return;
    if (!chat.known && this.writer && this.dataset.preChat !== 'off') {
      this.showStart();
      return;
    }
    if (!this.writer) {
      // Begun in another tab.
      if (chat.known) this.showChat();
      return;
    }
    this.log?.render();
    this.writer.render();
    if (this.opened && document.visibilityState === 'visible') chat.look();
    const troubled = chat.known && ['reconnecting', 'offline', 'stale'].includes(chat.connection);
    tell(this.state, this.standing(chat, troubled));
    this.state.dataset.state = troubled ? 'reconnecting' : chat.left ? 'ended' : chat.state;
    this.state.dataset.connection = chat.connection;
    // Empty, not hidden: a live region must be there before it speaks.
    tell(this.place, troubled || chat.place === undefined ? '' : placed(words, chat.place));
    this.typing.hidden = !chat.typing;
    const on = !chat.left && (chat.state === 'waiting' || chat.state === 'open');
    if (this.leave) this.leave.hidden = !on;
    if (this.sure && !on) this.sure.hidden = true;
    this.showUnread(chat.unread);
  }

  private standing(chat: Chat, troubled: boolean): string {
    const { words } = this;
    if (!chat.known && chat.lost) return words.lost;
    if (!chat.known) return chat.unavailable ? words.unavailable : words.stateNew;
    if (troubled) return chat.connection === 'offline' ? words.offline : words.reconnecting;
    if (chat.connection === 'connecting') return words.connecting;
    if (chat.left && chat.state === 'open') return words.stateLeft;
    return {
      new: words.stateNew,
      waiting: words.stateWaiting,
      open: words.stateOpen,
      ended: words.stateEnded,
    }[chat.state];
  }

  private showUnread(unread: number): void {
    if (!this.button) return;
    const { words } = this;
    tell(this.badge, unread > 99 ? '99+' : unread ? String(unread) : '');
    const said = unread ? counted(words.unreadOne, words.unread, unread) : '';
    const act = this.opened ? words.close : words.open;
    tell(this.label(), said ? `${act}, ${said}` : act);
    tell(this.news, this.opened ? '' : said);
    this.badge.setAttribute('aria-hidden', 'true');
  }
}

function placed(words: Words, place: number): string {
  if (place === 1) return words.next;
  return place < FAR ? filled(words.place, place) : words.far;
}

/** The browser's store; where it is forbidden, the chat lives as long as the page. */
function storageOf(which: 'localStorage' | 'sessionStorage'): Store {
  try {
    window[which].getItem('switchboard');
    return window[which];
  } catch {
    const kept = new Map<string, string>();
    return {
      getItem: (key) => kept.get(key) ?? null,
      setItem: (key, value) => void kept.set(key, value),
      removeItem: (key) => void kept.delete(key),
    };
  }
}
