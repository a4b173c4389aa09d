import type { Chat } from './chat';
import { element, iconButton } from './dom';
import type { Words } from './words';

const TALLEST = 120;

/** Where the visitor writes. */
export class Writer {
  readonly form: HTMLFormElement;
  private readonly area: HTMLTextAreaElement;
  private readonly send: HTMLButtonElement;

  constructor(
    private readonly chat: Chat,
    words: Words,
  ) {
    this.area = element('textarea', {
      rows: '1',
      dir: 'auto',
      'aria-label': words.messageLabel,
      placeholder: words.placeholder,
      maxlength: '4096',
      'data-testid': 'chat-text',
    });
    this.send = iconButton('send', words.send, { 'data-testid': 'chat-send' });
    this.send.type = 'submit';
    this.form = element('form', { class: 'write' }, this.area, this.send);
    this.form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.submit();
    });
    this.area.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      this.submit();
    });
    this.area.addEventListener('input', () => {
      if (this.area.value) this.chat.type();
      this.fit();
    });
    this.fit();
  }

  focus(): void {
    this.area.focus();
  }

  private submit(): void {
    const text = this.area.value.trim();
    if (!text) return;
    this.area.value = '';
    this.fit();
    this.chat.write(text);
  }

  private fit(): void {
    this.send.toggleAttribute('data-idle', !this.area.value.trim());
    this.area.style.setProperty('height', 'auto');
    const border = this.area.offsetHeight - this.area.clientHeight;
    const height = Math.min(this.area.scrollHeight + border, TALLEST);
    if (height > 0) this.area.style.setProperty('height', `${height}px`);
  }
}
