import { keyOf } from '../engine/keypress';
import type { About } from './about';
import { agentsIn, face } from './agents';
import css from './chat.css?inline';
import { inkOn } from './colour';
import { CHAT, CLOSE, DOWN, element, icon, iconButton, own, tell } from './dom';
import { FocusKept } from './focus';
import { saidIn, tagOf } from './language';
import { later } from './later';
import { Log } from './log';
import messages from './messages.css?inline';
import { release, type Shared, shared } from './shared';
import { isOver, placed, standing } from './standing';
import { asksOf, startForm } from './start';
import { storageOf } from './store';
import { counted, filled, type Words, wordsOf } from './words';
import { Writer } from './write';

const SMALL = '(max-width: 480px), (max-height: 420px)';
/** The pause before a chat returns to a page that throws it out again and again, in ms. */
const RETURN_EVERY = 1_000;

/**
 * `<switchboard-chat asset="…">`: a customer's chat. With the attribute `launcher` it is a button
 * in the page's corner that opens it; without, it fills the place it is given.
 */
export class SwitchboardChat extends HTMLElement {
  static readonly observedAttributes = ['asset', 'api'];
  /** The chat that the page's script has placed, and that script. */
  static placed: { chat: SwitchboardChat; script: HTMLScriptElement; said: string } | undefined;
  /** Placed by the script: it comes back, whatever the page does with its body. */
  stays = false;

  private shared: Shared | undefined;
  private log: Log | undefined;
  private writer: Writer | undefined;
  private words: Words = wordsOf({});
  private tag: string | undefined;
  private opened = false;
  private begun = false;
  private returned = 0;
  private readonly root = this.attachShadow({ mode: 'open' });
  private readonly focusKept = new FocusKept(this.root, () => this.focusInside());
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
  private readonly faces = element('div', { class: 'faces' });
  private readonly typing = element('p', { class: 'typing', 'data-testid': 'chat-typing' });
  /** Announces messages that came while the chat was closed. */
  private readonly news = element('p', { class: 'hidden', role: 'status' });
  private button: HTMLButtonElement | undefined;
  private leave: HTMLButtonElement | undefined;
  private sure: HTMLElement | undefined;

  private get chat() {
    return this.shared?.chat;
  }

  private readonly view = () => this.render();
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

  /** The page's data about the visitor. */
  private get about(): About {
    return this.dataset;
  }

  private get launched(): boolean {
    return this.hasAttribute('launcher');
  }

  connectedCallback(): void {
    this.listen('addEventListener');
    if (this.begun) this.back();
    else this.begin();
  }

  /** A chat that the page moves is back in the page by the time of this check. */
  disconnectedCallback(): void {
    this.listen('removeEventListener');
    const soon = performance.now() - this.returned < RETURN_EVERY ? RETURN_EVERY : 0;
    setTimeout(() => this.isConnected || this.gone(), this.stays ? soon : 0);
  }

  /** The browser moves the element as it is: nothing has to be done. */
  connectedMoveCallback(): void {}

  /** A page may set the attributes late, or change them. */
  attributeChangedCallback(): void {
    if (this.begun && this.isConnected) this.begin();
  }

  /** Removes the chat for good, unless the page puts it somewhere again. */
  override remove(): void {
    this.stays = false;
    super.remove();
  }

  private gone(): void {
    if (!this.stays) {
      if (this.shared) release(this.shared, this.view);
      return;
    }
    this.returned = performance.now();
    (document.body ?? document.documentElement).append(this);
  }

  private back(): void {
    this.shared?.views.add(this.view);
    this.chat?.resume();
    this.log?.restore();
    this.render();
    this.focusKept.keep();
  }

  private listen(how: 'addEventListener' | 'removeEventListener'): void {
    document[how]('visibilitychange', this.onVisible);
    window[how]('online', this.onOnline);
    window[how]('offline', this.onOffline);
    window[how]('storage', this.onStorage as EventListener);
  }

