// A test file that tells one story: after a broken step the rest makes no sense.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { violations } from './platform.mjs';

let broken = false;
let shot = 0;

export function step(name, run) {
  test(name, async (t) => {
    if (broken) return t.skip('an earlier step failed');
    broken = true;
    await run();
    broken = false;
  });
}

/** Checks a page with axe; with SHOTS=<folder> leaves a picture of it there. */
export async function accessible(page, what) {
  if (process.env.SHOTS) {
    shot += 1;
    const name = `${String(shot).padStart(2, '0')}-${what.replaceAll(' ', '-')}`;
    await page.screenshot({ path: `${process.env.SHOTS}/${name}.png` });
  }
  assert.deepEqual(await violations(page), [], what);
}
