import type { away } from './away';
import type { blocked } from './blocked';
import type { linked } from './dom';
import type { Files } from './files';
import type { question } from './question';
import type { Sending } from './sending';
import type { showFile } from './show-file';

/** Only ever added to: an older script may fetch a newer one's second part. */
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
export const own = document.currentScript as HTMLScriptElement | null;
let coming: Promise<More> | undefined;

const fetched = () => (window as unknown as Record<string, More | undefined>)[MORE];

/** Runs a script from beside this one; what became of it is seen in what it leaves. */
export const beside = (path: string): Promise<unknown> =>
  new Promise((done) => {
    const script = document.createElement('script');
    script.src = new URL(path, own?.src || location.href).href;
    // A page's policy may name its scripts by a nonce.
    script.nonce = own?.nonce ?? '';
    script.onload = script.onerror = done;
    document.head.append(script);
  });

/** The second script, from beside the first. The next call repeats a failed request. */
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
