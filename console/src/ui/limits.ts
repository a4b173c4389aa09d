import { composer as words } from '@/i18n/en';

/** As the engine has them (shared/domain, decide/text.rs). */
export const NOTE_LIMIT = 1_000;
export const REASON_LIMIT = 500;
export const CHOICE_LIMIT = 100;
/** Beneath a file, as each channel has it (crate `channels`). */
export const CAPTION_LIMIT = 1_024;
/** As the API has it (functions/api, cards.rs). */
export const SEARCH_LIMIT = 100;

/** By how many characters a text is too long. What is too long is said, never cut off. */
export const tooMany = (text: string, limit: number): number =>
  Math.max(0, [...text.trim()].length - limit);

/** What is to be said of a text that is too long; nothing of one that fits. */
export function tooLong(text: string, limit: number): string {
  const over = tooMany(text, limit);
  return over ? words.tooLong(over, limit) : '';
}
