import { fileURLToPath } from 'node:url';
import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vitest/config';
import { platformProxy, signInThroughPlatform } from './dev/local-platform.ts';
import { widgetWordsPlugin, wordsPlugin } from './dev/words.mjs';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  plugins: [vue(), wordsPlugin(), widgetWordsPlugin(), signInThroughPlatform()],
  server: { proxy: platformProxy },
  resolve: { alias: { '@': here('./src'), '@tests': here('./tests') } },
  define: { __VUE_OPTIONS_API__: 'false', __VUE_PROD_DEVTOOLS__: 'false' },
  build: {
    target: ['chrome123', 'firefox121', 'safari17.5'],
    cssTarget: ['chrome123', 'firefox121', 'safari17.5'],
    manifest: true,
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rolldownOptions: {
      // Words and limits have no side effects: a page gets only those that it shows.
      treeshake: {
        moduleSideEffects: [{ test: /\/src\/(i18n|contract)\//, sideEffects: false }],
      },
      input: {
        index: here('./index.html'),
        chat: here('./chat.html'),
        demo: here('./demo.html'),
        shop: here('./shop.html'),
      },
    },
  },
  test: {
    environment: 'happy-dom',
    setupFiles: ['tests/support/words.ts'],
    include: ['src/**/*.test.ts', 'tests/**/*.test.ts'],
    // The first test of a file waits for its chunks; a busy machine takes its time.
    testTimeout: 20_000,
    // The first page of a file is built while other files have the machine.
    hookTimeout: 60_000,
  },
});
