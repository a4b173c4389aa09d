import { numberHas, searchedNumber } from '@/features/conversation/list/number';

/** The score of a text for the typed words; undefined without a match. Higher is better. */
export function score(text: string, query: string): number | undefined {
  const words = normal(query).split(' ').filter(Boolean);
  const within = normal(text);
  let total = 0;
  for (const word of words) {
    const at = within.indexOf(word);
    if (at < 0) return undefined;
    // The beginning counts most, then the beginning of a word.
    total += at === 0 ? 3 : within[at - 1] === ' ' ? 2 : 1;
  }
  return total / (words.length || 1) - within.length / 1000;
}

/** A text without case, accents and marks. */
function normal(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLocaleLowerCase()
    .replace(/[^\p{L}\p{N}@.+]+/gu, ' ')
    .trim();
}

/** An item with a rank; a search finds its `numbers` in any notation. */
interface Ranked {
  title: string;
  more?: string | undefined;
  numbers?: readonly string[] | undefined;
}

/** The best matches, in order; equal ones keep their order. */
export function rank<T extends Ranked>(items: readonly T[], query: string, most: number): T[] {
  if (!query.trim()) return items.slice(0, most);
  const number = searchedNumber(query);
  return items
    .flatMap((item) => {
      const title = score(item.title, query);
      const both = score(`${item.title} ${item.more ?? ''}`, query);
      const called = item.numbers?.some((one) => numberHas(one, number)) ? 0 : undefined;
      const best = title ?? (both === undefined ? called : both - 1);
      return best === undefined ? [] : [{ item, best }];
    })
    .sort((a, b) => b.best - a.best)
    .slice(0, most)
    .map(({ item }) => item);
}
