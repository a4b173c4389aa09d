import type { away } from './away';
import { beside } from './beside';
import type { blocked } from './blocked';
import type { linked } from './dom';
import type { Files } from './files';
import type { question } from './question';
import type { Sending } from './sending';
import type { showFile } from './show-file';

/** Fields are only ever added: an older script may load a newer one's second part. */
export interface More {
  away: typeof away;
  sending: (files: Files, change: ConstructorParameters<typeof Sending>[1]) => Sending;
  question: typeof question;
  blocked: typeof blocked;
  showFile: typeof showFile;
  linked: typeof linked;
}

export const MORE = 'switchboardMore';
const PART = 'assets/widget-more.js';
let coming: Promise<More> | undefined;

const fetched = () => (window as unknown as Record<string, More | undefined>)[MORE];

/** Loads the second script, from beside the first. The next call repeats a failed request. */
export function loadMore(): Promise<More> {
  coming ??= beside(PART).then(() => {
    const more = fetched();
    if (!more) throw new Error(`${PART} did not come`);
    return more;
  });
  coming.catch(() => {
    coming = undefined;
  });
  return coming;
}
