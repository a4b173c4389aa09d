// The names of private members in the widget's sources. No code outside a class uses them, so the
// build may shorten them.
import { readdir, readFile } from 'node:fs/promises';

const here = (path) => new URL(`../${path}`, import.meta.url);
const read = (path) => readFile(here(path), 'utf8');

async function sourcesIn(folder) {
  const files = (await readdir(here(folder))).filter((name) => name.endsWith('.ts'));
  return (await Promise.all(files.map((name) => read(`${folder}/${name}`)))).join('\n');
}

export async function privateNames() {
  const folders = ['src/widget', 'src/engine', 'src/features/file'];
  const sources = (await Promise.all(folders.map(sourcesIn))).join('\n');
  const known = (
    await Promise.all(
      [
        'node_modules/typescript/lib/lib.dom.d.ts',
        'node_modules/typescript/lib/lib.es5.d.ts',
        'node_modules/typescript/lib/lib.es2015.collection.d.ts',
        'node_modules/typescript/lib/lib.es2015.core.d.ts',
        'src/contract/protocol.ts',
        'src/i18n/locales/en/widget.ftl',
      ].map(read),
    )
  ).join('\n');
  const found = new Set();
  for (const [, name] of sources.matchAll(/private (?:readonly |async |get )*(\w{3,})/g))
    found.add(name);
  return [...found].filter((name) => {
    const elsewhere = new RegExp(`^\\s+(?:readonly |async |get |static )*${name}\\??[:(<;]`, 'm');
    return !elsewhere.test(sources) && !new RegExp(`\\b${name}\\b`).test(known);
  });
}
