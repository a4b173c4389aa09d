import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

type Scheme = 'light' | 'dark';
type Tokens = Map<string, [string, string]>;

const css = (name: string) =>
  readFileSync(`${process.cwd()}/src/styles/${name}.css`, 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');

/** Every `--name: light-dark(#…, #…)` of a stylesheet. */
function colours(text: string): Tokens {
  const found: Tokens = new Map();
  const pattern = /--([\w-]+):\s*light-dark\((#[0-9a-f]{6}),\s*(#[0-9a-f]{6})\)/g;
  for (const [, name = '', light = '', dark = ''] of text.matchAll(pattern)) {
    found.set(name, [light, dark]);
  }
  return found;
}

const normal = new Map([...colours(css('tokens')), ...colours(css('colours'))]);
const high = new Map([...normal, ...colours(css('contrast'))]);

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(tokens: Tokens, scheme: Scheme, one: string, other: string): number {
  const at = scheme === 'light' ? 0 : 1;
  const [a, b] = [one, other].map((name) => {
    const colour = tokens.get(name)?.[at];
    if (!colour) throw new Error(`--${name} is no colour`);
    return luminance(colour);
  }) as [number, number];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

const GROUNDS = ['canvas', 'surface', 'raised', 'sunken', 'hover'];
const LABELS = ['red', 'orange', 'yellow', 'green', 'teal', 'blue', 'purple', 'grey'];
const on = (grounds: string[], ...inks: string[]) =>
  grounds.flatMap((ground) => inks.map((ink): [string, string] => [ink, ground]));

/** Each text colour with each ground under it. */
const TEXT: [string, string][] = [
  ...on([...GROUNDS, 'bubble'], 'ink', 'ink-2', 'ink-3'),
  ...on(
    GROUNDS,
    'accent',
    'danger',
    'success',
    'waiting',
    'talk-ink',
    'coach-ink',
    'warn-ink',
    'public-ink',
  ),
  ...on(['accent-soft'], 'ink', 'ink-2', 'accent', 'accent-strong', 'waiting', 'danger'),
  ...on(['comment'], 'ink', 'comment-ink'),
  ...on(['warn'], 'ink', 'warn-ink'),
  ...on(['talk', 'talk-raised'], 'ink', 'ink-2', 'talk-ink'),
  ...on(['coach'], 'ink', 'ink-2', 'coach-ink'),
  ...on(['danger-soft'], 'ink', 'danger'),
  ...on(['success-soft'], 'ink', 'success'),
  ...on(['accent', 'accent-strong'], 'on-accent'),
  ['on-waiting', 'waiting'],
  ['on-tip', 'tip'],
  ['surface', 'talk-ink'],
  ['surface', 'coach-ink'],
  ['surface', 'danger'],
  ['comment', 'comment-ink'],
  ['ink', 'selection'],
  ...LABELS.map((label): [string, string] => [`${label}-ink`, `${label}-soft`]),
];

/** Signs that must be visible without being read: WCAG 1.4.11. */
const SIGNS = on(
  ['canvas', 'surface', 'raised', 'sunken'],
  'accent',
  'line-strong',
  'waiting',
  'new',
  'away',
  ...LABELS,
);

describe.each([
  ['light', normal, 4.5],
  ['dark', normal, 4.5],
  ['light', high, 7],
  ['dark', high, 7],
] as [Scheme, Tokens, number][])('the %s theme', (scheme, tokens, least) => {
  const weak = (pairs: [string, string][], limit: number) =>
    pairs
      .map(([ink, ground]) => ({ ink, ground, is: contrast(tokens, scheme, ink, ground) }))
      .filter(({ is }) => is < limit)
      .map(({ ink, ground, is }) => `${ink} on ${ground}: ${is.toFixed(2)}`);

  it(`every text has ${least}:1 on every ground under it`, () => {
    expect(weak(TEXT, least)).toEqual([]);
  });

  it('every sign has 3:1', () => {
    expect(weak(SIGNS, 3)).toEqual([]);
  });
});

it('no component has a colour of its own', () => {
  const files = import.meta.glob(['../src/**/*.vue', '!../src/widget/**'], {
    query: '?raw',
    import: 'default',
    eager: true,
  }) as Record<string, string>;
  expect(Object.keys(files).length).toBeGreaterThan(40);
  const own = Object.entries(files).flatMap(([name, text]) =>
    (text.match(/<style[\s\S]*?<\/style>/g)?.join('') ?? '')
      .split('\n')
      .filter((line) => /#[0-9a-f]{3,8}\b|light-dark\(|\brgba?\(/i.test(line))
      .map((line) => `${name}: ${line.trim()}`),
  );
  expect(own).toEqual([]);
});

it('the ground of comments is only for text that only colleagues read', () => {
  const MAY = [
    'MessageBubble',
    'ComposerField',
    'CustomerComposer',
    'NotesSection',
    'RichText',
    'MentionsList',
  ];
  const files = import.meta.glob(['../src/**/*.vue', '!../src/widget/**'], {
    query: '?raw',
    import: 'default',
    eager: true,
  }) as Record<string, string>;
  const used = Object.entries(files).filter(([, text]) => /--comment\b/.test(text));
  const named = used.map(([path]) => path.replace(/^.*\/(\w+)\.vue$/, '$1'));
  expect(named.filter((name) => !MAY.includes(name))).toEqual([]);
  // In the composer the ground belongs to the mode, and to nothing else.
  const composer = used.find(([path]) => path.endsWith('CustomerComposer.vue'))?.[1] ?? '';
  const style = composer.slice(composer.indexOf('<style'));
  const rules = style.split(/\n(?=[.[])/).filter((rule) => rule.includes('--comment'));
  for (const rule of rules) expect(rule).toContain('[data-mode="comment"]');
});

/** The style sheets of the console and the style blocks of its components, by file. */
const styles = readdirSync(`${process.cwd()}/src`, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(vue|css)$/.test(name) && !/^(widget|demo)\/|^styles\/tokens/.test(name))
  .map((name) => {
    const text = readFileSync(`${process.cwd()}/src/${name}`, 'utf8');
    const blocks = [...text.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g)].map((m) => m[1]);
    return { name, all: text, text: name.endsWith('.vue') ? blocks.join('\n') : text };
  });

/** Where a token exists, a literal is a mistake: what each property may hold. */
const HELD: Record<string, RegExp> = {
  'font-weight': /^(var\(--w-\w+\)|inherit)$/,
  'font-size': /^(var\(--t-\w+\)|inherit|max\(1rem, 16px\) !important)$/,
  'line-height': /^(var\(--(l-\w+|pill)\)|1|inherit)$/,
  'z-index': /^(var\(--z-\w+\)|auto|0|-1)$/,
  'border-radius': /^((var\(--r-\w+\)|0)( (var\(--r-\w+\)|0))*|50%|inherit)$/,
};

describe('literals', () => {
  it.each(Object.entries(HELD))('%s is set by tokens only', (property, held) => {
    const found = styles.flatMap(({ name, text }) =>
      [...text.matchAll(new RegExp(`(?<![\\w-])${property}:\\s*([^;}]+)`, 'g'))]
        .map(([, value = '']) => value.trim())
        .filter((value) => !held.test(value))
        .map((value) => `${name}: ${property}: ${value}`),
    );
    expect(found).toEqual([]);
  });

  it('every token that a rule names exists', () => {
    const known = new Set(
      [...styles.map(({ all }) => all), css('tokens')].flatMap((text) =>
        [...text.matchAll(/(--[\w-]+)['"`]?\s*[:,]/g)].map(([, name]) => name),
      ),
    );
    // Reka UI and the panels' script set these.
    const set = /^--(reka-|list-width|details-width)/;
    const missing = styles.flatMap(({ name, text }) =>
      [...text.matchAll(/var\((--[\w-]+)\)/g)]
        .map(([, token = '']) => token)
        .filter((token) => !known.has(token) && !set.test(token))
        .map((token) => `${name}: ${token}`),
    );
    expect(missing).toEqual([]);
  });
});
