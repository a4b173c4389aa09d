import { Refusal, type Trouble } from './api';
import type { More } from './load-more';
import type { Words } from './words';

/** The obstacle, as far as it is known; it may also be the network. */
export async function troubleOf(
  error: unknown,
  base: string | undefined,
  more: () => Promise<More>,
  words: Words | undefined,
): Promise<Trouble | undefined> {
  if (error instanceof Refusal) {
    console.error(`Switchboard: ${error.message} ${error.remedy}`);
    return error;
  }
  if (!base || !navigator.onLine) return undefined;
  const message = await more().then(
    (part) => part.blocked(base, words),
    () => '',
  );
  return message ? { message } : undefined;
}
