import { links } from '@/engine/links';
import { type Named, pieces } from '@/features/mention/mentions';

export interface Run {
  text: string;
  href?: string;
  mention?: string;
}

/** Addresses that begin with http become links; mentioned names are highlighted. */
export function runs(text: string, people: readonly Named[] = []): Run[] {
  const out: Run[] = [];
  let at = 0;
  for (const link of links(text)) {
    out.push(...named(text.slice(at, link.at), people), { text: link.text, href: link.href });
    at = link.at + link.text.length;
  }
  out.push(...named(text.slice(at), people));
  return out;
}

function named(text: string, people: readonly Named[]): Run[] {
  if (!text) return [];
  return people.length && text.includes('@') ? pieces(text, people) : [{ text }];
}
