// Presses every visible control once and checks for an effect. Also checks that the focus shows
// everything that the pointer shows.
const CONTROLS = [
  'button',
  'a[href]',
  'summary',
  'input[type=checkbox]',
  'input[type=radio]',
  '[role=button]',
  '[role=menuitem]',
  '[role=menuitemcheckbox]',
  '[role=menuitemradio]',
  '[role=tab]',
  '[role=switch]',
].join(',');

/** Runs inside the page: `crawler` there knows the page's controls and its visible words. */
const INSIDE = (CONTROLS_) => {
  const seen = (e) =>
    e.checkVisibility({
      opacityProperty: true,
      visibilityProperty: true,
      contentVisibilityAuto: true,
    });
  // Time passes by itself, and arrivals are none of the control's doing.
  const VOLATILE = 'time, .numeric, [role=timer], [data-testid=connection], [data-volatile]';
  const roots = () => {
    const found = [document];
    for (const root of found)
      for (const e of root.querySelectorAll('*')) if (e.shadowRoot) found.push(e.shadowRoot);
    return found;
  };
  const all = (selector) => roots().flatMap((root) => [...root.querySelectorAll(selector)]);
  const nameOf = (e) =>
    (e.getAttribute('aria-label') ?? e.labels?.[0]?.innerText ?? e.innerText ?? '')
      .trim()
      .slice(0, 60);
  /** The crawler presses a hidden radio by its label. */
  const shown = (e) => (e.matches('input') && !seen(e) ? e.closest('label') : e) ?? e;
  /** A control that is already in the state of its press, or disabled, need do nothing. */
  const idle = (e) =>
    e.disabled ||
    e.closest('[inert], fieldset:disabled, [aria-disabled=true], [data-disabled]') ||
    e.getAttribute('aria-selected') === 'true' ||
    e.hasAttribute('aria-current') ||
    // An agent who has signed out cannot press anything more; e2e/story.test.mjs covers it.
    e.dataset.testid === 'sign-out' ||
    (e.matches('[type=radio]') && e.checked) ||
    (e.getAttribute('aria-pressed') === 'true' && e.closest('[role=group]'));
  /** One control stands for all controls of its kind, whatever their object. */
  const ALIKE = /^(remap|reset|hear|edit|canned|variable|label|menu-transfer|menu-conference)-.*/;
  const keyOf = (e) => {
    const { testid, tip } = e.dataset;
    if (testid) return testid.replace(ALIKE, '$1');
    const name = (tip ?? nameOf(e)).replace(/\d+/g, '#');
    return `${e.tagName} ${e.getAttribute('role') ?? ''} ${name}`;
  };
  const deep = () => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    return at;
  };
  const state = (e) =>
    [
      'aria-expanded',
      'aria-pressed',
      'aria-selected',
      'aria-checked',
      'disabled',
      'open',
      'hidden',
      'class',
      'style',
      'data-theme',
      'data-density',
    ]
      .map((name) => String(e.getAttribute(name)))
      .join() +
    (e.checked ?? '') +
    (e.value ?? '');
  return {
    keys: () =>
      all(CONTROLS_)
        .filter((e) => seen(shown(e)) && !idle(e))
        .map((e) => ({ key: keyOf(e), name: nameOf(e) || keyOf(e) })),
    find: (key) => all(CONTROLS_).find((e) => seen(shown(e)) && !idle(e) && keyOf(e) === key),
    shown,
    /** Everything that a press could change, except the time. */
    world: () => {
      const parts = [location.href, document.title.replace(/\d+/g, '#')];
      for (const e of all('body *, body')) {
        if (e.closest(VOLATILE) || e.closest('script, style')) continue;
        const own = [...e.childNodes].filter((n) => n.nodeType === 3).map((n) => n.data.trim());
        parts.push(e.tagName, own.join(' ').replace(/\d+/g, '#'), state(e), e.scrollTop || '');
      }
      parts.push(state(document.documentElement));
      return parts.join('\n');
    },
    focus: deep,
    /** The visible words and controls. */
    visible: () => {
      const words = new Set();
      for (const e of all('body *')) {
        if (e.closest(VOLATILE) || e.closest('script, style') || !seen(e)) continue;
        const box = e.getBoundingClientRect();
        if (box.width < 2 || box.height < 2) continue;
        for (const n of e.childNodes)
          if (n.nodeType === 3 && n.data.trim()) words.add(n.data.trim());
        if (e.matches(CONTROLS_)) words.add(`control ${e.getAttribute('aria-label') ?? ''}`);
        // Pseudo-elements count for controls only: asking for all of them takes longer than all the
        // rest.
        for (const part of e.matches(CONTROLS_) ? ['::before', '::after'] : []) {
          const { content, display } = getComputedStyle(e, part);
          if (
            display !== 'none' &&
            /[\p{L}]{2}/u.test(content) &&
            content !== 'none' &&
            content !== 'normal'
          )
            words.add(content);
        }
      }
      return words;
    },
  };
};

