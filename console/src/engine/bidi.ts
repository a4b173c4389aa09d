/** Marks that turn the direction of what follows them, also outside of the text they stand in. */
const TURNING = /[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]/g;
/** Takes no room: hides in names, or makes up the whole of one. */
const INVISIBLE = /[\u200b-\u200d\u2060\ufeff\u00ad\u180e\u{e0000}-\u{e007f}]/gu;
const CONTROLS = /[\p{Cc}\p{Zl}\p{Zp}]/gu;

/** A name that can stand in the middle of our own words without changing how they read. */
export function plainName(name: string | null | undefined): string {
  const text = (name ?? '').replace(TURNING, '').replace(CONTROLS, ' ');
  // Joiners belong to names in many scripts; where there is nothing else, there is no name.
  if (text.replace(INVISIBLE, '').trim() === '') return '';
  return text.replace(/[\u200b\u2060\ufeff\u00ad\u180e]/g, '').trim();
}
