import { widget } from 'virtual:widget-words';
import { NewVisitor, VisitorCommand } from '../contract/limits';
import type { Said } from './language';

export type Words = typeof widget & {
  /** The page's own words, for the part that loads later. */
  data: DOMStringMap;
  /** The words of the visitor's language, if it is not English. */
  said?: Said;
};

/** A catalogue's words, with the page's own in place: `data-text-send="Los"`. */
export function saidOf<T extends Record<string, string>>(data: DOMStringMap, catalogue: T): T {
  const words: Record<string, string> = { ...catalogue };
  for (const key of Object.keys(catalogue)) {
    const own = data[`text${key.charAt(0).toUpperCase()}${key.slice(1)}`];
    if (own) words[key] = own;
  }
  return words as T;
}

export const wordsOf = (data: DOMStringMap, said: Said = {}): Words => ({
  ...saidOf(data, { ...widget, ...said }),
  data,
  said,
});

/** `{n} unread` with its number. */
export const filled = (text: string, n: number | string) => text.replaceAll('{n}', String(n));

/** Limits in characters. The widget tells the visitor of a longer text, and does not cut it off. */
export const LIMITS = {
  name: NewVisitor.name.maxLength,
  email: NewVisitor.email.maxLength,
  message: VisitorCommand.write.text.maxLength,
};
/** The error for a text that is too long; empty for one that fits. */
export function tooLong(text: string, limit: number, words: Words): string {
  const over = [...text].length - limit;
  return over > 0 ? filled(words.tooLong, over) : '';
}

/** The text for one, or for many. */
export const counted = (one: string, many: string, n: number) => (n === 1 ? one : filled(many, n));
