/** One emoji, as the picker knows it. */
export interface Emoji {
  char: string;
  name: string;
  /** Further words for the search. */
  words: string;
  /** True if it comes in skin tones. */
  toned: boolean;
}
export interface EmojiGroup {
  name: string;
  all: Emoji[];
}

/** The row format of `dev/emoji.mjs`. */
type Row = [char: string, name: string, words: string, toned: number];

let loaded: Promise<EmojiGroup[]> | undefined;

/** Loads the data at the first use; the next call repeats a failed load. */
export function loadEmoji(): Promise<EmojiGroup[]> {
  loaded ??= import('./data.json').then(({ default: groups }) =>
    (groups as unknown as [string, Row[]][]).map(([name, rows]) => ({
      name,
      all: rows.map(([char, title, words, toned]) => ({
        ...{ char, name: title, words },
        toned: toned === 1,
      })),
    })),
  );
  loaded.catch(() => {
    loaded = undefined;
  });
  return loaded;
}

const fold = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLocaleLowerCase();

/** The rank of an emoji for one word; 0 for no match. */
function rank(one: Emoji, word: string): number {
  const name = fold(one.name);
  const others = fold(one.words).split(' ');
  if (name === word || others[0] === word) return 6;
  if (others.includes(word)) return 5;
  if (name.startsWith(word)) return 4;
  if (name.includes(` ${word}`)) return 3;
  return others.some((other) => other.startsWith(word) || other.includes(`_${word}`)) ? 2 : 0;
}

/** The best match first, equal ones in the usual order. A search for the emoji itself finds it. */
export function searchEmoji(all: readonly Emoji[], query: string, limit: number): Emoji[] {
  const words = fold(query)
    .split(/[\s:]+/)
    .filter(Boolean);
  if (!words.length) return [];
  return all
    .map((one) => {
      if (query.trim() === one.char) return { one, score: 9 };
      const ranks = words.map((word) => rank(one, word));
      return { one, score: ranks.includes(0) ? 0 : ranks.reduce((a, b) => a + b, 0) };
    })
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, limit)
    .map(({ one }) => one);
}

export const TONES = ['', '🏻', '🏼', '🏽', '🏾', '🏿'] as const;
export type Tone = (typeof TONES)[number];

/** The emoji in a skin tone, if it has any. */
export const toned = ({ char, toned: takes }: Emoji, tone: Tone): string =>
  takes && tone ? char.replace(/(\p{Emoji_Modifier_Base})\ufe0f?/gu, `$1${tone}`) : char;

export const RECENT = 27;

/** An agent's last used emoji, newest first, and their skin tone, in this browser. */
export class OwnEmoji {
  constructor(
    private readonly storage: Pick<Storage, 'getItem' | 'setItem'>,
    private readonly agent: string,
  ) {}

  private get name(): string {
    return `emoji:${this.agent}`;
  }

  read(): { recent: string[]; tone: Tone } {
    try {
      const { recent, tone } = JSON.parse(this.storage.getItem(this.name) ?? '{}');
      return {
        recent: Array.isArray(recent)
          ? recent.filter((one) => typeof one === 'string').slice(0, RECENT)
          : [],
        tone: TONES.find((one) => one === tone) ?? '',
      };
    } catch {
      return { recent: [], tone: '' };
    }
  }

  use(char: string): void {
    const { recent, tone } = this.read();
    this.write([char, ...recent.filter((one) => one !== char)].slice(0, RECENT), tone);
  }

  setTone(tone: Tone): void {
    this.write(this.read().recent, tone);
  }

  private write(recent: string[], tone: Tone): void {
    try {
      this.storage.setItem(this.name, JSON.stringify({ recent, tone }));
    } catch {
      // The storage has no room: the picker works without it.
    }
  }
}
