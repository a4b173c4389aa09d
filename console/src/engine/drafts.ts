import { Frame as limits } from '@/contract/limits';
import type { Draft, DraftMode } from '@/contract/protocol';
import type { Clock } from './clock';

export type Mode = 'reply' | 'comment';

/** A draft belongs to a conversation, a mode and, in private talks, a discussion. */
export interface DraftKey {
  conversation: string;
  /** The server knows no drafts of notes: those stay in this browser. */
  mode: DraftMode | 'note';
  discussion?: string;
}

type SharedKey = DraftKey & { mode: DraftMode };

const PREFIX = 'draft';
const KEEP_AFTER = 300;
export const SHARE_AFTER = 2_000;
const REMOTE_LIMIT = limits.draft.text.maxLength;
const CONVERSATION = /^[0-9a-z]+-\d+$/;

/**
 * Drafts reach memory at once, this browser after 300 ms, the server after 2 s, and other tabs by
 * their event.
 */
export class Drafts {
  private readonly texts = new Map<string, string>();
  private readonly modes = new Map<string, Mode>();
  private readonly pending = new Map<string, () => void>();
  /** Drafts of this page that the server does not have yet. */
  /**
   * The moment at which the server last heard of a draft, by its own clock, as far as this page
   * knows.
   */
  private readonly heard = new Map<string, number>();
  private readonly unshared = new Map<string, { key: SharedKey; cancel: () => void }>();

  constructor(
    private readonly agent: string,
    private readonly storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>,
    private readonly clock: Clock,
    private readonly onChange: (conversation: string) => void = () => {},
    /** Sends a draft to the server; false when the line takes nothing now. */
    private readonly share: (draft: Omit<Draft, 'at'>) => boolean = () => false,
    private readonly serverNow: () => number = () => clock.now(),
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
    this.later(name, key);
    this.onChange(key.conversation);
  }

  clear(key: DraftKey): void {
    const name = this.name(key);
    const had = this.get(key) !== '';
    this.texts.set(name, '');
    this.keep(name, '');
    // The text of a sent message must not come back on another device.
    if (had) {
      this.later(name, key);
      this.tell(name);
    }
    this.onChange(key.conversation);
  }

  /** Tests whether this page has any unsent text. */
  any(): boolean {
    return [...this.texts.values()].some((text) => text.trim() !== '');
  }

  /** Tests whether the composer of a conversation has any unsent text. */
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

  /**
   * Opens a composer. If the agent began only a comment, on another device perhaps, it opens as a
   * comment; a choice on this page stands.
   */
  open(conversation: string): void {
    if (this.modes.has(this.modeName(conversation))) return;
    const written = (mode: Mode) => this.get({ conversation, mode }).trim() !== '';
    if (written('comment') && !written('reply')) this.setMode(conversation, 'comment');
  }

  /** Handles a `storage` event: another tab has written. */
  changedElsewhere(name: string | null, value: string | null): void {
    if (!name?.startsWith(`${PREFIX}:${this.agent}:`) || this.pending.has(name)) return;
    this.texts.set(name, value ?? '');
    this.onChange(name.split(':')[2] ?? '');
  }

  /**
   * Takes a draft from another device. Text in progress on this page is newer, and so is a later
   * draft.
   */
  receive(draft: Draft): void {
    const { conversation, mode, discussion } = draft;
    const key: DraftKey = { conversation, mode, ...(discussion ? { discussion } : {}) };
    const name = this.name(key);
    if (draft.at <= (this.heard.get(name) ?? 0)) return;
    if (this.unshared.has(name) || this.pending.has(name)) return;
    this.heard.set(name, draft.at);
    if (this.get(key) === draft.text) return;
    this.texts.set(name, draft.text);
    this.keep(name, draft.text);
    this.onChange(conversation);
  }

  /**
   * Takes all drafts that the server keeps. A draft that the server had and keeps no more was sent
   * or emptied elsewhere; a draft that only this browser holds stays.
   */
  learn(drafts: readonly Draft[]): void {
    const kept = new Set<string>();
    for (const draft of drafts) {
      const { conversation, mode, discussion } = draft;
      kept.add(this.name({ conversation, mode, ...(discussion ? { discussion } : {}) }));
      this.receive(draft);
    }
    for (const name of this.heard.keys()) {
      const busy = this.unshared.has(name) || this.pending.has(name);
      if (kept.has(name) || busy || !this.texts.get(name)) continue;
      this.texts.set(name, '');
      this.keep(name, '');
      this.onChange(name.split(':')[2] ?? '');
    }
  }

  /** The connection is back: sends the drafts that the agent wrote meanwhile. */
  resume(): void {
    for (const name of [...this.unshared.keys()]) this.tell(name);
  }

  /** Saves everything before the page goes. */
  flush(): void {
    for (const name of [...this.pending.keys()]) this.keep(name, this.texts.get(name) ?? '');
    this.resume();
  }

  private later(name: string, key: DraftKey): void {
    const { conversation, mode } = key;
    // Colleagues' messages outside of conversations stay in this browser as drafts.
    if (mode === 'note' || !CONVERSATION.test(conversation)) return;
    this.unshared.get(name)?.cancel();
    const cancel = this.clock.after(SHARE_AFTER, () => this.tell(name));
    this.unshared.set(name, { key: { ...key, mode }, cancel });
  }

  private tell(name: string): void {
    const waiting = this.unshared.get(name);
    if (!waiting) return;
    waiting.cancel();
    const { conversation, mode, discussion } = waiting.key;
    const text = [...this.get(waiting.key)].slice(0, REMOTE_LIMIT).join('');
    const place = { conversation, mode };
    if (this.share({ ...place, ...(discussion ? { discussion } : {}), text })) {
      this.unshared.delete(name);
      this.heard.set(name, this.serverNow());
    }
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
