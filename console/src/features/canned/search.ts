import type { Canned } from '@/contract/protocol';
import { byAlphabet } from '@/i18n/formats';

const fold = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLocaleLowerCase();

/** The rank of a text for the typed words; 0 for no match. */
function rank(one: Canned, words: readonly string[]): number {
  const [shortcut, title, rest] = [
    fold(one.shortcut ?? ''),
    fold(one.title),
    fold(`${one.category} ${one.text}`),
  ];
  let sum = 0;
  for (const word of words) {
    if (shortcut === word) sum += 8;
    else if (shortcut.startsWith(word)) sum += 6;
    else if (title.startsWith(word)) sum += 5;
    else if (title.includes(` ${word}`)) sum += 4;
    else if (title.includes(word)) sum += 3;
    else if (rest.includes(word)) sum += 1;
    else return 0;
  }
  return sum;
}

/** The best match first; without words all of them by title. */
export function find(all: readonly Canned[], query: string, category?: string): Canned[] {
  const words = fold(query).split(/\s+/).filter(Boolean);
  const among = category === undefined ? all : all.filter((one) => one.category === category);
  const byTitle = (a: Canned, b: Canned) => byAlphabet(a.title, b.title);
  if (words.length === 0) return [...among].sort(byTitle);
  return among
    .map((one) => ({ one, score: rank(one, words) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || byTitle(a.one, b.one))
    .map(({ one }) => one);
}

export const categories = (all: readonly Canned[]): string[] =>
  [...new Set(all.map((one) => one.category).filter(Boolean))].sort(byAlphabet);
