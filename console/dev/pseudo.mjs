// A language nobody speaks: every word of the catalogue longer, accented and in brackets. What a
// page shows without brackets does not come from the catalogue.

const PLAIN = 'aceilnorsuyACEILNORSUY';
const ODD = 'áçéîļñöŕšûýÁÇÉÎĻÑÖŔŠÛÝ';

/** `Send` → `⟦Šéñd~~⟧`. What stands in braces is filled in later and stays. */
export function pseudo(text) {
  if (!/[A-Za-z]/.test(text) || text.includes('⟦')) return text;
  const odd = text.replaceAll(/\{[^}]*\}|[a-zA-Z]/g, (found) => {
    const at = found.length === 1 ? PLAIN.indexOf(found) : -1;
    return at < 0 ? found : ODD[at];
  });
  return `⟦${odd}${'~'.repeat(Math.ceil(text.length * 0.3))}⟧`;
}

const MODULE = 'virtual:pseudo';
const RUNTIME = `
const PLAIN = ${JSON.stringify(PLAIN)}, ODD = ${JSON.stringify(ODD)};
${pseudo.toString().replace('export ', '')}
export function all(words) {
  for (const [key, value] of Object.entries(words)) {
    if (typeof value === 'string') words[key] = pseudo(value);
    else if (typeof value === 'function')
      words[key] = (...given) => {
        const said = value(...given);
        return typeof said === 'string' ? pseudo(said) : said;
      };
    else if (value && typeof value === 'object') all(value);
  }
}
`;

/** Turns every module of the catalogue into that language, and its pages from right to left. */
export function pseudoPlugin() {
  return {
    name: 'pseudo',
    enforce: 'post',
    resolveId: (id) => (id === MODULE ? `\0${MODULE}` : undefined),
    transformIndexHtml: (html) => html.replace('<html', '<html dir="rtl"'),
    load: (id) => (id === `\0${MODULE}` ? RUNTIME : undefined),
    transform(code, id) {
      if (!/src\/i18n\/en\/[\w-]+\.ts$/.test(id.split('?')[0])) return undefined;
      const names = [...code.matchAll(/export (?:const|let) (\w+) = ([{["'])/g)];
      let changed = code.replaceAll(
        /export const (\w+) = "([^"]*)"/g,
        (_, name, text) => `export const ${name} = ${JSON.stringify(pseudo(text))}`,
      );
      const objects = names.filter(([, , first]) => first === '{' || first === '[');
      changed += `\nimport { all } from '${MODULE}';\n`;
      changed += objects.map(([, name]) => `all(${name});`).join('\n');
      return { code: changed, map: null };
    },
  };
}
