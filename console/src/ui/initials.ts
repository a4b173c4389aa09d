import { plainName } from '@/engine/bidi';

/** The first letters of a name's first and last word; for a number, its last two digits. */
export function initials(name: string): string {
  const plain = plainName(name);
  const digits = plain.replace(/[\s+()-]/g, '');
  if (/^\d+$/.test(digits)) return digits.slice(-2);
  const words = plain.split(/\s+/).filter(Boolean);
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words;
  return ends
    .map((word) => [...(word ?? '')][0] ?? '')
    .join('')
    .toLocaleUpperCase();
}
