// No control is dead, and nothing is for the pointer alone: on every screen.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { hoverOnly, layers, press, ready, settled, there } from './crawl.mjs';
import { start } from './platform.mjs';
import { step } from './steps.mjs';
import { furnish, near, reset, SCREENS } from './tour.mjs';

const problems = [];
const found = [];
const known = new Set();
let platform;
let browser;
let world;
let heard;

before(async () => {
  [platform, browser] = await start('--no-demo');
  world = await furnish(browser, platform, { problems });
  heard = await ready(world.mark.page);
  await world.mark.page.reload();
});
after(async () => {
  await browser?.close();
  await platform?.stop();
});

test('the crawl sees a dead button, a live one, and words for the pointer alone', async () => {
  const page = await browser.newPage();
  const ears = await ready(page);
  await page.route('http://made.up/', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<style>.late { display: none } #b:hover .late { display: inline }
               #c:is(:hover, :focus) .late { display: inline }</style>
        <button data-testid="dead">Dead</button>
        <button data-testid="live" onclick="this.after('Done')">Live</button>
        <button data-testid="asks" onclick="fetch('/v1/x')">Asks</button>
        <button data-testid="off" disabled>Off</button>
        <button data-testid="hover" id="b">Hover <i class="late">only the pointer</i></button>
        <button data-testid="both" id="c">Both <i class="late">both see it</i></button>
        <button data-testid="titled" title="A title" onclick="this.after('.')">T</button>`,
    }),
  );
  await page.goto('http://made.up/');
  const names = (await page.evaluate(() => crawler.keys())).map(({ name }) => name);
  assert.ok(names.includes('Dead') && !names.includes('Off'));
  const outcome = (id) => press(page, ears, id);
  assert.equal(await outcome('dead'), 'dead');
  assert.equal(await outcome('live'), 'works');
  assert.equal(await outcome('asks'), 'works');
  assert.deepEqual(await hoverOnly(page, 'hover'), ['only the pointer']);
  assert.deepEqual(await hoverOnly(page, 'both'), []);
  assert.deepEqual(await hoverOnly(page, 'titled'), ['A title']);
  await page.close();
});

step('every control of every screen does something', async () => {
  const { page } = world.mark;
  const again = async (name) => {
    await reset(world, name).catch(async () => {
      await page.goto(`${platform.url}/?as=mark`);
      await reset(world, name);
    });
    await settled(page);
  };
  /** Until the control is there; a page is loaded anew only where nothing less will do. */
  const come = async (name, key) => {
    if (await there(page, key)) return;
    for (let n = 0; n < 3 && (await layers(page)); n += 1) await page.keyboard.press('Escape');
    if (await there(page, key)) return;
    if ((await near(world, name)) && (await there(page, key))) return;
    await again(name);
  };
  for (const name of Object.keys(SCREENS)) {
    await again(name);
    const open = await layers(page);
    const controls = await page.evaluate(() => crawler.keys());
    for (const { key, name: called } of controls) {
      if (known.has(key)) continue;
      known.add(key);
      await come(name, key);
      for (const word of await hoverOnly(page, key))
        found.push(`${name}: “${called}” shows “${word}” to the pointer alone`);
      let outcome = await press(page, heard, key);
      if (outcome !== 'works') {
        // What was pressed before may stand in the way, or the machine is slow.
        await again(name);
        outcome = await press(page, heard, key, 3_000);
      }
      if (outcome === 'dead') found.push(`${name}: “${called}” (${key}) does nothing`);
      if (outcome === 'gone') found.push(`${name}: “${called}” (${key}) does not come again`);
      if ((await layers(page)) > open) await page.keyboard.press('Escape');
    }
  }
});

test('nothing is dead, and nothing is for the pointer alone', (t) => {
  t.diagnostic(`${known.size} controls`);
  assert.deepEqual(found, []);
  assert.ok(known.size > 100, `${known.size} controls`);
});
test('no page complained', () => assert.deepEqual(problems, []));
