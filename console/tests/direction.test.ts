import { expect, it } from 'vitest';

const files = import.meta.glob(['../src/**/*.vue', '../src/**/*.css'], {
  query: '?raw',
  import: 'default',
  eager: true,
}) as Record<string, string>;

/** Declarations that name a side of the screen, whatever the direction of the page. */
const PHYSICAL = [
  /(?:margin|padding|scroll-margin|scroll-padding|border)-(?:left|right)\b/,
  /border-(?:top|bottom)-(?:left|right)-radius/,
  /(?:^|[\s;{])(?:left|right)\s*:/,
  /(?:text-align|float|clear|caption-side)\s*:\s*(?:left|right)\b/,
  /translateX\((?![^;]*--onward)/,
  /\bside="(?:left|right)"/,
];

/** True for `1px 2px 3px 4px` with different sides. */
function uneven(line: string): boolean {
  const [, value = ''] = /(?:margin|padding|inset|border-width)\s*:\s*([^;]+);/.exec(line) ?? [];
  const parts = value.match(/(?:[^\s()]|\((?:[^()]|\([^()]*\))*\))+/g) ?? [];
  return parts.length === 4 && parts[1] !== parts[3];
}

/** The rules that may name a side, and the reason. */
const EXCEPTIONS: Record<string, string> = {
  '../src/ui/AppTips.vue': 'stands where the browser measured its control: from the left',
};

const physical = (line: string) => PHYSICAL.some((found) => found.test(line)) || uneven(line);

it('the check recognises a side of the screen', () => {
  const sides = [
    '  margin-left: auto;',
    '  border-right: 0;',
    '  left: 50%;',
    '  text-align: right;',
    '  border-top-left-radius: 4px;',
    '  padding: 0 var(--s-2) 0 var(--s-4);',
    '  transform: translateX(12px);',
    '<AppTip side="right">',
  ];
  const lines = [
    '  margin-inline-start: auto;',
    '  inset: 0 0 auto;',
    '  padding: 0 calc(1px + var(--s-2)) 4px calc(1px + var(--s-2));',
    '  transform: translateX(calc(12px * var(--onward)));',
    '  text-align: start;',
    '  grid-area: left;',
  ];
  expect(sides.filter((line) => !physical(line))).toEqual([]);
  expect(lines.filter(physical)).toEqual([]);
});

it('every style follows the direction of the page', () => {
  expect(Object.keys(files).length).toBeGreaterThan(90);
  const found = Object.entries(files).flatMap(([name, text]) => {
    if (name in EXCEPTIONS) return [];
    const style = name.endsWith('.css') ? text : text.replace(/<script[\s\S]*?<\/script>/g, '');
    return style
      .split('\n')
      .filter(physical)
      .map((line) => `${name}: ${line.trim()}`);
  });
  expect(found).toEqual([]);
});
