// Measures the files that the browser loads first, gzipped, and fails when they exceed the budget.
// With an argument it prints only the lines that contain it, such as `first load`.
import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';

const dist = new URL('../dist/', import.meta.url);
const manifest = JSON.parse(await readFile(new URL('.vite/manifest.json', dist), 'utf8'));
const KB = 1024;
const FIRST = {
  'index.html': 160 * KB,
  'chat.html': 15 * KB,
  'demo.html': 15 * KB,
  'shop.html': 15 * KB,
};
const LAZY = 60 * KB;
/** The words of the first screen: the console waits for them. */
const WORDS = { 'index.html': 'virtual:words/en/first' };

const sizes = new Map();
async function size(file) {
  if (!sizes.has(file)) sizes.set(file, gzipSync(await readFile(new URL(file, dist))).length);
  return sizes.get(file);
}

/** A chunk with everything that it imports at once. */
function files(key, found = new Set()) {
  const chunk = manifest[key];
  if (found.has(chunk.file)) return found;
  found.add(chunk.file);
  for (const css of chunk.css ?? []) found.add(css);
  for (const next of chunk.imports ?? []) files(next, found);
  return found;
}

const rows = [];
for (const [entry, limit] of Object.entries(FIRST)) {
  let total = (await size(entry)) ?? 0;
  const first = files(entry);
  if (WORDS[entry]) files(WORDS[entry], first);
  for (const file of first) total += await size(file);
  rows.push({ what: `${entry}, first load`, bytes: total, limit });
}
rows.push({ what: 'widget.js, first load', bytes: await size('widget.js'), limit: 15 * KB });
rows.push({
  what: 'widget-more.js, lazy',
  bytes: await size('assets/widget-more.js'),
  limit: 5 * KB,
});
rows.push({
  what: 'widget-end.js, lazy',
  bytes: await size('assets/widget-end.js'),
  limit: 3 * KB,
});
const first = files('index.html');
for (const [key, chunk] of Object.entries(manifest)) {
  if (!chunk.isDynamicEntry) continue;
  let total = 0;
  for (const file of files(key)) if (!first.has(file)) total += await size(file);
  rows.push({ what: `${key}, lazy`, bytes: total, limit: LAZY });
}

const only = process.argv[2];
let over = 0;
for (const { what, bytes, limit } of rows) {
  if (only && !what.includes(only)) continue;
  const bad = bytes > limit;
  over += bad ? 1 : 0;
  const kb = (n) => `${(n / KB).toFixed(1)} KB`.padStart(9);
  console.log(`${bad ? '✗' : '✓'} ${what.padEnd(44)} ${kb(bytes)} of ${kb(limit)}`);
}
process.exit(over ? 1 : 0);
