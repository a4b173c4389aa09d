import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

/** The widget for other people's pages: one classic script with nothing beside it. */
export default defineConfig({
  publicDir: false,
  build: {
    target: ['chrome123', 'firefox121', 'safari17.5'],
    emptyOutDir: false,
    lib: {
      entry: fileURLToPath(new URL('./src/widget/embed.ts', import.meta.url)),
      formats: ['iife'],
      name: 'switchboardWidget',
      fileName: () => 'widget.js',
    },
  },
});