  private begin(): void {
    this.tag = tagOf(this.dataset.language);
    const said = saidIn(this.tag, () => this.begun || !this.isConnected || this.begin());
    this.begun = said !== undefined;
    // The first drawing waits for the visitor's language.
    if (!said) return;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`${css}\n${messages}`);
    this.root.adoptedStyleSheets = [sheet];
    this.words = wordsOf(this.dataset, said);
    this.dress();
    if (said.lang) this.panel.lang = said.lang;
    this.panel.setAttribute('aria-label', this.words.title);
    this.root.replaceChildren(this.panel);
    this.root.addEventListener('keydown', this.onKey as EventListener);
    if (this.launched) this.launch();
    else this.opened = true;
    if (this.shared) release(this.shared, this.view);
    this.shared = this.writer = this.log = undefined;
    const asset = this.getAttribute('asset');
    if (!asset || this.hasAttribute('unavailable')) {
      const told = element('p', { class: 'intro' }, this.words.unavailable);
      this.panel.replaceChildren(this.header(), told);
      return;
    }
    const held = shared(asset, this.getAttribute('api') ?? '');
    const { chat } = held;
    // Elements of this class alone hold a chat.
    const by = held.by as SwitchboardChat | undefined;
    this.shared = held;
    held.by = this;
    chat.about = this.about;
    chat.words = this.words;
    chat.nameless = this.dataset.agents === 'none';
    held.views.add(this.view);
    if (chat.known || this.dataset.preChat === 'off') this.showChat();
    else this.showStart();
    chat.resume();
    // The page has just put this element into the place of another one.
    const focus = by?.focusKept.inside === true && document.activeElement === document.body;
    if (by?.opened && by.launched && this.launched) this.toggle(true, focus);
    else if (focus) this.focusInside();
  }

  /** Opens the chat, for a page with a control of its own. */
  open(): void {
    if (this.launched && !this.opened) this.toggle(true);
  }

  close(): void {
    if (this.launched && this.opened) this.toggle(false);
  }

  /** Sets colour and theme of the page, one by one: a policy may forbid style texts. */
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
      icon(CHAT, 26),
      icon(DOWN, 26),
      element('span', { class: 'hidden label' }),
      this.badge,
    );
    this.button.addEventListener('click', () => this.toggle(!this.opened));
    this.panel.setAttribute('role', 'dialog');
    this.panel.hidden = !this.opened;
    this.root.append(this.button, this.news);
    tell(this.label(), this.words.open);
  }

  private label(): HTMLElement {
    return this.button?.querySelector<HTMLElement>('.label') ?? this.badge;
  }

  private toggle(open: boolean, focus = open || this.focusKept.inside): void {
    this.opened = open;
    this.panel.hidden = !open;
    const small = matchMedia(SMALL).matches;
    this.toggleAttribute('data-open', open);
    this.panel.setAttribute('aria-modal', String(open && small));
    this.button?.setAttribute('aria-expanded', String(open));
    if (open) {
      this.chat?.refresh();
      this.log?.toEnd();
    }
    if (focus) this.focusInside();
    this.render();
  }

  private focusInside(): void {
    if (!this.opened) this.button?.focus();
    else if (this.writer?.form.isConnected) this.writer.focus();
    else
      (
        (this.panel.querySelector('input, textarea') as HTMLElement | null) ??
        this.panel.querySelector('button')
      )?.focus();
  }

  /** Escape leaves one layer at a time. The focus stays inside only if the chat covers the page. */
  private readonly onKey = (event: KeyboardEvent): void => {
    const key = keyOf(event);
    if (key === 'Escape') {
      const asked = this.sure && !this.sure.hidden;
      if (!asked && !(this.launched && this.opened)) return;
      event.stopPropagation();
      if (asked) this.ask(false, this.leave);
      else this.toggle(false);
    }
    if (key !== 'Tab' || this.panel.getAttribute('aria-modal') !== 'true') return;
    const stops = [
      ...this.panel.querySelectorAll<HTMLElement>('button, input, textarea, a, [tabindex="0"]'),
    ].filter((stop) => stop.getClientRects().length > 0 && !stop.hasAttribute('disabled'));
    const [first, last] = event.shiftKey ? [stops.at(-1), stops[0]] : [stops[0], stops.at(-1)];
    if (this.root.activeElement !== last) return;
    event.preventDefault();
    first?.focus();
  };

  private header(...more: HTMLElement[]): HTMLElement {
    const heading = element('h2', {}, own(this.words.title));
    const names = element('div', { class: 'names' }, heading, this.state);
    const head = element('header', {}, this.faces, names, ...more);
    if (this.launched) {
      const close = iconButton(CLOSE, this.words.close, { 'data-testid': 'chat-close' });
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
    this.faces.replaceChildren();
    tell(this.state, words.intro);
    this.state.removeAttribute('data-state');
    this.panel.replaceChildren(this.header(), form);
    this.focusKept.keep();
  }

  private showChat(): void {
    const { chat, words } = this;
    if (!chat) return;
    this.leave = element(
      'button',
      { type: 'button', class: 'quiet', 'data-testid': 'chat-leave' },
      words.leave,
    );
    this.leave.addEventListener('click', () => {
      chat.more().then(
        (part) => {
          this.sure ??= part.question(words, this.place, (leaves) => {
            if (leaves) chat.leave();
            this.ask(false);
          });
          this.ask(true);
        },
        () => {},
      );
    });
    this.sure = undefined;
    this.log = new Log(chat, words, this.dataset.lang ?? this.tag);
    this.writer = new Writer(chat, words, storageOf('sessionStorage'));
    this.panel.replaceChildren(
      this.header(this.leave),
      this.place,
      this.log.scroller,
      this.log.jump,
      this.typing,
      this.writer.form,
    );
    this.render();
  }

  private ask(whether: boolean, next: { focus(): void } | undefined = this.writer): void {
    if (!this.sure) return;
    this.sure.hidden = !whether;
    if (whether) this.sure.querySelector('button')?.focus();
    else next?.focus();
  }

  private render(): void {
    const { chat, words } = this;
    if (!chat) return;
    if (!chat.known && this.writer && this.dataset.preChat !== 'off') {
      this.showStart();
      return;
    }
    if (!this.writer) {
      // Another tab began the chat.
      if (chat.known) this.showChat();
      return;
    }
    this.log?.render();
    this.writer.render();
    if (this.opened && document.visibilityState === 'visible') chat.look();
    const troubled = chat.known && ['reconnecting', 'offline', 'stale'].includes(chat.connection);
    const stand = () => tell(this.state, standing(chat, words, troubled));
    stand();
    this.faces.replaceChildren(...agentsIn(chat.messages).slice(-3).map(face));
    this.state.dataset.state = troubled ? 'reconnecting' : chat.left ? 'ended' : chat.state;
    this.state.dataset.connection = chat.connection;
    // Empty, not hidden: a live region must be there before it speaks.
    const placeless = troubled || chat.away || chat.place === undefined;
    tell(this.place, placeless ? '' : placed(words, chat.place ?? 0));
    const { log, place, writer } = this;
    const lang = this.dataset.lang ?? this.tag;
    later({ chat, words, lang, place, log, writer }, stand);
    const { on: types, by } = chat.typing;
    this.typing.hidden = !types;
    tell(this.typing, by ? filled(words.typingBy, by) : words.typing);
    const on = !isOver(chat) && chat.state !== 'new';
    if (this.leave) this.leave.hidden = !on;
    if (this.sure && !on) this.sure.hidden = true;
    this.showUnread(chat.unread);
    this.focusKept.keep();
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
