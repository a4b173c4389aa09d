// Runs every browser test, file by file. A file that fails is run once more: CI machines are
// shared, and a browser that got no processor for a second is no fault of the console. A file that
// fails twice fails the run, and the last lines name each file that needed its second run, so that
// nobody takes it for sound.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';

const folder = new URL('.', import.meta.url).pathname;
const asked = process.argv.slice(2);
const files = readdirSync(folder).filter(
  (name) => name.endsWith('.test.mjs') && (!asked.length || asked.some((a) => name.includes(a))),
);
const passes = (name) => {
  const args = ['--test', '--test-timeout=900000', `${folder}${name}`];
  return spawnSync(process.execPath, args, { stdio: 'inherit' }).status === 0;
};
const failed = [];
const unsteady = [];
for (const name of files) {
  const began = Date.now();
  if (!passes(name)) {
    console.log(`# ${name} failed; its second run follows`);
    (passes(name) ? unsteady : failed).push(name);
  }
  console.log(`# ${name}: ${Math.round((Date.now() - began) / 1000)} s`);
}
for (const name of unsteady) console.log(`# UNSTEADY: ${name} failed once and passed once`);
for (const name of failed) console.log(`# FAILED: ${name} failed twice`);
console.log(`# ${files.length} files, ${failed.length} failed, ${unsteady.length} unsteady`);
process.exit(failed.length || !files.length ? 1 : 0);
