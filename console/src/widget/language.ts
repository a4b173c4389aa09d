import { beside } from './beside';

/** The words of a language other than English, which is part of the script. */
export type Said = Record<string, string>;

declare global {
  interface Window {
    /** The place for the words of a language's script. */
    switchboardWords?: Record<string, Said>;
  }
}

const said: Record<string, Said> = { en: {} };

/**
 * The language's tag: the page's choice, or else the visitor's first one, if the chat speaks it.
 */
export const tagOf = (wanted: string | undefined): string | undefined =>
  (wanted ? [wanted] : navigator.languages).find((tag) => /^(de|en|es)\b/i.test(tag));

/**
 * A language's words; undefined while they load. `then` runs when they are there, or do not come.
 */
export function saidIn(tag = 'en', then: () => void): Said | undefined {
  const language = tag.slice(0, 2).toLowerCase();
  if (!said[language]) {
    void beside(`assets/widget-${language}.js`).then(() => {
      said[language] = window.switchboardWords?.[language] ?? {};
      then();
    });
  }
  return said[language];
}
