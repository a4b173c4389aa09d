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
const own = document.currentScript as HTMLScriptElement | null;
let coming: Promise<More> | undefined;

const fetched = () => (window as unknown as Record<string, More | undefined>)[MORE];

/** The second script, from beside the first. What does not come is asked for again the next time. */
export function loadMore(): Promise<More> {
  coming ??= new Promise<More>((resolve, reject) => {
    const script = document.createElement('script');
    script.src = new URL('assets/widget-more.js', own?.src || location.href).href;
    // A page's policy may name its scripts by a nonce.
    script.nonce = own?.nonce ?? '';
    const end = () => {
      const more = fetched();
      if (more) resolve(more);
      else reject(new Error('assets/widget-more.js did not come'));
    };
    script.onload = script.onerror = end;
    document.head.append(script);
  });
  coming.catch(() => {
    coming = undefined;
  });
  return coming;
}
