const WHITE = '#ffffff';
const INK = '#101418';
/**
 * Up to this luminance white has more contrast: (0.194 + 0.05)² = 1.05 × (the ink's 0.0068 + 0.05).
 */
const TURN = 0.194;

/**
 * The ink for a colour such as `#0a7d5b` or `#0a7`: white or near black. Undefined for other texts.
 */
export function inkOn(colour: string): string | undefined {
  const long = colour.length === 4 ? colour.replace(/\w/g, '$&$&') : colour;
  if (!/^#[0-9a-f]{6}$/i.test(long)) return undefined;
  // The relative luminance, by WCAG's formula.
  const light = [0.2126, 0.7152, 0.0722].reduce((sum, weight, index) => {
    const part = Number.parseInt(long.slice(1 + 2 * index, 3 + 2 * index), 16) / 255;
    return sum + weight * (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
  }, 0);
  return light > TURN ? INK : WHITE;
}
