// The pages and dialogs of the settings, and a walk by Tab through one of them.

export const pages = [
  ...['appearance', 'alerts', 'keys', 'steps', 'teams', 'queues', 'agents', 'assets', 'assets/+'],
  ...['assets/+whatsapp', 'assets/+web', 'assets/wa-demo', 'apiKeys'],
  ...['engage', 'queue', 'timers', 'hours', 'wrapUp', 'transfer', 'lists'],
  ...['canned', 'templates', 'labels', 'attention', 'changes'],
];

/** The page, the button that opens the dialog, and the button of the history within it. */
export const dialogs = [
  ['teams', 'ws-new'],
  ['teams', 'ws-rename'],
  ['teams', 'ws-edit-support', 'ws-history'],
  ['queues', 'ws-new'],
  ['queues', 'ws-edit-support', 'ws-history'],
  ['agents', 'ws-new'],
  ['agents', 'ws-edit-mark', 'ws-history'],
  ['apiKeys', 'key-new'],
  ['apiKeys', 'key-edit-key-shop', 'key-history'],
  ['apiKeys', 'key-rotate-key-shop'],
  ['apiKeys', 'key-revoke-key-shop'],
  ['canned', 'canned-new'],
  ['canned', 'canned-sweep'],
  ['templates', 'template-new'],
];

/** Marks the controls of the page that Tab has to reach; a group of radio buttons is one. */
function mark() {
  const controls = 'input, select, textarea, button, summary, a[href]';
  const shown = (one) => one.getClientRects().length > 0;
  const groups = new Set();
  let count = 0;
  for (const one of document.querySelectorAll(`main.settings :is(${controls})`)) {
    if (!shown(one) || one.disabled || one.tabIndex < 0) continue;
    if (one.type === 'radio') {
      if (groups.has(one.name)) continue;
      groups.add(one.name);
      const whole = document.querySelectorAll(`input[name="${one.name}"]`);
      for (const radio of whole) radio.dataset.sweep = String(count);
    } else one.dataset.sweep = String(count);
    count += 1;
  }
  return count;
}
/** The focused control, and whether a reader sees that it has the focus. */
function look() {
  const at = document.activeElement;
  const ring = (one) => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one);
    return (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none';
  };
  const around = at?.closest('label');
  const name = `${at?.tagName} ${at?.dataset.testid ?? at?.getAttribute('aria-label') ?? at?.textContent?.slice(0, 40)}`;
  return {
    n: at?.dataset.sweep,
    inside: at?.closest('main.settings') !== null,
    name,
    visible: ring(at) || (around !== null && ring(around)),
  };
}
const nameOf = (n) => {
  const one = document.querySelector(`[data-sweep="${n}"]`);
  return `${one.tagName} ${one.dataset.testid ?? one.getAttribute('aria-label') ?? one.textContent?.slice(0, 40)}`;
};

/** Goes through the settings by Tab; answers the controls that it missed or could not be seen at. */
export async function tabbing(page) {
  const count = await page.evaluate(mark);
  const missed = new Set(Array.from({ length: count }, (_, n) => String(n)));
  const faults = [];
  await page.evaluate(() => document.querySelector('main.settings').focus());
  for (let n = 0; n < count + 40 && missed.size; n += 1) {
    await page.keyboard.press('Tab');
    const { n: at, inside, name, visible } = await page.evaluate(look);
    if (!inside) break;
    if (!visible) faults.push(`${name} does not show the focus`);
    if (at !== undefined) missed.delete(at);
  }
  for (const n of missed) faults.push(`${await page.evaluate(nameOf, n)} was not reached`);
  return faults;
}
