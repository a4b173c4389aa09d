import type { Preferences as Kept } from '@/contract/protocol';
import { ApiRefused } from '@/engine/api';
import type { Clock } from '@/engine/clock';
import { SessionEnded } from '@/engine/connection';
import { DEFAULTS, type Preferences, parse, preferences } from '@/engine/preferences';

/** Changes within this time are saved together, in ms. */
export const GATHER = 1_000;
const AGAIN = 15_000;
const FIELDS = Object.keys(DEFAULTS) as (keyof Preferences)[];

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** Keeps an agent's preferences here at once, and with the server soon after. */
export class PreferencesSync {
  value: Preferences;
  private version = 0;
  /** The fields that the agent changed here and the server does not have yet. */
  private unsaved: Set<keyof Preferences>;
  private saving = false;
  private cancel = () => {};

  constructor(
    private readonly options: {
      clock: Clock;
      storage: Pick<Storage, 'getItem' | 'setItem'>;
      name: string;
      load: () => Promise<Kept>;
      save: (all: Kept) => Promise<Kept>;
      onChange: (value: Preferences) => void;
    },
  ) {
    const { storage, name } = options;
    this.value = parse(storage.getItem(name));
    const left = (storage.getItem(`${name}:unsaved`) ?? '').split(' ');
    this.unsaved = new Set(FIELDS.filter((field) => left.includes(field)));
  }

  set(part: Partial<Preferences>): void {
    this.value = { ...this.value, ...part };
    for (const field of FIELDS) if (field in part) this.unsaved.add(field);
    this.changed();
    this.saveIn(GATHER);
  }

  /** Takes the server's present version; unsaved choices of this page stand on top of it. */
  take(kept: Kept): void {
    const version = kept.version ?? 0;
    if (version < this.version) return;
    this.version = version;
    // Choices from before the server kept anything go to the server.
    if (version === 0) {
      for (const field of FIELDS) {
        if (!same(this.value[field], DEFAULTS[field])) this.unsaved.add(field);
      }
    }
    const own = Object.fromEntries([...this.unsaved].map((field) => [field, this.value[field]]));
    this.value = { ...preferences(kept), ...own };
    this.changed();
    if (this.unsaved.size) this.saveIn(GATHER);
  }

  /** Another tab of this browser has changed the preferences; it saves them itself. */
  changedElsewhere(name: string | null, text: string | null): void {
    if (name !== this.options.name) return;
    this.value = parse(text);
    this.options.onChange(this.value);
  }

  async load(): Promise<void> {
    try {
      this.take(await this.options.load());
    } catch {
      // The local preferences suffice; the next change tries again.
    }
  }

  stop(): void {
    this.cancel();
  }

  private saveIn(ms: number): void {
    this.cancel();
    this.cancel = this.options.clock.after(ms, () => void this.save());
  }

  private async save(): Promise<void> {
    if (this.saving || !this.unsaved.size) return;
    this.saving = true;
    const sent = this.value;
    const fields = [...this.unsaved];
    try {
      const answer = await this.options.save({ ...sent, version: this.version });
      this.version = answer.version ?? this.version + 1;
      // A field that the agent changed again meanwhile is not saved yet.
      for (const field of fields) {
        if (this.value[field] === sent[field]) this.unsaved.delete(field);
      }
      this.remember();
      if (this.unsaved.size) this.saveIn(GATHER);
    } catch (error) {
      await this.failed(error);
    } finally {
      this.saving = false;
    }
  }

  private async failed(error: unknown): Promise<void> {
    if (error instanceof SessionEnded) return;
    if (!(error instanceof ApiRefused)) this.saveIn(AGAIN);
    // Another screen was faster: this page's choices go on top of the other's.
    else if (error.refused.code === 'version_conflict') await this.load();
  }

  private changed(): void {
    this.remember();
    this.options.onChange(this.value);
  }

  private remember(): void {
    const { storage, name } = this.options;
    try {
      storage.setItem(name, JSON.stringify(this.value));
      storage.setItem(`${name}:unsaved`, [...this.unsaved].join(' '));
    } catch {
      // The preferences live as long as the page.
    }
  }
}
