// Texts that an attacker might write to take a page over, and a watch that sees whether one of them
// worked.
import assert from 'node:assert/strict';
import { lasting } from './platform.mjs';

const MARK = '__taken';
/** The tests try each text everywhere; `n` tells the places apart. */
export const MARKUP = `"><img src=x onerror="${MARK}=1"><script>${MARK}=1</script>`;
export const BIDI = 'Invoice\u202Egnp.exe\u2066 \u200B\u200D\uFEFF\u061C';
export const LONG = 'W'.repeat(10_000);
export const LINKS = [
  `javascript:${MARK}=1`,
  `data:text/html,<script>${MARK}=1</script>`,
  'https://evil.test/pixel.png',
  '![x](https://evil.test/pixel.png)',
  '<a href="javascript:0">x</a>',
  '{{constructor.constructor("return 1")()}}',
].join('\n');
/** Hostile file names. The last one consists of invisible characters only. */
export const NAMES = [
  '"><img src=x onerror="__taken=1">.pdf',
  '<script>__taken=1<\u2044script>.pdf',
  'Invoice\u202Efdp.exe\u2066.pdf',
  '../../etc/passwd.pdf',
  `${'W'.repeat(200)}.pdf`,
  '\u200B\u200D\u2060\uFEFF',
];
export const TURNING = /[\u202a-\u202e\u2066-\u2069\u200e\u200f]/;
export const TEXTS = { markup: MARKUP, bidi: BIDI, links: LINKS, long: LONG };

/** Watches a page from before its first script; returns the list of the events that it saw. */
export async function guarded(context, origin) {
  // The page's policy names the one other origin: the bucket with the files.
  const policy = (await fetch(origin)).headers.get('content-security-policy') ?? '';
  const ours = [origin, /connect-src 'self' (\S+?);/.exec(policy)?.[1]];
  const events = [];
  await context.addInitScript((mark) => {
    Object.defineProperty(globalThis, mark, {
      set() {
        console.error('TAKEN: something that was written was run');
      },
    });
  }, MARK);
  context.on('page', (page) => {
    page.on('dialog', (dialog) => events.push(`a dialog: ${dialog.message()}`));
    page.on('console', (m) => m.text().includes('TAKEN') && events.push(m.text()));
    page.on('console', (m) => m.text().includes('Content Security') && events.push(m.text()));
    page.on('request', (request) => {
      const url = request.url();
      if (!/^(data|blob):/.test(url) && !ours.includes(new URL(url).origin)) events.push(url);
    });
  });
  return events;
}

/** Tests that no hostile text became an element, and that the page holds its width. */
export async function holds(page, what) {
  const found = await page.evaluate(() => {
    const roots = [
      document,
      ...[...document.querySelectorAll('*')].flatMap((e) => e.shadowRoot ?? []),
    ];
    const all = roots.flatMap((root) => [...root.querySelectorAll('body *, *')]);
    const bad = all.filter(
      (e) =>
        e.matches('iframe, object, embed, form[action], base, meta[http-equiv="refresh"]') ||
        (e.matches('script') && !e.getAttribute('src')) ||
        [...e.attributes].some((a) => /^on/i.test(a.name)) ||
        (e.matches('a[href]') && !/^(https?:|tel:|sip:|mailto:|blob:)/.test(e.href)) ||
        (e.matches('img') &&
          !/^(\/|blob:|data:image|http:\/\/localhost:\d+\/files\/files\/[0-9a-f]{32}\?)/.test(
            e.getAttribute('src')?.replace(location.origin, '') ?? '',
          )),
    );
    return bad.map((e) => e.outerHTML.slice(0, 120));
  });
  assert.deepEqual(found, [], what);
  const sideways = () =>
    page.evaluate(() => {
      const { scrollWidth } = document.documentElement;
      return scrollWidth > innerWidth ? [`${scrollWidth} of ${innerWidth}`] : [];
    });
  assert.deepEqual(await lasting(sideways), [], `${what} scrolls sideways`);
}
