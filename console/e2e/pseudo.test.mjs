// The console in a pseudo-language, from right to left: a text without brackets does not come from
// the catalogue, and the longer words must fit.
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { pseudoPlugin } from '../dev/pseudo.mjs';
import { bursting } from './bursting.mjs';
import { lasting, start, violations } from './platform.mjs';
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

/** People's own texts and names, which no catalogue holds. */
async function told() {
  const paths = ['agents', 'queues', 'settings', `conversations/${world.conversation}`];
  const answers = await Promise.all(paths.map((path) => world.api.ask('GET', `/v1/${path}`)));
  const theirs = [
    'Deutsch',
    'Español',
    'Ines Costa',
    'Where is my parcel?',
    'Known batch?',
    'WhatsApp',
    'Switchboard',
  ];
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
      // An element of its own may hold a part of the sentence.
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
  // A reference, an address or an initial.
  if (/^[\dA-Z]{2,4}(-[\dA-Z]+)*$/.test(said) || /^(https?|tel|sip):/.test(said)) return false;
  // An id. The last line allows several names, one after the other.
  if (/^[\da-z]{16}$/.test(said)) return false;
  return !said.split(/, | and /).every((part) => known.includes(part.toLowerCase()));
}

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
    const wide = await lasting(async () => ((await across()) > width ? [await across()] : []));
    if (wide.length) found.add(`${name}: ${wide} pixels wide in a window of ${width}`);
    for (const what of await bursting(page)) found.add(`${name}, ${width}: ${what}`);
  }
  await page.setViewportSize({ width: 1440, height: 900 });
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/rtl-${name}.png` });
}

step('an agent’s screens are all words of the catalogue', () => tour(world, judge));
step('the screens of colleagues, managers and admins are all words of the catalogue', () =>
  others(world, judge),
);

step('the panels change sides from right to left', async () => {
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

test('every text is in the catalogue, and fits', () => {
  assert.deepEqual([...found], []);
});
test('no page logged an error', () => assert.deepEqual(problems, []));
