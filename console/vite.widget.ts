import { fileURLToPath } from 'node:url';
import { defineConfig, type UserConfig } from 'vite';
import { privateNames } from './dev/private-names.mjs';
import { tokensPlugin } from './dev/tokens.mjs';
import { widgetLanguagesPlugin, widgetWordsPlugin } from './dev/words.mjs';

/** The names that only the parts of the first script use. */
const INNER = [
  'onFrame',
  'onStatus',
  'onChange',
  'setOnline',
  'synced',
  'retryNow',
  'roundTrip',
  'nextAt',
  'scroller',
  'toEnd',
  'attempt',
  'known',
  'resume',
  'adopt',
  'refresh',
  'restore',
  'connection',
  'choose',
  'wake',
  'nameless',
];

/** The parts that the first script loads from beside itself when a visitor needs them. */
const PARTS = ['more', 'end'];

/**
 * The widget for other people's pages: one classic script. `--mode more` and `--mode end` build the
 * two later parts; the first of them comes with the words of the other languages, which load in
 * the same way.
 */
export default defineConfig(async ({ mode }): Promise<UserConfig> => {
  const part = PARTS.includes(mode);
  const entry = `./src/widget/${part ? mode : 'embed'}.ts`;
  return {
    publicDir: false,
    plugins: [
      tokensPlugin(),
      widgetWordsPlugin(),
      ...(mode === 'more' ? [widgetLanguagesPlugin()] : []),
    ],
    build: {
      target: ['chrome123', 'firefox121', 'safari17.5'],
      emptyOutDir: false,
      rolldownOptions: {
        output: {
          minify: {
            compress: true,
            mangle: true,
            codegen: true,
            mangleProps: {
              include: new RegExp(`^(${[...INNER, ...(await privateNames())].join('|')})$`),
            },
          },
        },
      },
      lib: {
        entry: fileURLToPath(new URL(entry, import.meta.url)),
        formats: ['iife'],
        name: 'switchboardWidget',
        fileName: () => (part ? `assets/widget-${mode}.js` : 'widget.js'),
      },
    },
  };
});
