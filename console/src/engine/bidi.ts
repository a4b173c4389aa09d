/**
 * Marks that turn the direction of the text that follows, also outside of the text that holds them.
 */
const TURNING = /[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]/g;
/** Characters without a width: they hide in names, or make up the whole of one. */
const INVISIBLE = /[\u200b-\u200d\u2060\ufeff\u00ad\u180e\u{e0000}-\u{e007f}]/gu;
const CONTROLS = /[\p{Cc}\p{Zl}\p{Zp}]/gu;

/** A name that can stand in the middle of the console's words without changing how they read. */
export function plainName(name: string | null | undefined): string {
  const text = (name ?? '').replace(TURNING, '').replace(CONTROLS, ' ');
  // Joiners belong to names in many scripts; a name of nothing else is none.
  if (text.replace(INVISIBLE, '').trim() === '') return '';
  return text.replace(/[\u200b\u2060\ufeff\u00ad\u180e]/g, '').trim();
}
