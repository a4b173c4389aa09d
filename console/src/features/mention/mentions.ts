/** The text before the cursor that begins a mention or a command. */
export interface Token {
  start: number;
  query: string;
}

/** A sign at the beginning of a word, up to the cursor; names may hold one space. */
export function tokenAt(text: string, cursor: number, sign: '@' | '/' | ':'): Token | undefined {
  const before = text.slice(0, cursor);
  const start = before.lastIndexOf(sign);
  if (start < 0) return undefined;
  const previous = before[start - 1];
  if (previous !== undefined && !/[\s(]/.test(previous)) return undefined;
  const query = before.slice(start + 1);
  const fits =
    sign === '/'
      ? /^[^\s/]{0,40}$/
      : sign === ':'
        ? /^[\p{L}+-][\p{L}\p{M}\p{N}_+-]{1,30}$/u
        : /^[\p{L}\p{M}\p{N}.'’-]{0,30}( [\p{L}\p{M}\p{N}.'’-]{0,30})?$/u;
  return fits.test(query) ? { start, query } : undefined;
}

export interface Named {
  id: string;
  name: string;
}

export interface Piece {
  text: string;
  /** The mentioned agent's id, if the piece is a mention. */
  mention?: string;
}

/** Cuts a text at the mentioned names; the longest name wins. */
export function pieces(text: string, people: readonly Named[]): Piece[] {
  const names = people.filter(({ name }) => name).sort((a, b) => b.name.length - a.name.length);
  const out: Piece[] = [];
  let plain = '';
  for (let at = 0; at < text.length; ) {
    const found =
      text[at] === '@'
        ? names.find(
            ({ name }) =>
              text.startsWith(name, at + 1) &&
              !/[\p{L}\p{N}]/u.test(text[at + 1 + name.length] ?? ' '),
          )
        : undefined;
    if (!found) {
      plain += text[at];
      at += 1;
      continue;
    }
    if (plain) out.push({ text: plain });
    plain = '';
    const end = at + 1 + found.name.length;
    out.push({ text: text.slice(at, end), mention: found.id });
    at = end;
  }
  if (plain) out.push({ text: plain });
  return out;
}

/** The agents whom a text mentions. */
export const mentioned = (text: string, people: readonly Named[]): string[] => [
  ...new Set(pieces(text, people).flatMap(({ mention }) => mention ?? [])),
];
