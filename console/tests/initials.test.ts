import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { initials } from '@/ui/initials';

const page = readFileSync(`${process.cwd()}/../infra/local/pages/sandbox.html`, 'utf8');
const [part = ''] = /const signs = [\s\S]*?\nfunction initials[\s\S]*?\n\}\n/.exec(page) ?? [];
/** The sandbox is a page without a build: its function stands in its script. */
const inSandbox = new Function(`${part}return initials;`)() as (customer: {
  name: string;
  address: string;
}) => string;

const NAMES: [string, string, string][] = [
  ['two words', 'Amelia Fox', 'AF'],
  ['three words', 'Ana María de la Cruz', 'AC'],
  ['one word', 'amelia', 'A'],
  ['one letter', 'q', 'Q'],
  ['brackets', '(Bob) “Fox”', 'BF'],
  ['a number', '+44 7700 900123', '23'],
  ['an emoji with a joiner', '👩‍👩‍👧 🎉', '👩‍👩‍👧'],
  ['a flag', '🇪🇸', '🇪🇸'],
  ['an emoji before the name', '🎉 Mia', 'M'],
  ['Hebrew', 'דנה לוי', 'דל'],
  ['Arabic letters, which do not join', 'ليلى حسن', 'ل\u200cح'],
  ['a mark for the direction', '\u200fדנה', 'ד'],
  ['an accent in a sign of its own', 'E\u0301lodie', 'E\u0301'],
  ['Chinese', '王小明', '王'],
];

describe('the initials of a name', () => {
  it.each(NAMES)('%s', (_, name, expected) => {
    expect(initials(name)).toBe(expected);
    expect(inSandbox({ name, address: '447700900123' })).toBe(expected);
  });

  it('the sandbox shows the last digits of a customer without a name', () => {
    for (const name of ['', ' ', '\u200f']) {
      expect(inSandbox({ name, address: '447700900123' })).toBe('23');
    }
    expect(initials('')).toBe('');
  });
});
