import { describe, expect, it } from 'vitest';
import { links } from '@/client/links';
import { runs } from '@/thread/rich';
import { LINKS } from './support/links';

describe('an address in a text', () => {
  it.each(LINKS)('is found as it was meant, in %j', (written, ...expected) => {
    expect(links(written).map(({ text }) => text)).toEqual(expected);
  });

  it.each(LINKS)('loses no character of the text around it, in %j', (written) => {
    const parts = runs(written);
    expect(parts.map(({ text }) => text).join('')).toBe(written);
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
