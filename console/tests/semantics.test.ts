import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const files = Object.entries(
  import.meta.glob(['../src/**/*.vue', '!../src/widget/**'], {
    query: '?raw',
    import: 'default',
    eager: true,
  }) as Record<string, string>,
).map(([path, text]) => ({
  name: path.replace('../src/', ''),
  markup: text.slice(text.indexOf('\n<template>'), text.lastIndexOf('</template>')),
}));
/** The opening tags of a template that match. */
const tags = (markup: string, fits: RegExp) =>
  (markup.match(/<[a-zA-Z][^<>]*(?:=>[^<>]*)*>/g) ?? []).filter((tag) => fits.test(tag));
const sheet = (name: string) => readFileSync(`${process.cwd()}/src/${name}`, 'utf8');

describe('the structure for screen readers', () => {
  it('every region, list of options and group of tabs has a name', () => {
    const NAMED =
      /^<(main|nav|aside)\b|role="(listbox|region|dialog|tablist|toolbar|radiogroup|group)"/;
    const nameless = files.flatMap(({ name, markup }) =>
      tags(markup, NAMED)
        .filter((tag) => !/aria-label/.test(tag) && !/^<main class="page"/.test(tag))
        .map((tag) => `${name}: ${tag.slice(0, 90)}`),
    );
    expect(nameless).toEqual([]);
  });

  it('a dialog’s header is no banner: it belongs to the dialog', () => {
    const overlays = files.filter(({ markup }) =>
      /DialogContent|role="(alert)?dialog"/.test(markup),
    );
    expect(overlays.length).toBeGreaterThan(3);
    const banners = overlays.flatMap(({ name, markup }) =>
      tags(markup, /^<(header|footer)\b/)
        .filter(
          (tag) => !/role="presentation"/.test(tag) && !/<(section|main|aside)\b/.test(markup),
        )
        .map(() => name),
    );
    expect(banners).toEqual([]);
  });

  it('attaching is one button: the field behind it is hidden from everybody', () => {
    const pickers = files.flatMap(({ markup }) => tags(markup, /type="file"/));
    expect(pickers.length).toBeGreaterThan(0);
    for (const tag of pickers) expect(tag).toMatch(/\shidden\b/);
  });
});

describe('fields on a phone', () => {
  it('letters have 16 px, so that nothing zooms', () => {
    const base = sheet('styles/base.css');
    const rule =
      /@media \(max-width: 760px\), \(pointer: coarse\) \{\s+input,\s+textarea,\s+select,[^}]*font-size: max\(1rem, 16px\) !important/;
    expect(base).toMatch(rule);
    // No other rule is stronger.
    for (const { name } of files) {
      expect(sheet(name), name).not.toMatch(/font-size:[^;]*!important/);
    }
    expect(sheet('widget/chat.css')).toMatch(
      /@media \(pointer: coarse\) \{\s+textarea,\s+input \{\s+font-size: 16px;/,
    );
  });
});
