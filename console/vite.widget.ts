import { fileURLToPath } from 'node:url';
import { defineConfig, type UserConfig } from 'vite';
import { privateNames } from './dev/private-names.mjs';
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
];

/**
 * The widget for other people's pages: one classic script. `--mode more` builds the part that the
 * first script loads from beside itself when a visitor needs it, and the words of the other
 * languages, which load in the same way.
 */
export default defineConfig(async ({ mode }): Promise<UserConfig> => {
  const more = mode === 'more';
  const entry = more ? './src/widget/more.ts' : './src/widget/embed.ts';
  return {
    publicDir: false,
    plugins: [widgetWordsPlugin(), ...(more ? [widgetLanguagesPlugin()] : [])],
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
        fileName: () => (more ? 'assets/widget-more.js' : 'widget.js'),
      },
    },
  };
});
