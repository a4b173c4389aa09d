/** `#0a7d5b` as its three parts, each from 0 to 1. */
function parts(colour: string): [number, number, number] | undefined {
  const long = /^#([0-9a-f]{3})$/i.test(colour) ? colour.replace(/[0-9a-f]/gi, '$&$&') : colour;
  const found = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(long);
  if (!found) return undefined;
  const part = (n: number) => Number.parseInt(found[n] ?? '0', 16) / 255;
  return [part(1), part(2), part(3)];
}

/** How bright a colour is, as WCAG reckons; undefined where it is none. */
export function luminance(colour: string): number | undefined {
  const found = parts(colour);
  if (!found) return undefined;
  const [red, green, blue] = found.map((c) =>
    c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4,
  ) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

const WHITE = '#ffffff';
const INK = '#101418';

/** What can be read on a colour: white or near black, whichever stands out more. */
export function inkOn(colour: string): string | undefined {
  const light = luminance(colour);
  if (light === undefined) return undefined;
  const dark = luminance(INK) ?? 0;
  return 1.05 / (light + 0.05) >= (light + 0.05) / (dark + 0.05) ? WHITE : INK;
}
