import { plainName } from '@/engine/bidi';

const CURSIVE = /\p{Script=Arabic}|\p{Script=Syriac}|\p{Script=Mongolian}/u;
/** A character without a width: the letters at its sides do not join. */
const APART = '\u200c';
const signs = (text: string) =>
  [...new Intl.Segmenter().segment(text)].map(({ segment }) => segment);

/**
 * The first letters of a name's first and last word; for a number, its last two digits; for a name
 * without letters, as one of emoji, its first sign.
 */
export function initials(name: string): string {
  const plain = plainName(name);
  const digits = plain.replace(/[\s+()-]/g, '');
  if (/^\d+$/.test(digits)) return digits.slice(-2);
  const letters = plain
    .split(/\s+/)
    .map((word) => signs(word).find((sign) => /[\p{L}\p{N}]/u.test(sign)))
    .filter((letter) => letter !== undefined);
  if (!letters.length) return signs(plain)[0] ?? '';
  const ends = letters.length > 1 ? [letters[0], letters.at(-1)] : letters;
  return ends.join(CURSIVE.test(plain) ? APART : '').toLocaleUpperCase();
}
