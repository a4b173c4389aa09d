import { Preferences as limits } from '@/contract/limits';
import { add, type Patterns, type Spoken, speak, spoken } from './words';

export const LANGUAGES = ['en', 'de', 'es'] as const;
export type Language = (typeof LANGUAGES)[number];

/** The default choice: the contract's default stands for the languages of the browser. */
export const AS_BROWSER: string = limits.language.default;
/** The other choices, each in its own words. English of no country is not the default. */
export const CHOSEN: readonly { tag: string; language: Language; name: string }[] = [
  { tag: 'en-001', language: 'en', name: 'English' },
  { tag: 'de', language: 'de', name: 'Deutsch' },
  { tag: 'es', language: 'es', name: 'Español' },
];

type Load = () => Promise<{ default: Patterns }>;
const WORDS: Record<Language, { first: Load; rest: Load }> = {
  en: {
    first: () => import('virtual:words/en/first'),
    rest: () => import('virtual:words/en/rest'),
  },
  de: {
    first: () => import('virtual:words/de/first'),
    rest: () => import('virtual:words/de/rest'),
  },
  es: {
    first: () => import('virtual:words/es/first'),
    rest: () => import('virtual:words/es/rest'),
  },
};

const speaks = (tag: string) => LANGUAGES.find((one) => one === tag.toLowerCase().split('-')[0]);

/** The first of the wanted languages that the console speaks, or else English. */
export function languageOf(chosen: string, browser: readonly string[]): Language {
  const wanted = chosen === AS_BROWSER ? browser : [chosen];
  return wanted.map(speaks).find((one) => one !== undefined) ?? 'en';
}

/** The tag of the choice that a preference stands for. */
export function choiceOf(chosen: string): string {
  if (chosen === AS_BROWSER) return AS_BROWSER;
  return CHOSEN.find(({ language }) => language === languageOf(chosen, []))?.tag ?? AS_BROWSER;
}

/** The browser's languages, in its user's order. */
export const browserLanguages = (): readonly string[] => navigator.languages ?? [];

/** The locale: the browser may know the agent's region: "en-GB", "de-AT". */
function localeOf(language: Language): string {
  const regional = browserLanguages().find((tag) => speaks(tag) === language);
  return regional ?? (language === 'en' ? 'en-001' : language);
}

let wanted: Language | undefined;
/** The language whose first words are loaded. */
let current: { language: Language; spoken: Spoken } | undefined;
let coming: Promise<void> | undefined;

function say(language: Language, ...parts: Patterns[]): void {
  current = { language, spoken: speak(localeOf(language), ...parts) };
  spoken.value = current.spoken;
  document.documentElement.lang = language;
}

/** Loads the words of the first screen before it. The others load meanwhile. */
export async function begin(language: Language): Promise<void> {
  wanted = language;
  const { default: first } = await WORDS[language].first();
  say(language, first);
  restOfWords().catch(() => {});
}

/** Later parts of the page wait for this. After a failure, the next call repeats the request. */
export function restOfWords(): Promise<void> {
  if (!current) return Promise.resolve();
  const { language, spoken: there } = current;
  coming ??= WORDS[language].rest().then(({ default: rest }) => add(there, rest));
  coming.catch(() => {
    coming = undefined;
  });
  return coming;
}

/** Changes the language of the whole page at once, as soon as all of its words are loaded. */
export async function change(language: Language): Promise<void> {
  if (language === wanted) return;
  wanted = language;
  const { first, rest } = WORDS[language];
  try {
    const parts = await Promise.all([first(), rest()]);
    // The agent has chosen again meanwhile.
    if (wanted !== language) return;
    coming = Promise.resolve();
    say(language, ...parts.map((part) => part.default));
  } catch (error) {
    // The next choice of this language fetches its words again.
    if (wanted === language) wanted = current?.language;
    throw error;
  }
}
