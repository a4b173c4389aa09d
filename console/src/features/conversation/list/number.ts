/**
 * Phone numbers in people's notations; the same rule as the server's, tested with the same table.
 */
const GAPS = /[ \u00a0\u2000-\u200a\u202f\u205f\u3000]/g;
const ZEROS = [0xff10, 0x660, 0x6f0, 0x966];

function ascii(character: string): string {
  const code = character.charCodeAt(0);
  for (const zero of ZEROS) if (code >= zero && code < zero + 10) return String(code - zero);
  if (/[\u2010-\u2015\u2212\uff0d]/.test(character)) return '-';
  return { '＋': '+', '（': '(', '）': ')', '／': '/' }[character] ?? character;
}

const plain = (text: string) => [...text.replace(GAPS, '')].map(ascii).join('');

/** The digits of a text that holds nothing but digits and separators. */
function digits(text: string): string | undefined {
  return /^[()/.-]*\+?[\d()/.-]*$/.test(text) ? text.replace(/\D/g, '') : undefined;
}

/** The part of a number to search for: without `+` or `00`, and without the zero of `0176`. */
export function searchedNumber(search: string): string | undefined {
  const text = plain(search.trim().replace(/^tel:/, '')).replace('(0)', '');
  const found = digits(text);
  if (found === undefined || text.startsWith('+')) return found || undefined;
  return found.replace(/^00?/, '') || undefined;
}

/** Tests whether an address is a phone number that contains these digits. */
export function numberHas(address: string, wanted: string | undefined): boolean {
  return wanted !== undefined && Boolean(digits(plain(address))?.includes(wanted));
}
