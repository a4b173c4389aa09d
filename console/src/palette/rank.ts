/** How well a text fits what was typed; undefined: not at all. Higher is better. */
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

/** Without case, accents and marks. */
function normal(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLocaleLowerCase()
    .replace(/[^\p{L}\p{N}@.+]+/gu, ' ')
    .trim();
}

/** The best of what fits, in order; what fits as well stays as it stands. */
export function rank<T extends { title: string; more?: string | undefined }>(
  items: readonly T[],
  query: string,
  most: number,
): T[] {
  if (!query.trim()) return items.slice(0, most);
  return items
    .flatMap((item) => {
      const title = score(item.title, query);
      const both = score(`${item.title} ${item.more ?? ''}`, query);
      const best = title ?? (both === undefined ? undefined : both - 1);
      return best === undefined ? [] : [{ item, best }];
    })
    .sort((a, b) => b.best - a.best)
    .slice(0, most)
    .map(({ item }) => item);
}
