// The catalogue of words: reads src/i18n/locales and gives the console each language in two parts,
// as patterns that need no parser in the browser.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { FluentResource } from '@fluent/bundle';
import { FluentParser, Visitor } from '@fluent/syntax';

const i18n = join(import.meta.dirname, '../src/i18n');
const locales = join(i18n, 'locales');
const FIRST = join(i18n, 'first.json');
/** The file with the web chat's words. The console holds none of them. */
const WIDGET = 'widget.ftl';

export const languages = async () => (await readdir(locales)).sort();

/** The text of one language, or of one of its files. */
export async function fluent(language, only) {
  const folder = join(locales, language);
  const names = (await readdir(folder)).filter((name) =>
    only ? name === only : name.endsWith('.ftl') && name !== WIDGET,
  );
  const texts = await Promise.all(names.sort().map((name) => readFile(join(folder, name), 'utf8')));
  return texts.join('\n');
}

/** Message → the names of its arguments, in order. */
export function argumentsIn(text) {
  const found = new Map();
  for (const entry of new FluentParser().parse(text).body) {
    if (entry.type === 'Junk') throw new Error(`This cannot be parsed: ${entry.content}`);
    if (entry.type !== 'Message') continue;
    if (found.has(entry.id.name)) throw new Error(`${entry.id.name} stands twice`);
    const names = new Set();
    class Arguments extends Visitor {
      visitVariableReference({ id }) {
        names.add(id.name);
      }
    }
    new Arguments().visit(entry);
    found.set(entry.id.name, [...names].sort());
  }
  return found;
}

/** Message → its pattern, as `FluentBundle` reads it. */
export const patternsIn = (text) =>
  Object.fromEntries(new FluentResource(text).body.map(({ id, value }) => [id, value]));

/** Tests whether the first screen may show a message: `rail` stands for every `rail-…`. */
export async function onFirstScreen() {
  const all = JSON.parse(await readFile(FIRST, 'utf8'));
  return (id) => all.some((one) => id === one || id.startsWith(`${one}-`));
}

/** The messages that the page shows if its words do not arrive. */
const START = ['app-signInFailed', 'app-serverMissing', 'app-tryAgain'];
const MODULE = /^virtual:words\/([a-z]+)\/(start|first|rest)$/;

/**
 * `virtual:words/de/first` holds the words of the first screen, `virtual:words/de/rest` all others,
 * and `virtual:words/en/start` those for a page that gets neither. `change` makes other patterns.
 */
export function wordsPlugin({ change = (patterns) => patterns } = {}) {
  return {
    name: 'words',
    resolveId: (id) => (MODULE.test(id) ? `\0${id}` : undefined),
    async load(id) {
      const [, language, part] = MODULE.exec(id.slice(1)) ?? [];
      if (!language) return undefined;
      const folder = join(locales, language);
      this.addWatchFile(FIRST);
      for (const name of await readdir(folder)) this.addWatchFile(join(folder, name));
      const first = await onFirstScreen();
      const all = Object.entries(change(patternsIn(await fluent(language))));
      const mine = all.filter(([id]) =>
        part === 'start' ? START.includes(id) : first(id) === (part === 'first'),
      );
      return `export default ${JSON.stringify(Object.fromEntries(mine))};`;
    },
  };
}

const CHAT = 'virtual:widget-words';

/**
 * The web chat's words: export → word → text. A page may replace them, so `{n}` stands for `{ $n
 * }`.
 */
export async function widgetWords(language) {
  const words = { widget: {}, widgetMore: {}, widgetEnd: {} };
  for (const [id, value] of Object.entries(patternsIn(await fluent(language, WIDGET)))) {
    const [part, key] = id.split('-');
    words[part][key] = [value]
      .flat()
      .map((piece) => (typeof piece === 'string' ? piece : `{${piece.name}}`))
      .join('');
  }
  return words;
}

/** English as a module for the chat's scripts. */
export function widgetWordsPlugin() {
  return {
    name: 'widget-words',
    resolveId: (id) => (id === CHAT ? `\0${CHAT}` : undefined),
    async load(id) {
      if (id !== `\0${CHAT}`) return undefined;
      const parts = Object.entries(await widgetWords('en'));
      return parts
        .map(([name, words]) => `export const ${name} = ${JSON.stringify(words)};`)
        .join('\n');
    },
  };
}

/** Every other language as a script of its own, which the chat fetches for visitors who need it. */
export function widgetLanguagesPlugin() {
  return {
    name: 'widget-languages',
    async generateBundle() {
      for (const language of await languages()) {
        if (language === 'en') continue;
        const { widget, widgetMore, widgetEnd } = await widgetWords(language);
        // Escapes let pages of any encoding read the script.
        const said = JSON.stringify({
          lang: language,
          ...widget,
          ...widgetMore,
          ...widgetEnd,
        }).replaceAll(/[^ -~]/g, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`);
        this.emitFile({
          type: 'asset',
          fileName: `assets/widget-${language}.js`,
          source: `(window.switchboardWords??={}).${language}=${said}`,
        });
      }
    },
  };
}
