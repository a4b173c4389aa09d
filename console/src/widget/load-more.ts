import type { away } from './away';
import { beside } from './beside';
import type { blocked } from './blocked';
import type { choices } from './choices';
import type { closing } from './closing';
import type { linked } from './dom';
import type { Files } from './files';
import type { question } from './question';
import type { Sending } from './sending';
import type { showFile } from './show-file';

/** Fields are only ever added: an older script may load a newer one's later parts. */
export interface More {
  away: typeof away;
  sending: (files: Files, change: ConstructorParameters<typeof Sending>[1]) => Sending;
  question: typeof question;
  blocked: typeof blocked;
  showFile: typeof showFile;
  linked: typeof linked;
}

export interface End {
  choices: typeof choices;
  closing: typeof closing;
}

export const MORE = 'switchboardMore';
export const END = 'switchboardEnd';
const coming: Record<string, Promise<unknown> | undefined> = {};

/**
 * Loads a later script, from beside the first; it leaves its parts under `name`. The next call
 * repeats a failed request.
 */
function part<T>(name: string, file: string): Promise<T> {
  const path = `assets/widget-${file}.js`;
  coming[name] ??= beside(path).then(() => {
    const parts = (window as unknown as Record<string, T>)[name];
    if (!parts) throw new Error(`${path} did not come`);
    return parts;
  });
  coming[name].catch(() => {
    coming[name] = undefined;
  });
  return coming[name] as Promise<T>;
}

export const loadMore = () => part<More>(MORE, 'more');
export const loadEnd = () => part<End>(END, 'end');
