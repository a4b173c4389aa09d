/** As the engine has them (shared/domain, decide/text.rs). */
export const NOTE_LIMIT = 1_000;
export const REASON_LIMIT = 500;
export const CHOICE_LIMIT = 100;

/** By how many characters a text is too long. What is too long is said, never cut off. */
export const tooMany = (text: string, limit: number): number =>
  Math.max(0, [...text.trim()].length - limit);
