/** A link in a text: its position, its written form, and its target. */
export interface Link {
  at: number;
  text: string;
  href: string;
}

/** The most links in one text. Nobody means a reader to follow more. */
const LINKS = 50;
const LONGEST = 2_000;

/**
 * The characters of an address. Quotes, backslashes and the punctuation of other scripts end it;
 * the middle dots and the joiners of words do not.
 */
const ADDRESS =
  /(?<![a-z\d])https?:\/\/(?:(?![,;]https?:\/\/)[!#-;=?-[\]^_a-{}~·・\u200c\u200d]|(?![\p{Po}\p{Pi}\p{Pf}\p{C}\s])[^\0-\x7f])+/giu;
const BRACKETS = '()[]{}（）「」『』【】《》〈〉';
/** Characters that do not end an address. */
const ENDS = /[.,;:!?'([{（「『【《〈]/;
/** Words of another script right after the host: `https://e.com谢谢`. */
const RUN_ON = /^(https?:\/\/[^/?#]*\.[a-z]{2,})(?![\0-\x7f]|\p{sc=Latin})[^.]*?([/?#].*)?$/iu;

/** The addresses in a text that begin with http. */
export function links(text: string): Link[] {
  const found: Link[] = [];
  for (const { 0: run, index: at } of text.matchAll(ADDRESS)) {
    const written = trimmed(run, text.slice(text.lastIndexOf('\n', at) + 1, at));
    if (written.length > LONGEST || !URL.canParse(written)) continue;
    if (found.push({ at, text: written, href: new URL(written).href }) === LINKS) break;
  }
  return found;
}

/** The address without the punctuation of the sentence around it. */
function trimmed(run: string, before: string): string {
  let written = run.replace(RUN_ON, '$1');
  const open: number[] = [];
  // A closing bracket whose opening stands before the address ends the address.
  for (let i = 0; i < written.length; i += 1) {
    const kind = BRACKETS.indexOf(written.charAt(i));
    if (kind % 2 === 0) open.push(kind);
    else if (kind > 0 && open.pop() !== kind - 1) written = written.slice(0, i);
  }
  for (;;) {
    const last = written.slice(-1);
    const mark = /[*_~]/.test(last);
    if (mark ? !opened(last, before) : !ENDS.test(last)) return written;
    written = written.slice(0, -1);
  }
}

/**
 * Tests whether one of WhatsApp's marks is still open here: it stands before a word, not behind
 * one.
 */
const opened = (mark: string, before: string): boolean =>
  new RegExp(`(?<![\\p{L}\\p{N}])[${mark}](?!\\s)[^${mark}]*$`, 'u').test(before);
