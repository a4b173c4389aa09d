import { Command, listConversations } from '@/contract/limits';
import { t } from '@/i18n/words';

/** The server takes notes of one length with every command. */
export const NOTE_LIMIT = Command.resolve.note.maxLength;
export const REASON_LIMIT = Command.reject_offer.reason.maxLength;
export const CHOICE_LIMIT = Command.done.disposition.maxLength;
/** Beneath a file, as each channel has it (crate `channels`). */
export const CAPTION_LIMIT = 1_024;
export const SEARCH_LIMIT = listConversations.q.maxLength;

/** By how many characters a text is too long. What is too long is said, never cut off. */
export const tooMany = (text: string, limit: number): number =>
  Math.max(0, [...text.trim()].length - limit);

/** What is to be said of a text that is too long; nothing of one that fits. */
export function tooLong(text: string, limit: number): string {
  const over = tooMany(text, limit);
  return over ? t('composer-tooLongLimit', { over, limit }) : '';
}
