import { describe, expect, it, vi } from 'vitest';
import { links } from '@/engine/links';
import { runs } from '@/features/message/rich';
import { linked } from '@/widget/dom';
import { linkedLater } from '@/widget/linked-later';
import { MORE } from '@/widget/load-more';
import { LINKS } from './support/links';

describe('an address in a text', () => {
  it.each(LINKS)('is found as it was meant, in %j', (written, ...expected) => {
    expect(links(written).map(({ text }) => text)).toEqual(expected);
  });

  it.each(LINKS)('is the same in console and widget, and loses no character, in %j', (written) => {
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

  it('can be followed in the widget once its second part has come, and is text until then', async () => {
    expect(linkedLater('No address')).toEqual(['No address']);
    // Here no script is ever loaded: the part is there once the attempt is over.
    Object.assign(window, { [MORE]: { linked } });
    const place = document.createElement('p');
    const text = 'See *https://e.com/b*.';
    place.append(...linkedLater(text));
    expect([place.textContent, place.querySelector('a')]).toEqual([text, null]);
    await vi.waitFor(() => expect(place.querySelector('a')?.textContent).toBe('https://e.com/b'));
    expect(place.textContent).toBe(text);
  });

  it('leads where it says', () => {
    const hrefs = (text: string) => links(text).map(({ href }) => href);
    expect(hrefs('https://e.com/trip/\\')).toEqual(['https://e.com/trip/']);
    expect(hrefs('https://münchen.de/straße')).toEqual(['https://xn--mnchen-3ya.de/stra%C3%9Fe']);
  });

  it('is found fifty times, and in a long text at once', () => {
    expect(links('https://e.com '.repeat(1_000))).toHaveLength(50);
    const before = performance.now();
    for (const hostile of ['(', '*', 'https://', 'https://e.com/(', '_https://a', '。']) {
      links(hostile.repeat(20_000));
      links(`https://e.com/${hostile.repeat(20_000)}`);
    }
    expect(performance.now() - before).toBeLessThan(2_000);
  });
});
