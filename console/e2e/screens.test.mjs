// Every screen in every theme, judged by axe; a window of 320 pixels never scrolls sideways.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { lasting, start, violations } from './platform.mjs';
import { step } from './steps.mjs';
import { furnish, others, outside, tour } from './tour.mjs';

/** In this order, one thing changes at a time. */
const THEMES = {
  light: { colorScheme: 'light', contrast: 'no-preference' },
  'high contrast': { colorScheme: 'light', contrast: 'more' },
  'dark, high contrast': { colorScheme: 'dark', contrast: 'more' },
  dark: { colorScheme: 'dark', contrast: 'no-preference' },
};
const problems = [];
const found = [];
let platform;
let browser;
let world;
let screens = 0;

before(async () => {
  [platform, browser] = await start('--no-demo');
  world = await furnish(browser, platform, { problems });
});
after(async () => {
  await browser?.close();
  await platform?.stop();
});

/** Judges a page in all themes, and as narrow as a page at 400 % zoom. */
async function judge(page, name) {
  screens += 1;
  for (const [theme, media] of Object.entries(THEMES)) {
    await page.emulateMedia(media);
    // The controls and their names do not depend on the colours.
    const look = () => violations(page, theme === 'light' ? undefined : ['color-contrast']);
    const said = await lasting(look);
    found.push(...said.map((violation) => `${name}, ${theme}: ${violation}`));
  }
  await page.emulateMedia(THEMES.light);
  for (const width of [390, 320]) {
    await page.setViewportSize({ width, height: 640 });
    const wide = await lasting(() => page.evaluate(sideways));
    found.push(...wide.map((one) => `${name}, a window of ${width}: ${one}`));
  }
  await page.setViewportSize({ width: 1440, height: 900 });
}

/** Tests that neither the page nor any box that scrolls down scrolls sideways, too. */
function sideways() {
  const root = document.documentElement;
  const down = [...document.querySelectorAll('*')].filter((element) => {
    const { overflowX, overflowY } = getComputedStyle(element);
    const scrolls = (value) => value === 'auto' || value === 'scroll';
    return scrolls(overflowX) && scrolls(overflowY) && element.clientWidth > 0;
  });
  return (
    [root, ...down]
      // Tables, and rows of tabs, may scroll sideways by design.
      .filter((one) => !one.matches('[role="tablist"], .kinds, :has(> table)'))
      .filter((one) => one.scrollWidth > one.clientWidth + 1)
      .map((one) => `${one.tagName} ${one.className} is ${one.scrollWidth} of ${one.clientWidth}`)
  );
}

step('an agent’s screens', () => tour(world, judge));
step('the screens of colleagues, managers and admins', () => others(world, judge));
step('the public pages, and a screen without a connection', () => outside(world, judge));

test('no screen has a serious or critical finding', (t) => {
  t.diagnostic(`${screens} screens in ${Object.keys(THEMES).length} themes`);
  assert.deepEqual(found, []);
  assert.ok(screens > 40, `${screens} screens`);
});
test('no page logged an error', () => assert.deepEqual(problems, []));
