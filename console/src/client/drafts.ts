import type { Clock } from './clock';

export type Mode = 'reply' | 'comment';

/** A draft belongs to a conversation, a mode and, in private talks, a discussion. */
export interface DraftKey {
  conversation: string;
  mode: Mode | 'discussion' | 'coach';
  discussion?: string;
}

const PREFIX = 'draft';
const KEEP_AFTER = 300;

export class Drafts {
  private readonly texts = new Map<string, string>();
  private readonly modes = new Map<string, Mode>();
  private readonly pending = new Map<string, () => void>();

  constructor(
    private readonly agent: string,
    private readonly storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>,
    private readonly clock: Clock,
    private readonly onChange: (conversation: string) => void = () => {},
  ) {}

  get(key: DraftKey): string {
    const name = this.name(key);
    return this.texts.get(name) ?? this.storage.getItem(name) ?? '';
  }

  set(key: DraftKey, text: string): void {
    const name = this.name(key);
    if (text === this.get(key)) return;
    this.texts.set(name, text);
    this.pending.get(name)?.();
    this.pending.set(
      name,
      this.clock.after(KEEP_AFTER, () => this.keep(name, text)),
    );
    this.onChange(key.conversation);
  }

  clear(key: DraftKey): void {
    const name = this.name(key);
    this.texts.set(name, '');
    this.keep(name, '');
    this.onChange(key.conversation);
  }

  /** Whether anything was written on this page and not sent. */
  any(): boolean {
    return [...this.texts.values()].some((text) => text.trim() !== '');
  }

  /** Whether anything unsent stands in the composer of a conversation. */
  has(conversation: string): boolean {
    return (['reply', 'comment'] as const).some(
      (mode) => this.get({ conversation, mode }).trim() !== '',
    );
  }

  mode(conversation: string): Mode {
    const name = this.modeName(conversation);
    return this.modes.get(name) ?? (this.storage.getItem(name) === 'comment' ? 'comment' : 'reply');
  }

  setMode(conversation: string, mode: Mode): void {
    const name = this.modeName(conversation);
    this.modes.set(name, mode);
    if (mode === 'comment') this.write(name, mode);
    else this.storage.removeItem(name);
    this.onChange(conversation);
  }

  /** A `storage` event: another tab has written. */
  changedElsewhere(name: string | null, value: string | null): void {
    if (!name?.startsWith(`${PREFIX}:${this.agent}:`) || this.pending.has(name)) return;
    this.texts.set(name, value ?? '');
    this.onChange(name.split(':')[2] ?? '');
  }

  /** Before the page goes: nothing waits. */
  flush(): void {
    for (const name of [...this.pending.keys()]) this.keep(name, this.texts.get(name) ?? '');
  }

  private keep(name: string, text: string): void {
    this.pending.get(name)?.();
    this.pending.delete(name);
    if (text === '') this.storage.removeItem(name);
    else this.write(name, text);
  }

  private write(name: string, value: string): void {
    try {
      this.storage.setItem(name, value);
    } catch {
      // Storage is full or refused: the draft lives as long as the page.
    }
  }

  private name(key: DraftKey): string {
    const last = key.discussion ? `:${key.discussion}` : '';
    return `${PREFIX}:${this.agent}:${key.conversation}:${key.mode}${last}`;
  }

  private modeName(conversation: string): string {
    return `mode:${this.agent}:${conversation}`;
  }
}
