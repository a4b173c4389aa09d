// Words that do not fit into their box.
import { lasting } from './platform.mjs';

/** The controls and texts that stick out of their panel, dialog or menu. */
const look = (page) =>
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
        // A box that scrolls or clips shows its content in another way.
        while (over !== box && getComputedStyle(over).overflowX === 'visible')
          over = over.parentElement;
        const { position, overflowX } = getComputedStyle(over);
        if (over === box && overflowX === 'visible' && position !== 'fixed')
          outside.push(`“${one.textContent.trim().slice(0, 40)}” sticks out of ${box.tagName}`);
      }
    }
    return outside;
  });

/** The words that stick out of their boxes, once everything has reached its place. */
export const bursting = (page) => lasting(() => look(page));

/**
 * The console's words that their box cuts off. The class `clip` allows it, and so does `theirs`:
 * names and people's own words.
 */
export const cut = (page, theirs) =>
  page.evaluate((known) => {
    const found = [];
    for (const one of document.querySelectorAll('nav *, main *, aside *')) {
      const own = [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
      if (!own || one.closest('.hidden, .clip, [aria-hidden="true"]') || !one.checkVisibility())
        continue;
      const said = one.textContent.trim();
      if (known.some((text) => said.includes(text))) continue;
      let box = one;
      while (box && !['hidden', 'clip'].includes(getComputedStyle(box).overflowX))
        box = box.parentElement;
      if (!box || box.matches('.frame, body, html')) continue;
      const range = document.createRange();
      range.selectNodeContents(one);
      const [text, around] = [range, box].map((it) => it.getBoundingClientRect());
      if (text.right > around.right + 1 || text.left < around.left - 1)
        found.push(`“${said.slice(0, 60)}” is cut off`);
    }
    return found;
  }, theirs);
