import { keyOf } from '../engine/keypress';
import type { Chat } from './chat';
import { ATTACH, element, iconButton, SEND, tell } from './dom';
import type { Store } from './options';
import { LIMITS, tooLong, type Words } from './words';

const TALLEST = 120;

/** The form in which the visitor writes. */
export class Writer {
  readonly form: HTMLFormElement;
  private readonly area: HTMLTextAreaElement;
  private readonly send: HTMLButtonElement;
  private readonly clip: HTMLButtonElement;
  private readonly long = element('p', { id: 'long', role: 'alert', 'data-testid': 'chat-long' });
  private readonly picker = element('input', { type: 'file', multiple: '', hidden: '' });

  constructor(
    private readonly chat: Chat,
    private readonly words: Words,
    /** The store of this tab alone: a draft outlasts a reload. */
    private readonly drafts: Store,
  ) {
    this.area = element('textarea', {
      rows: '1',
      dir: 'auto',
      'aria-label': words.messageLabel,
      'aria-describedby': 'long',
      'data-testid': 'chat-text',
    });
    this.send = iconButton(SEND, words.send, { 'data-testid': 'chat-send' });
    this.send.type = 'submit';
    this.clip = iconButton(ATTACH, words.attach, { 'data-testid': 'chat-attach', hidden: '' });
    this.clip.addEventListener('click', () => this.picker.click());
    this.picker.addEventListener('change', () => {
      this.attach(this.picker.files);
      this.picker.value = '';
    });
    this.area.addEventListener('paste', (event) => {
      if (event.clipboardData?.files.length) event.preventDefault();
      this.attach(event.clipboardData?.files);
    });
    const parts = [this.long, this.clip, this.picker, this.area, this.send];
    this.form = element('form', { class: 'write' }, ...parts);
    this.form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.submit();
    });
    this.area.addEventListener('keydown', (event) => {
      if (keyOf(event) !== 'Enter' || event.shiftKey) return;
      event.preventDefault();
      this.submit();
    });
    this.area.addEventListener('input', () => {
      if (this.area.value) this.chat.type();
      this.keep();
      this.fit();
    });
    this.area.value = drafts.getItem(chat.key) ?? '';
    this.fit();
  }

  /** Shows the button for files once the chat is known to carry them. */
  render(): void {
    const accept = this.chat.files.rules.flatMap((rule) => rule.types).join();
    this.clip.hidden = accept === '';
    this.picker.accept = accept;
    const { chat, words } = this;
    this.area.placeholder = chat.state === 'waiting' ? words.addMore : words.placeholder;
  }

  private attach(files: FileList | null | undefined): void {
    if (this.clip.hidden) return;
    for (const file of files ?? []) this.chat.attach(file, this.words);
  }

  focus(): void {
    this.area.focus();
  }

  private submit(): void {
    const text = this.area.value.trim();
    // The text is empty or too long: the focus goes to the field.
    if (!text || this.tooLong) {
      this.focus();
      return;
    }
    if (this.chat.away?.wrong?.()) return;
    this.area.value = '';
    this.keep();
    this.fit();
    this.chat.write(text);
  }

  private keep(): void {
    try {
      if (this.area.value) this.drafts.setItem(this.chat.key, this.area.value);
      else this.drafts.removeItem(this.chat.key);
    } catch {
      // The store has no room: the draft stays in the field.
    }
  }

  private get tooLong(): string {
    return tooLong(this.area.value.trim(), LIMITS.message, this.words);
  }

  private fit(): void {
    tell(this.long, this.tooLong);
    this.send.toggleAttribute('data-idle', !this.area.value.trim());
    this.area.style.setProperty('height', 'auto');
    const border = this.area.offsetHeight - this.area.clientHeight;
    const height = Math.min(this.area.scrollHeight + border, TALLEST);
    if (height > 0) this.area.style.setProperty('height', `${height}px`);
  }
}
