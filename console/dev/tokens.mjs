// Values of the design tokens for styles that stand on other people's pages, where the console's
// custom properties are missing and a `rem` is the page's own.
import { readFile } from 'node:fs/promises';

const TOKENS = new URL('../src/styles/tokens.css', import.meta.url);
const REM = 16;

/** Name → value, of the first rule alone: the later ones are themes and densities. */
export function tokensIn(css) {
  const [first] = css.replaceAll(/\/\*[\s\S]*?\*\//g, '').split('}');
  const found = [...first.matchAll(/(--[\w-]+):\s*([^;]+);/g)];
  return new Map(found.map(([, name, value]) => [name, value.replaceAll(/\s+/g, ' ')]));
}

/** `token(--r-2)` → `10px`. A name that is no token fails the build. */
export function withTokens(css, tokens) {
  return css.replaceAll(/token\((--[\w-]+)\)/g, (_, name) => {
    const value = tokens.get(name);
    if (!value) throw new Error(`${name} is no design token`);
    return value.replaceAll(/([\d.]+)rem/g, (__, size) => `${Number(size) * REM}px`);
  });
}

export function tokensPlugin() {
  return {
    name: 'tokens',
    enforce: 'pre',
    async transform(css, id) {
      if (!/\/widget\/\w+\.css/.test(id)) return undefined;
      return withTokens(css, tokensIn(await readFile(TOKENS, 'utf8')));
    },
  };
}
