import { moreWords } from './more-words';
import type { Words } from './words';

/**
 * What to say where the server is there, and only this page may not read its answers. The browser's
 * console says to whom the page belongs what to do.
 */
export async function blocked(base: string, page?: Words): Promise<string> {
  if (new URL(base, location.href).origin === location.origin) return '';
  try {
    // An answer that cannot be read is an answer.
    await fetch(`${base}/v1/visitors`, { mode: 'no-cors' });
  } catch {
    return '';
  }
  console.error(
    `Switchboard: ${base} does not allow the origin ${location.origin}. Allow it for the web-chat account: README, "On your own page".`,
  );
  return moreWords(page).blocked;
}
