import { locale } from './words';

/** Makes a value once for a language, and anew when the agent changes the language. */
export function perLocale<T>(make: (locale: string) => T): () => T {
  let of: string | undefined;
  let made: T;
  return () => {
    const now = locale();
    if (of !== now) {
      made = make(now);
      of = now;
    }
    return made;
  };
}

export const dates = (options: Intl.DateTimeFormatOptions) =>
  perLocale((of) => new Intl.DateTimeFormat(of, options));

/** In English no comma stands before the "and". */
const lists = perLocale(
  (of) => new Intl.ListFormat(of.startsWith('en') ? 'en-GB' : of, { type: 'conjunction' }),
);
export const listed = (names: readonly string[]) => lists().format(names);

const collator = perLocale((of) => new Intl.Collator(of));
/** Compares by the agent's alphabet. */
export const byAlphabet = (a: string, b: string) => collator().compare(a, b);

const numbers = perLocale((of) => new Intl.NumberFormat(of));
export const numbered = (n: number) => numbers().format(n);
