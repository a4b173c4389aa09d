import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { FluentBundle, FluentResource } from '@fluent/bundle';
import { beforeAll, describe, expect, it } from 'vitest';
import { nextTick, watchEffect } from 'vue';
import { clockTime } from '@/features/conversation/thread/dates';
import { byAlphabet, listed } from '@/i18n/formats';
import { AS_BROWSER, change, choiceOf, LANGUAGES, languageOf } from '@/i18n/languages';
import { t, wordsFor } from '@/i18n/words';
import { argumentsIn, fluent, onFirstScreen, widgetWords } from '../dev/words.mjs';

const SRC = join(__dirname, '../src');
/** Messages that are empty on purpose. */
const EMPTY = ['list-dots-none', 'templates-notSendable-approved'];

const sources = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(ts|vue)$/.test(name) && !/\.test\.ts$|catalogue\.ts$/.test(name))
  .map((name) => ({ name: join(SRC, name), text: readFileSync(join(SRC, name), 'utf8') }));

const TEXT = /'([\w-]+)'|`([^`\n]*)`/g;
/** The ids in a source: plain ones, and templates that stand for several. */
function namedIn(text: string): RegExp[] {
  return [...text.matchAll(TEXT)].flatMap(([, plain, template]) => {
    const said = plain ?? template ?? '';
    if (!/^\w+-/.test(said) && !/^\$\{id\}-/.test(said)) return [];
    const parts = said.split(/\$\{[^}]*\}/).map((part) => part.replaceAll(/[^\w-]/g, '\\$&'));
    return [new RegExp(`^${parts.join('[\\w-]+')}$`)];
  });
}

const texts = new Map<string, string>();
beforeAll(async () => {
  for (const language of LANGUAGES) texts.set(language, await fluent(language));
});
const idsOf = (language: string) => argumentsIn(texts.get(language) ?? '');

describe('the catalogues', () => {
  it('the catalogues have the same messages with the same arguments', async () => {
    for (const language of LANGUAGES) {
      expect(Object.fromEntries(idsOf(language)), language).toEqual(
        Object.fromEntries(idsOf('en')),
      );
      const chat = argumentsIn(await fluent(language, 'widget.ftl'));
      const english = argumentsIn(await fluent('en', 'widget.ftl'));
      expect(Object.fromEntries(chat), language).toEqual(Object.fromEntries(english));
    }
  });

  it('every message has a text for every number', () => {
    for (const language of LANGUAGES) {
      const bundle = new FluentBundle(language, { useIsolating: false });
      bundle.addResource(new FluentResource(texts.get(language) ?? ''));
      for (const [id, names] of idsOf(language)) {
        for (const n of [0, 1, 2, 5, 'Ann']) {
          const wrong: Error[] = [];
          const args = Object.fromEntries(names.map((name: string) => [name, n]));
          const pattern = bundle.getMessage(id)?.value ?? '';
          const said = bundle.formatPattern(pattern, args, wrong);
          expect(wrong, `${language} ${id}`).toEqual([]);
          expect(said === '', `${language} ${id}`).toBe(EMPTY.includes(id));
          if (names.length === 0) break;
        }
      }
    }
  });

  it('the catalogues hold no unused message', () => {
    const named = sources.flatMap(({ text }) => namedIn(text));
    const fixed = new Set(named.map(({ source }) => source));
    const several = named.filter(({ source }) => source.includes('+'));
    const unused = [...idsOf('en').keys()].filter(
      (id) => !fixed.has(`^${id}$`) && !several.some((one) => one.test(id)),
    );
    expect(unused).toEqual([]);
  });

  it('the first screen’s catalogue has every message of its modules', async () => {
    const first = await onFirstScreen();
    const all = [...idsOf('en').keys()];
    const seen = new Set<string>();
    const missing = new Set<string>();
    const follow = (file: string) => {
      const source = sources.find(({ name }) => name === file);
      if (!source || seen.has(file)) return;
      seen.add(file);
      const named = namedIn(source.text);
      for (const id of all)
        if (!first(id) && named.some((one) => one.test(id))) missing.add(`${id} in ${file}`);
      for (const [, from = ''] of source.text.matchAll(
        /^(?:import|export) (?!type)[^;]*?from '([^']+)'/gm,
      )) {
        const path = from.startsWith('@/') ? join(SRC, from.slice(2)) : join(dirname(file), from);
        const found = [path, `${path}.ts`].find(
          (one) => /\.(ts|vue)$/.test(one) && existsSync(one),
        );
        if (found) follow(found);
      }
    };
    follow(join(SRC, 'main.ts'));
    expect(seen.size).toBeGreaterThan(80);
    expect([...missing]).toEqual([]);
  });

  it('the web chat has every word in every language', async () => {
    const english = await widgetWords('en');
    for (const language of LANGUAGES) {
      const words = await widgetWords(language);
      for (const part of ['widget', 'widgetMore', 'widgetEnd'] as const) {
        expect(Object.keys(words[part])).toEqual(Object.keys(english[part]));
        for (const [key, text] of Object.entries(words[part])) {
          expect(text, `${language} ${key}`).not.toBe('');
          expect(text.includes('{n}'), `${language} ${key}`).toBe(
            english[part][key]?.includes('{n}'),
          );
        }
      }
    }
    const chat = sources.filter(({ name }) => name.includes('/widget/'));
    const text = chat.map((one) => one.text).join('\n');
    // `${called(ask)}Label`
    const asked = /^(name|email|first)(Label|Missing)$/;
    const keys = Object.values(english).flatMap((part) => Object.keys(part));
    const unused = keys.filter(
      (key) => !asked.test(key) && !text.match(`\\b\\w+(\\(\\w+\\))?\\.${key}\\b`),
    );
    expect(unused).toEqual([]);
  });
});

describe('a language', () => {
  it('a clock shows the time of day as the language writes it', async () => {
    const early = new Date(2026, 10, 30, 0, 32).getTime();
    const shown: string[] = [];
    for (const language of LANGUAGES) {
      await change(language);
      shown.push(clockTime(early).replaceAll(/\s/g, ' '));
    }
    await change('en');
    expect(Object.fromEntries(LANGUAGES.map((of, at) => [of, shown[at]]))).toEqual({
      en: '12:32 AM',
      de: '00:32',
      es: '0:32',
    });
  });

  it('the language is the chosen one, or the first known one of the browser’s, or English', () => {
    expect(languageOf(AS_BROWSER, ['fr-FR', 'es-MX', 'de'])).toBe('es');
    expect(languageOf(AS_BROWSER, ['fr'])).toBe('en');
    expect(languageOf(AS_BROWSER, [])).toBe('en');
    expect(languageOf('de', ['es'])).toBe('de');
    expect(languageOf('de-AT', ['es'])).toBe('de');
    expect(languageOf('en-001', ['de'])).toBe('en');
    expect(languageOf('fr', ['de'])).toBe('en');
    expect(choiceOf(AS_BROWSER)).toBe(AS_BROWSER);
    expect(choiceOf('de-AT')).toBe('de');
    expect(choiceOf('fr')).toBe('en-001');
  });

  it('a change of language changes every text at once', async () => {
    const said: string[] = [];
    const stop = watchEffect(() => said.push(t('app-cancel')));
    expect(listed(['a', 'b', 'c'])).toBe('a, b and c');
    await change('de');
    await nextTick();
    expect(said).toEqual(['Cancel', 'Abbrechen']);
    expect(document.documentElement.lang).toBe('de');
    expect(t('palette-count', { n: 1_234 })).toBe('1.234 Ergebnisse');
    expect(listed(['a', 'b', 'c'])).toBe('a, b und c');
    expect(byAlphabet('Äpfel', 'Birnen')).toBeLessThan(0);
    await change('en');
    await nextTick();
    expect(said.at(-1)).toBe('Cancel');
    stop();
  });

  it('the server’s future codes have no words', () => {
    expect(wordsFor('channels-web')).toBe('Web chat');
    expect(wordsFor('channels-pigeon')).toBeUndefined();
    expect(() => t('no-such-message' as 'app-cancel')).toThrow('no-such-message');
  });
});
