import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { numberHas, searchedNumber } from '@/features/conversation/list/number';

const table = JSON.parse(readFileSync('../shared/domain/examples/numbers.json', 'utf8')) as {
  found: [string, string][];
  not_found: [string, string][];
};
const finds = (address: string, search: string) => numberHas(address, searchedNumber(search));

describe('a phone number', () => {
  it.each(table.found)('%s is found by %s', (address, search) => {
    expect(finds(address, search)).toBe(true);
  });
  it.each(table.not_found)('%s is not found by %s', (address, search) => {
    expect(finds(address, search)).toBe(false);
  });
});
