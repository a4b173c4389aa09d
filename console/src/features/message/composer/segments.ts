/**
 * The segments of an SMS, as `shared/channels/src/sms/segments.rs` counts them: GSM-7 (3GPP TS
 * 23.038) where every character has a place in it, UCS-2 otherwise.
 */
const BASIC = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
);
/** The characters of two units. */
const EXTENSION = new Set('\f^{}\\[~]|€');

export interface Segments {
  encoding: 'gsm7' | 'ucs2';
  count: number;
  /** The number of units that the last segment still takes. */
  rest: number;
}

const graphemes = (text: string) =>
  [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)].map(
    ({ segment }) => segment,
  );

export function segments(text: string): Segments {
  const signs = [...text];
  const gsm = signs.every((sign) => BASIC.has(sign) || EXTENSION.has(sign));
  const width = (sign: string) => (gsm ? 1 + Number(EXTENSION.has(sign)) : sign.length);
  const [single, part] = gsm ? [160, 153] : [70, 67];
  const size = (piece: string) => [...piece].reduce((sum, sign) => sum + width(sign), 0);
  const encoding = gsm ? 'gsm7' : 'ucs2';
  const units = size(text);
  if (units <= single) return { encoding, count: 1, rest: single - units };
  let count = 1;
  let used = 0;
  const add = (units: number) => {
    if (used + units > part) {
      count += 1;
      used = 0;
    }
    used += units;
  };
  // A character of several signs stays together where it fits into a segment.
  for (const piece of gsm ? signs : graphemes(text)) {
    const whole = size(piece);
    if (whole <= part) add(whole);
    else for (const sign of piece) add(width(sign));
  }
  return { encoding, count, rest: part - used };
}
