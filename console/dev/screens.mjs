// Takes pictures of every screen into $SCREENS (default /tmp/screens); axe and CSP judge each of
// them.
import { mkdir, readFile } from 'node:fs/promises';
import { chromium } from 'playwright-core';
import { fake, ORIGIN } from './fake.mjs';
import { shots } from './shots.mjs';

const out = process.env.SCREENS ?? '/tmp/screens';
const only = process.argv[2];
// SIZES=wide,laptop,tablet,phone limits the sizes; PREFERENCES='{"contrast":"high"}' sets preferences.
const chosen = process.env.SIZES?.split(',');
const preferences = process.env.PREFERENCES;
await mkdir(out, { recursive: true });
const axe = await readFile(new URL('../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
});
const sizes = {
  wide: { width: 1440, height: 900 },
  laptop: { width: 1280, height: 720 },
  tablet: { width: 1024, height: 768 },
  phone: { width: 390, height: 844 },
};
let problems = 0;
const complain = (text) => {
  problems += 1;
  console.error(`✗ ${text}`);
};

try {
  for (const [name, shot] of Object.entries(shots)) {
    if (only && !name.includes(only)) continue;
    for (const [size, viewport] of Object.entries(sizes)) {
      if (shot.only ? shot.only !== size : chosen && !chosen.includes(size)) continue;
      for (const scheme of shot.scheme ?? ['light', 'dark']) {
        const label = `${name}-${size}-${scheme}`;
        const context = await browser.newContext({
          viewport,
          colorScheme: scheme,
          locale: 'en-GB',
          bypassCSP: false,
          hasTouch: size === 'phone',
        });
        const page = await context.newPage();
        page.setDefaultTimeout(4000);
        page.on('console', (m) => {
          if (m.type() === 'error' && !/Failed to load resource/.test(m.text()))
            complain(`${label}: ${m.text()}`);
        });
        page.on('pageerror', (e) => complain(`${label}: ${e.message}`));
        try {
          if (preferences) {
            await page.addInitScript(
              ([key, value]) => localStorage.setItem(key, value),
              [`preferences:${shot.who ?? 'mark'}`, preferences],
            );
          }
          const server = await fake(page, shot.who ?? 'mark', shot.world);
          await page.goto(`${ORIGIN}${shot.path ?? '/'}`);
          await shot.go?.(page, server, size);
          await page.waitForTimeout(300);
          // The picture is taken once nothing moves any more.
          await page.evaluate(() => {
            const ends = (one) => Number.isFinite(one.effect?.getComputedTiming().endTime);
            const moving = document.getAnimations().filter(ends);
            return Promise.allSettled(moving.map(({ finished }) => finished));
          });
          await page.screenshot({ path: `${out}/${label}.png` });
          const client = await context.newCDPSession(page);
          await client.send('Runtime.evaluate', { expression: axe });
          const answer = await page.evaluate(() =>
            globalThis.axe.run(document, {
              runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'],
            }),
          );
          for (const v of answer.violations) {
            complain(
              `${label}: ${v.id} ${v.nodes
                .slice(0, 3)
                .map((n) => `${n.target} ${n.any[0]?.message ?? ''}`)
                .join(' | ')}`,
            );
          }
          const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
          if (wide) complain(`${label}: scrolls sideways`);
        } catch (error) {
          complain(`${label}: ${error.message.split('\n').slice(0, 4).join(' ')}`);
          await page.screenshot({ path: `${out}/${label}-failed.png` }).catch(() => {});
        }
        await context.close();
      }
    }
  }
} finally {
  await browser.close();
}
console.log(problems ? `${problems} problems` : `All screens in ${out}`);
process.exit(problems ? 1 : 0);
