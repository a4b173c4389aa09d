// The console in a language nobody speaks, from right to left: whatever is not in brackets does not
// come from the catalogue, and the longer words find their room.
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { pseudoPlugin } from '../dev/pseudo.mjs';
import { start, violations } from './platform.mjs';
import { step } from './steps.mjs';
import { furnish, others, tour } from './tour.mjs';

const problems = [];
const found = new Set();
let out;
let platform;
let browser;
let world;
let known;

before(async () => {
  out = await mkdtemp(join(tmpdir(), 'switchboard-pseudo-'));
  await build({
    root: fileURLToPath(new URL('..', import.meta.url)),
    logLevel: 'error',
    plugins: [pseudoPlugin()],
    build: { outDir: out, emptyOutDir: true },
  });
  [platform, browser] = await start('--no-demo', '--console', out);
  world = await furnish(browser, platform, { problems });
  known = await told();
});
after(async () => {
  await browser?.close();
  await platform?.stop();
  await rm(out, { recursive: true, force: true });
});

/** What people have written and are called is theirs, and in no catalogue. */
async function told() {
  const paths = ['agents', 'queues', 'settings', `conversations/${world.conversation}`];
  const answers = await Promise.all(paths.map((path) => world.api.ask('GET', `/v1/${path}`)));
  const theirs = ['Ines Costa', 'Where is my parcel?', 'Known batch?', 'WhatsApp', 'Switchboard'];
  const teams = ['Support', 'Billing', 'Sales', 'Returns', 'english german refunds technical'];
  return [JSON.stringify(answers), ...theirs, ...teams].join(' ').toLowerCase();
}

/** Every text and every name of a control on the page that has no brackets. */
const bare = (page) =>
  page.evaluate(() => {
    const texts = [];
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
      const parent = node.parentElement;
      if (parent.closest('script, style, noscript, kbd, time, svg')) continue;
      // A sentence of which a part stands in an element of its own.
      const whole = parent.textContent ?? '';
      if (!whole.includes('⟦')) texts.push(node.textContent);
    }
    for (const element of document.querySelectorAll('[aria-label], [placeholder], [title], [alt]'))
      for (const name of ['aria-label', 'placeholder', 'title', 'alt'])
        texts.push(element.getAttribute(name) ?? '');
    return texts.filter((text) => /\p{L}{2}/u.test(text) && !text.includes('⟦'));
  });

const DATE =
  /^[\d\s:.,/–-]*(am|pm|today|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)?[a-z]*[\d\s:.,]*$/i;
const LENGTH = /^\d+\s?(s|m|h|d|min)( \d+\s?(s|m|h|d|min))*$/;

function ours(text) {
  const said = text.trim().replaceAll(/[“”]/g, '');
  if (DATE.test(said) || LENGTH.test(said)) return false;
  // A reference, an address, an initial.
  if (/^[\dA-Z]{2,4}(-[\dA-Z]+)*$/.test(said) || /^(https?|tel|sip):/.test(said)) return false;
  // An id; and several names, one after the other.
  if (/^[\da-z]{16}$/.test(said)) return false;
  return !said.split(', ').every((part) => known.includes(part.toLowerCase()));
}

/** What sticks out of the panel, dialog or menu that it stands in. */
const bursting = (page) =>
  page.evaluate(() => {
    const outside = [];
    const boxes = '[role="dialog"], [role="menu"], nav, main, aside, header, footer, form';
    for (const box of document.querySelectorAll(boxes)) {
      const { left, right } = box.getBoundingClientRect();
      for (const one of box.querySelectorAll('button, input, select, textarea, p, h2, span')) {
        const rect = one.getBoundingClientRect();
        if (
          rect.width < 2 ||
          !one.checkVisibility({ visibilityProperty: true }) ||
          (rect.left >= left - 1 && rect.right <= right + 1)
        )
          continue;
        let over = one;
        // Who scrolls or clips shows what is in it in another way.
        while (over !== box && getComputedStyle(over).overflowX === 'visible')
          over = over.parentElement;
        const { position, overflowX } = getComputedStyle(over);
        if (over === box && overflowX === 'visible' && position !== 'fixed')
          outside.push(`“${one.textContent.trim().slice(0, 40)}” sticks out of ${box.tagName}`);
      }
    }
    return outside;
  });

async function judge(page, name) {
  for (const text of await bare(page)) if (ours(text)) found.add(`${name}: “${text.trim()}”`);
  for (const violation of await violations(page, ['cat.name-role-value']))
    found.add(`${name}: ${violation}`);
  for (const [width, height] of [
    [1440, 900],
    [1024, 768],
    [390, 844],
  ]) {
    await page.setViewportSize({ width, height });
    const across = () => page.evaluate(() => document.documentElement.scrollWidth);
    const wide = (await across()) > width ? await page.waitForTimeout(400).then(across) : width;
    if (wide > width) found.add(`${name}: ${wide} pixels wide in a window of ${width}`);
    // What is still on its way to its place is looked at twice.
    const said = (await bursting(page)).length
      ? await page.waitForTimeout(600).then(() => bursting(page))
      : [];
    for (const what of said) found.add(`${name}, ${width}: ${what}`);
  }
  await page.setViewportSize({ width: 1440, height: 900 });
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/rtl-${name}.png` });
}

step('an agent’s screens', () => tour(world, judge));
step('what colleagues, managers and admins have', () => others(world, judge));

step('from right to left the panels change sides', async () => {
  const { page } = world.mark;
  await page.goto(`${platform.url}/c/${world.conversation}`);
  await world.mark.at('composer').waitFor();
  const x = async () => (await world.mark.at('row').first().boundingBox()).x;
  assert.ok((await x()) > 900, 'the list stands on the right');
  await page.evaluate(() => {
    document.documentElement.dir = 'ltr';
  });
  assert.ok((await x()) < 400, 'and on the left, where lines begin there');
});

test('nothing is said that is not in the catalogue, and everything has room', () => {
  assert.deepEqual([...found], []);
});
test('no page complained', () => assert.deepEqual(problems, []));
