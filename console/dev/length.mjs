// Fails if a file of the console is longer than 400 lines.
import { readdir, readFile } from 'node:fs/promises';

const root = new URL('..', import.meta.url);
let bad = 0;
for (const folder of ['src', 'tests', 'dev', 'e2e']) {
  for (const name of await readdir(new URL(folder, root), { recursive: true })) {
    if (!/\.(ts|vue|css|mjs)$/.test(name) || name.startsWith('contract')) continue;
    // The catalogue is generated, with one line for each message.
    if (name === 'i18n/catalogue.ts') continue;
    const lines = (await readFile(new URL(`${folder}/${name}`, root), 'utf8')).split('\n').length;
    if (lines > 400) {
      console.error(`${folder}/${name}: ${lines} lines, at most 400`);
      bad += 1;
    }
  }
}
process.exit(bad ? 1 : 0);