/** Makes a page ready for the crawl; call it once, before the page opens. */
export async function ready(page) {
  // A reload starts from an empty storage.
  await page.addInitScript(() => location.protocol === 'about:' || localStorage.clear());
  await page.addInitScript(`globalThis.crawler = (${INSIDE})(${JSON.stringify(CONTROLS)})`);
  const heard = { requests: 0, armed: false };
  const count = () => {
    heard.requests += 1;
  };
  for (const event of ['dialog', 'download', 'popup', 'filechooser']) page.on(event, count);
  page.on('dialog', (dialog) => dialog.dismiss());
  // The route records a press's change and does not carry it out: the next press finds everything
  // as it was.
  await page.route('**/v1/**', (route) => {
    if (heard.armed) count();
    const request = route.request();
    // The console saves preferences some time after the press.
    const changes = heard.armed || request.url().endsWith('/v1/preferences');
    return changes && request.method() !== 'GET' ? route.abort() : route.continue();
  });
  await page.routeWebSocket(/.*/, (own) => {
    const server = own.connectToServer();
    own.onMessage((text) => {
      const said = String(text);
      if (!heard.armed || /"action":"(hello|ping|read|typing|draft)"/.test(said)) server.send(text);
      else count();
    });
  });
  return heard;
}

/**
 * Tests whether a press of this control has an effect within `patience` milliseconds: by key, and
 * if the key has none, by mouse.
 */
export async function press(page, heard, key, patience = 200) {
  const handle = await page.evaluateHandle((k) => crawler.find(k), key);
  const element = handle.asElement();
  if (!element) return 'gone';
  // The link calls another program; none is here, and the page would wait for it.
  if (await element.evaluate((e) => /^(tel|sip|mailto):/.test(e.href ?? ''))) return 'works';
  await element.evaluate((e) => e.focus({ preventScroll: true }));
  const before = await page.evaluate(() => crawler.world());
  const focus = await page.evaluateHandle(() => crawler.focus());
  const requests = heard.requests;
  heard.armed = true;
  const changed = async () => {
    for (const end = Date.now() + patience; ; ) {
      if (heard.requests > requests) return true;
      const now = await page
        .evaluate(([was, at]) => crawler.world() !== was || crawler.focus() !== at, [before, focus])
        // The page is another by now.
        .catch(() => true);
      if (now) return true;
      if (Date.now() > end) return false;
      await page.waitForTimeout(25);
    }
  };
  try {
    await page.keyboard.press((await element.evaluate((e) => e.matches('input'))) ? ' ' : 'Enter');
    if (await changed()) return 'works';
    const at = await element.evaluateHandle((e) => crawler.shown(e));
    const clicked = at.asElement().click({ timeout: 500, noWaitAfter: true });
    await clicked.catch(() => {});
    return (await changed()) ? 'works' : 'dead';
  } finally {
    heard.armed = false;
  }
}

/** Waits until no more controls appear. */
export async function settled(page) {
  const count = () => page.evaluate(() => crawler.keys().length);
  for (let n = 0, was = -1; n < 20; n += 1) {
    const now = await count();
    if (now === was) return;
    was = now;
    await page.waitForTimeout(120);
  }
}

/** The number of open menus, lists and dialogs. */
export const layers = (page) =>
  page
    .evaluate(() => document.querySelectorAll('[role=menu], [role=dialog], [role=listbox]').length)
    .catch(() => 0);
export const there = (page, key) =>
  page.evaluate((k) => Boolean(crawler.find(k)), key).catch(() => false);

/** The words that the pointer over a control shows and its focus does not. */
export async function hoverOnly(page, key) {
  const handle = await page.evaluateHandle((k) => crawler.find(k), key);
  const element = handle.asElement();
  if (!element) return [];
  // A menu that opens under the pointer also opens by a key: `press` has tested it.
  if (await element.evaluate((e) => e.hasAttribute('aria-haspopup'))) return [];
  const shown = await element.evaluateHandle((e) => crawler.shown(e));
  const titled = await shown.evaluate((e) => e.closest('[title]')?.getAttribute('title') ?? '');
  await page.mouse.move(1, 1);
  await element.evaluate(() => document.activeElement?.blur());
  const before = await page.evaluateHandle(() => crawler.visible());
  if (
    !(await shown
      .asElement()
      .hover({ timeout: 500 })
      .then(
        () => true,
        () => false,
      ))
  )
    return [];
  await page.waitForTimeout(SOON);
  const hovered = await page.evaluate(
    (was) => [...crawler.visible()].filter((word) => !was.has(word)),
    before,
  );
  await page.mouse.move(1, 1);
  if (!hovered.length && !titled) return [];
  // A key press before the focus makes it a keyboard's focus.
  await page.keyboard.press('Shift');
  await element.evaluate((e) => e.focus());
  await page.waitForTimeout(SOON);
  const focused = new Set(await page.evaluate(() => [...crawler.visible()]));
  await element.evaluate((e) => e.blur());
  return [...hovered, ...(titled ? [titled] : [])].filter((word) => !focused.has(word));
}
/** Styles show at once. Tips come later, for pointer and focus alike: tests/tips.test.ts. */
const SOON = 40;
