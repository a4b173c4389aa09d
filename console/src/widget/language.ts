import { beside } from './load-more';

/** The words of another language than English, which is in the script. */
export type Said = Record<string, string>;

declare global {
  interface Window {
    /** Where the script of a language puts its words. */
    switchboardWords?: Record<string, Said>;
  }
}

const said: Record<string, Said> = { en: {} };

/** The tag of the language that the page, or else the visitor's browser, wants and the chat speaks. */
export const tagOf = (wanted: string | undefined): string | undefined =>
  (wanted ? [wanted] : navigator.languages).find((tag) => /^(de|en|es)\b/i.test(tag));

/** Its words; nothing yet where they have to be fetched. `then` runs when they are there, or do not come. */
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
