// Windows that leave little room: zoom of 200 % and 400 %, a phone with its keyboard up; and the
// system's wishes: less motion, forced colours, more contrast. The built console, with made-up
// answers.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { bursting } from './bursting.mjs';
import {
  address,
  chat,
  cutWithoutSign,
  everything,
  openDesk,
  ordinary,
  unpressable,
} from './crowd.mjs';
import { lasting, startBrowser, still, violations } from './platform.mjs';
import { accessible, wider } from './steps.mjs';

/** A window of 1440 × 900 at a zoom, as the page sees it. */
const ZOOMS = {
  '200 %': { viewport: { width: 720, height: 450 }, deviceScaleFactor: 2 },
  '400 %': { viewport: { width: 360, height: 225 }, deviceScaleFactor: 4 },
};
const problems = [];
let browser;
before(async () => {
  browser = await startBrowser();
});
after(() => browser?.close());

const full = everything(1);
const plain = chat(2, { lines: ordinary(12) });
const desk = (options) =>
  openDesk(browser, [plain, full, chat(3)], { problems, path: address(plain), ...options });
const close = ({ page }) => page.context().close();

/** Each screen, and the way to it from an open conversation. */
const SCREENS = {
  thread: async ({ at }) => at('composer').waitFor(),
  actions: async ({ page, at }) => {
    await at('action-menu').click();
    await at('menu-copy-id').waitFor();
    return () => page.keyboard.press('Escape');
  },
  dialog: async ({ page, at }) => {
    const button = at('action-discuss');
    if (await button.count()) await button.click();
    else {
      await at('action-menu').click();
      await at('menu-act-discuss').click();
    }
    await at('target-option').first().waitFor();
    return () => page.keyboard.press('Escape');
  },
  palette: async ({ page, at }) => {
    await page.keyboard.press('Control+KeyK');
    await at('palette-query').waitFor();
    return () => page.keyboard.press('Escape');
  },
  contacts: async ({ at }) => {
    await at('open-contacts').click();
    await at('contacts-search').waitFor();
  },
  settings: async ({ at }) => {
    await at('open-settings').click();
    await at('settings').waitFor();
  },
};

async function judge({ page }, what) {
  const found = [];
  const note = (all) => found.push(...all.map((one) => `${what}: ${one}`));
  note(await wider(page));
  note(await bursting(page));
  note(await cutWithoutSign(page));
  note(await unpressable(page));
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/${what}.png` });
  assert.deepEqual(found, []);
  await accessible(page, what);
}

for (const [zoom, options] of Object.entries(ZOOMS)) {
  test(`at a zoom of ${zoom} every screen is whole, and every act in reach`, async () => {
    const it = await desk(options);
    for (const [name, go] of Object.entries(SCREENS)) {
      const back = await go(it);
      await judge(it, `${name} at ${zoom}`);
      await back?.();
    }
    await close(it);
  });
  test(`a chat with everything at a zoom of ${zoom}`, async () => {
    const it = await desk({ ...options, path: address(full) });
    await it.at('action-menu').waitFor();
    await judge(it, `everything at ${zoom}`);
    await close(it);
  });
}

test('on a phone with the keyboard up, field, button and the last message are in sight', async () => {
  const it = await desk({ viewport: { width: 390, height: 844 }, hasTouch: true });
  await it.at('composer').click();
  await it.page.setViewportSize({ width: 390, height: 600 });
  await it.at('composer').fill('One moment please, I am looking at your invoice of last month.');
  const outside = () =>
    it.page.evaluate(() => {
      const log = document.querySelector('#customer-side .message-log').getBoundingClientRect();
      const all = document.querySelectorAll('[data-testid="message"] .row');
      const last = all[all.length - 1].getBoundingClientRect();
      const seen = (rect) => rect.top >= 0 && rect.bottom <= innerHeight;
      const parts = ['composer', 'send', 'mode-comment'].filter(
        (part) => !seen(document.querySelector(`[data-testid="${part}"]`).getBoundingClientRect()),
      );
      if (last.top < log.top - 1 || last.bottom > log.bottom + 1) parts.push('the last message');
      return parts;
    });
  assert.deepEqual(await lasting(outside), []);
  await judge(it, 'keyboard up');
  await close(it);
});

test('with less motion nothing moves for longer than an instant', async () => {
  const it = await desk({ reducedMotion: 'reduce' });
  await it.at('composer').waitFor();
  it.server.push({ type: 'typing', conversation: plain[0].id, by: 'customer' });
  await it.at('action-menu').click();
  const moving = () =>
    it.page.evaluate(() =>
      document
        .getAnimations()
        .filter((one) => one.playState === 'running')
        .filter((one) => Number(one.effect?.getComputedTiming().endTime) > 20)
        .map(
          (one) =>
            `${one.effect?.target?.className}: ${one.animationName ?? one.transitionProperty}`,
        ),
    );
  assert.deepEqual(await lasting(moving), []);
  await close(it);
});

for (const [what, options] of Object.entries({
  'forced colours': { forcedColors: 'active' },
  'more contrast': { contrast: 'more' },
})) {
  test(`with ${what} every screen is whole, and the chosen row has a sign of its own`, async () => {
    const it = await desk({ ...options });
    await it.at('composer').waitFor();
    for (const colorScheme of ['light', 'dark']) {
      await it.page.emulateMedia({ colorScheme });
      await still(it.page);
      await judge(it, `${what}, ${colorScheme}`);
      if (what === 'more contrast') {
        const low = () => violations(it.page, ['color-contrast-enhanced']);
        assert.deepEqual(await lasting(low), [], `${what}, ${colorScheme}`);
      }
    }
    const sign = await it.page.locator('.row[aria-current]').evaluate((row) => {
      const { outlineStyle, boxShadow, borderStyle } = getComputedStyle(row);
      return outlineStyle !== 'none' || boxShadow !== 'none' || borderStyle !== 'none';
    });
    assert.ok(sign, 'the chosen row has an outline');
    await close(it);
  });
}

test('no page logged an error', () => assert.deepEqual(problems, []));
