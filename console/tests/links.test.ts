import { describe, expect, it, vi } from 'vitest';
import { links } from '@/engine/links';
import { runs } from '@/features/message/rich';
import { linked } from '@/widget/dom';
import { linkedLater } from '@/widget/linked-later';
import { MORE } from '@/widget/load-more';
import { LINKS } from './support/links';

describe('an address in a text', () => {
  it.each(LINKS)('the address is found as its writer meant it, in %j', (written, ...expected) => {
    expect(links(written).map(({ text }) => text)).toEqual(expected);
  });

  it.each(LINKS)('console and widget agree, and lose no character, in %j', (written) => {
    const inConsole = runs(written);
    expect(inConsole.map(({ text }) => text).join('')).toBe(written);
    const inWidget = linked(written);
    const texts = inWidget.map((part) => (typeof part === 'string' ? part : part.textContent));
    expect(texts.join('')).toBe(written);
    const anchors = inWidget.filter((part) => part instanceof HTMLAnchorElement);
    expect(anchors.map((a) => a.getAttribute('href'))).toEqual(
      inConsole.flatMap(({ href }) => href ?? []),
    );
  });

  it('the widget makes links once its second part is loaded, and shows text until then', async () => {
    expect(linkedLater('No address')).toEqual(['No address']);
    // Here no script ever loads: the part is there once the attempt is over.
    Object.assign(window, { [MORE]: { linked } });
    const place = document.createElement('p');
    const text = 'See *https://e.com/b*.';
    place.append(...linkedLater(text));
    expect([place.textContent, place.querySelector('a')]).toEqual([text, null]);
    await vi.waitFor(() => expect(place.querySelector('a')?.textContent).toBe('https://e.com/b'));
    expect(place.textContent).toBe(text);
  });

  it('a link leads to the address that it shows', () => {
    const hrefs = (text: string) => links(text).map(({ href }) => href);
    expect(hrefs('https://e.com/trip/\\')).toEqual(['https://e.com/trip/']);
    expect(hrefs('https://münchen.de/straße')).toEqual(['https://xn--mnchen-3ya.de/stra%C3%9Fe']);
  });

  it('a text has at most fifty links, and a long text is scanned at once', () => {
    expect(links('https://e.com '.repeat(1_000))).toHaveLength(50);
    const before = performance.now();
    for (const hostile of ['(', '*', 'https://', 'https://e.com/(', '_https://a', '。']) {
      links(hostile.repeat(20_000));
      links(`https://e.com/${hostile.repeat(20_000)}`);
    }
    expect(performance.now() - before).toBeLessThan(2_000);
  });
});
