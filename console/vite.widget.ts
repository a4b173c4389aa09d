import { fileURLToPath } from 'node:url';
import { defineConfig, type UserConfig } from 'vite';
import { privateNames } from './dev/private-names.mjs';

/**
 * The widget for other people's pages: one classic script. `--mode more` builds the part of it that
 * the first one fetches from beside itself when a visitor needs it.
 */
export default defineConfig(async ({ mode }): Promise<UserConfig> => {
  const more = mode === 'more';
  const entry = more ? './src/widget/more.ts' : './src/widget/embed.ts';
  return {
    publicDir: false,
    build: {
      target: ['chrome123', 'firefox121', 'safari17.5'],
      emptyOutDir: false,
      rolldownOptions: {
        output: {
          minify: {
            compress: true,
            mangle: true,
            codegen: true,
            mangleProps: { include: new RegExp(`^(${(await privateNames()).join('|')})$`) },
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
