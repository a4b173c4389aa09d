import { type Named, pieces } from '@/composer/mentions';

export interface Run {
  text: string;
  href?: string;
  mention?: string;
}

const LINK = /\bhttps?:\/\/[^\s<>"'`\p{Cc}\p{Cf}]{2,2000}/giu;
/** What ends a sentence ends the address before it. */
const TRAILING = /[.,;:!?…)\]}'"»”’]+$/;
/** Whoever writes more than this at once does not mean the links in it. */
const LINKS = 50;

/** Addresses that begin with http become links; names that are mentioned are marked. */
export function runs(text: string, people: readonly Named[] = []): Run[] {
  const out: Run[] = [];
  let at = 0;
  for (const match of [...text.matchAll(LINK)].slice(0, LINKS)) {
    const written = trim(match[0]);
    const href = address(written);
    if (!href) continue;
    out.push(...named(text.slice(at, match.index), people), { text: written, href });
    at = match.index + written.length;
  }
  out.push(...named(text.slice(at), people));
  return out;
}

function named(text: string, people: readonly Named[]): Run[] {
  if (!text) return [];
  return people.length && text.includes('@') ? pieces(text, people) : [{ text }];
}

/** A closing bracket belongs to an address that has opened one. */
function trim(written: string): string {
  const cut = written.replace(TRAILING, '');
  return written[cut.length] === ')' && cut.includes('(') ? `${cut})` : cut;
}

function address(written: string): string | undefined {
  try {
    const url = new URL(written);
    return (url.protocol === 'https:' || url.protocol === 'http:') && url.hostname
      ? url.href
      : undefined;
  } catch {
    return undefined;
  }
}
