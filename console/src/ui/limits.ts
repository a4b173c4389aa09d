import { Command, listConversations } from '@/contract/limits';
import { t } from '@/i18n/words';

/** The server allows notes of one length with every command. */
export const NOTE_LIMIT = Command.resolve.note.maxLength;
export const REASON_LIMIT = Command.reject_offer.reason.maxLength;
export const CHOICE_LIMIT = Command.done.disposition.maxLength;
/** The limit of a caption, the same on each channel (crate `channels`). */
export const CAPTION_LIMIT = 1_024;
export const SEARCH_LIMIT = listConversations.q.maxLength;

/**
 * The number of characters by which a text is too long. The screens show an error, and never cut a
 * text off.
 */
export const tooMany = (text: string, limit: number): number =>
  Math.max(0, [...text.trim()].length - limit);

/** The error for a text that is too long; empty for one that fits. */
export function tooLong(text: string, limit: number): string {
  const over = tooMany(text, limit);
  return over ? t('composer-tooLongLimit', { over, limit }) : '';
}
