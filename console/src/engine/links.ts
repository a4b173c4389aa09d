/** An address in a text: where it begins, as it is written, and where it leads. */
export interface Link {
  at: number;
  text: string;
  href: string;
}

/** More than this at once is not meant to be followed. */
const LINKS = 50;
const LONGEST = 2_000;

/**
 * What may stand in an address. Quotes, backslashes and the punctuation of other scripts end it;
 * the middle dots and the joiners of words do not.
 */
const ADDRESS =
  /(?<![a-z\d])https?:\/\/(?:(?![,;]https?:\/\/)[!#-;=?-[\]^_a-{}~·・\u200c\u200d]|(?![\p{Po}\p{Pi}\p{Pf}\p{C}\s])[^\0-\x7f])+/giu;
const BRACKETS = '()[]{}（）「」『』【】《》〈〉';
/** What is no part of an address at its end. */
const ENDS = /[.,;:!?'([{（「『【《〈]/;
/** Words of another script right after the host: `https://e.com谢谢`. */
const RUN_ON = /^(https?:\/\/[^/?#]*\.[a-z]{2,})(?![\0-\x7f]|\p{sc=Latin})[^.]*?([/?#].*)?$/iu;

/** The addresses of a text that begin with http, for whoever shows what somebody wrote. */
export function links(text: string): Link[] {
  const found: Link[] = [];
  for (const { 0: run, index: at } of text.matchAll(ADDRESS)) {
    const written = trimmed(run, text.slice(text.lastIndexOf('\n', at) + 1, at));
    if (written.length > LONGEST || !URL.canParse(written)) continue;
    if (found.push({ at, text: written, href: new URL(written).href }) === LINKS) break;
  }
  return found;
}

/** Without what belongs to the sentence around it. */
function trimmed(run: string, before: string): string {
  let written = run.replace(RUN_ON, '$1');
  const open: number[] = [];
  // A bracket that closes what was opened before the address ends it.
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

/** Whether one of WhatsApp's marks is still open here: it stands before a word, not behind one. */
const opened = (mark: string, before: string): boolean =>
  new RegExp(`(?<![\\p{L}\\p{N}])[${mark}](?!\\s)[^${mark}]*$`, 'u').test(before);
