import { moreWords } from './more-words';
import type { Words } from './words';

/**
 * The text for a server that is there and whose answers only this page may not read. The browser's
 * console tells the page's owner what to do.
 */
export async function blocked(base: string, page?: Words): Promise<string> {
  if (new URL(base, location.href).origin === location.origin) return '';
  try {
    // An answer that the page cannot read is an answer.
    await fetch(`${base}/v1/visitors`, { mode: 'no-cors' });
  } catch {
    return '';
  }
  console.error(
    `Switchboard: ${base} does not allow the origin ${location.origin}. Allow it for the web-chat account: README, "On your own page".`,
  );
  return moreWords(page).blocked;
}
