import { expect, it } from 'vitest';
import { segments } from './segments';

const of = (text: string) => {
  const { encoding, count, rest } = segments(text);
  return [encoding, count, rest];
};

it('a text of plain letters parts after 160 and then after each 153', () => {
  expect(of('')).toEqual(['gsm7', 1, 160]);
  expect(of('a'.repeat(160))).toEqual(['gsm7', 1, 0]);
  expect(of('a'.repeat(161))).toEqual(['gsm7', 2, 145]);
  expect(of('a'.repeat(307))).toEqual(['gsm7', 3, 152]);
});

it('an emoji or another script makes every character wide', () => {
  expect(of('漢'.repeat(70))).toEqual(['ucs2', 1, 0]);
  expect(of('漢'.repeat(71))).toEqual(['ucs2', 2, 63]);
  // Two units of an emoji never part: 66 units, then the emoji in the next segment.
  expect(of(`${'漢'.repeat(66)}😀${'漢'.repeat(10)}`)).toEqual(['ucs2', 2, 55]);
});

it('signs of the extension table take two units and never part', () => {
  expect(of('€'.repeat(80))).toEqual(['gsm7', 1, 0]);
  expect(of('€'.repeat(81))).toEqual(['gsm7', 2, 143]);
});
