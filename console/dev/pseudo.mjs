// A pseudo-language: every word of the catalogue longer, accented and in brackets. A text without
// brackets on a page does not come from the catalogue.
import { wordsPlugin } from './words.mjs';

const PLAIN = 'aceilnorsuyACEILNORSUY';
const ODD = 'áçéîļñöŕšûýÁÇÉÎĻÑÖŔŠÛÝ';

const accented = (text) =>
  text.replaceAll(/[a-zA-Z]/g, (letter) => ODD[PLAIN.indexOf(letter)] ?? letter);

/** The texts of a pattern, in every variant, with their accents; everything else stays. */
function changed(piece) {
  if (typeof piece === 'string') return accented(piece);
  if (Array.isArray(piece)) return piece.map(changed);
  if (piece.type !== 'select') return piece;
  const variants = piece.variants.map((one) => ({ ...one, value: changed(one.value) }));
  return { ...piece, variants };
}

/** The number of letters in the longest form of a pattern. */
function lengthOf(piece) {
  if (typeof piece === 'string') return piece.length;
  if (Array.isArray(piece)) return piece.reduce((sum, one) => sum + lengthOf(one), 0);
  if (piece.type !== 'select') return 0;
  return Math.max(...piece.variants.map(({ value }) => lengthOf(value)));
}

const says = (piece) =>
  typeof piece === 'string' ? /[A-Za-z]/.test(piece) : piece.type !== 'str' || piece.value !== '';

/** `Send` → `⟦Šéñd~~⟧`; the text around an argument changes likewise. */
export function pseudo(pattern) {
  const pieces = [pattern].flat();
  if (!pieces.some(says)) return pattern;
  const more = '~'.repeat(Math.ceil(lengthOf(pattern) * 0.3));
  return ['⟦', ...pieces.map(changed), `${more}⟧`];
}

/** Makes every language the pseudo-language, with pages from right to left. */
export function pseudoPlugin() {
  const change = (patterns) =>
    Object.fromEntries(Object.entries(patterns).map(([id, pattern]) => [id, pseudo(pattern)]));
  return {
    ...wordsPlugin({ change }),
    name: 'pseudo',
    enforce: 'pre',
    transformIndexHtml: (html) => html.replace('<html', '<html dir="rtl"'),
  };
}
