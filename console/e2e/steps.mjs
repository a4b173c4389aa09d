// A test file that tells one story: after a broken step the rest makes no sense.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lasting, still, violations } from './platform.mjs';

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
  assert.deepEqual(await lasting(() => violations(page)), [], what);
}

export const SIZES = [
  [1440, 900],
  [1280, 720],
  [390, 844],
];
const sideways = () =>
  [document.documentElement, ...document.querySelectorAll('.scroll, [data-testid="dialog"]')]
    .filter((one) => one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 0)
    .map((one) => `${one.tagName}.${one.className} is ${one.scrollWidth} of ${one.clientWidth}`);
/** The page, the panels and the dialog, if what they hold is wider than they are. */
export const wider = (page) => lasting(() => page.evaluate(sideways));

/**
 * Looks at a screen in every size, in light and dark; with SHOTS=<folder> leaves pictures there.
 */
export async function seen(page, what, sizes = SIZES) {
  for (const [width, height] of sizes) {
    await page.setViewportSize({ width, height });
    for (const colorScheme of ['light', 'dark']) {
      await page.emulateMedia({ colorScheme });
      await still(page);
      if (process.env.SHOTS) {
        const path = `${process.env.SHOTS}/${what.replaceAll(' ', '-')}-${width}-${colorScheme}.png`;
        await page.screenshot({ path });
      }
      const found = await lasting(() => violations(page));
      assert.deepEqual(found, [], `${what}, ${width} px, ${colorScheme}`);
    }
    assert.deepEqual(await wider(page), [], `${what} scrolls sideways at ${width} px`);
  }
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: 1440, height: 900 });
}
