import { afterEach, describe, expect, it } from 'vitest';
import { nextTick } from 'vue';
import { Console, get, maybe, mine, press } from './support/app';
import { ID } from './support/make';

const files = import.meta.glob('../src/**/*.vue', {
  query: '?raw',
  import: 'default',
  eager: true,
}) as Record<string, string>;

const c = new Console();
afterEach(() => c.close());

describe('the tip of a control', () => {
  it('no control has a title, which only the pointer shows', () => {
    const titled = Object.entries(files).flatMap(([name, text]) =>
      [...text.matchAll(/<([a-z][\w-]*)\b(?:[^>"]|"[^"]*")*?\s:?title=/g)].map(
        ([, tag]) => `${name}: <${tag}>`,
      ),
    );
    expect(titled).toEqual([]);
  });

  it('a tip shows at the keyboard’s focus as under the pointer, and goes with Escape', async () => {
    await c.open('mark', `/c/${ID}`);
    await c.live('mark', [mine()]);
    const menu = get('action-menu');
    menu.dispatchEvent(new Event('pointerover', { bubbles: true }));
    await new Promise((done) => setTimeout(done, 400));
    expect(get('tip').textContent).toBe(menu.dataset.tip);
    document.body.dispatchEvent(new Event('pointerover', { bubbles: true }));
    await nextTick();
    expect(maybe('tip')).toBeUndefined();
    menu.matches = (selector) => selector === ':focus-visible';
    menu.focus();
    await nextTick();
    expect(get('tip').textContent).toBe(menu.dataset.tip);
    await press(c, menu, { key: 'Escape' });
    expect(maybe('tip')).toBeUndefined();
  });
});
