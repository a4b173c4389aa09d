// Runs every browser test. Two files run at a time, each with a platform and a browser of its own.
// A file that fails is run once more afterwards, alone: CI machines are shared, and a browser that
// got no processor for a second is no fault of the console. A file that fails twice fails the run,
// and the last lines name each file that needed its second run, so that nobody takes it for sound.
import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';

const folder = new URL('.', import.meta.url).pathname;
const asked = process.argv.slice(2);
// The longest files first: none of them runs alone at the end.
const LONGEST = ['crawl', 'pseudo', 'screens', 'consult', 'hostile', 'keyboard', 'list', 'widget'];
const rank = (name) => {
  const at = LONGEST.indexOf(name.split('.')[0]);
  return at < 0 ? LONGEST.length : at;
};
const files = readdirSync(folder)
  .filter((name) => name.endsWith('.test.mjs'))
  .filter((name) => !asked.length || asked.some((a) => name.includes(a)))
  .sort((a, b) => rank(a) - rank(b));

/** Runs one file and prints all of its output at its end; resolves to whether it passed. */
function passes(name) {
  const began = Date.now();
  const said = [];
  const args = ['--test', '--test-timeout=900000', `${folder}${name}`];
  const run = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  for (const stream of [run.stdout, run.stderr]) stream.on('data', (part) => said.push(part));
  return new Promise((done) => {
    run.on('close', (code) => {
      process.stdout.write(Buffer.concat(said));
      console.log(`# ${name}: ${Math.round((Date.now() - began) / 1000)} s`);
      done(code === 0);
    });
  });
}

const left = [...files];
const again = [];
const lane = async () => {
  for (let name = left.shift(); name; name = left.shift()) {
    if (!(await passes(name))) again.push(name);
  }
};
await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, lane));
const failed = [];
const unsteady = [];
for (const name of again) {
  console.log(`# ${name} failed; its second run follows`);
  ((await passes(name)) ? unsteady : failed).push(name);
}
for (const name of unsteady) console.log(`# UNSTEADY: ${name} failed once and passed once`);
for (const name of failed) console.log(`# FAILED: ${name} failed twice`);
console.log(`# ${files.length} files, ${failed.length} failed, ${unsteady.length} unsteady`);
process.exit(failed.length || !files.length ? 1 : 0);
