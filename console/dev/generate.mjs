// Makes src/client/protocol.ts from ../docs/protocol/schema.json. `--check` only compares.
import { readFile, writeFile } from 'node:fs/promises';
import { compile } from 'json-schema-to-typescript';

const schemaFile = new URL('../../docs/protocol/schema.json', import.meta.url);
const typesFile = new URL('../src/client/protocol.ts', import.meta.url);

const schema = JSON.parse(await readFile(schemaFile, 'utf8'));

/** The generator ignores what stands beside a `$ref`; an `allOf` says the same. */
function spread(node) {
  if (Array.isArray(node)) return node.map(spread);
  if (node === null || typeof node !== 'object') return node;
  const out = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, spread(value)]));
  if (typeof out.$ref === 'string') {
    out.$ref = out.$ref.replace('#/$defs/', '#/definitions/');
    if (out.properties) {
      const { $ref, description, ...rest } = out;
      return { description, allOf: [{ $ref }, { type: 'object', ...rest }] };
    }
    return { $ref: out.$ref };
  }
  // Unions are told apart by their own tag here; the variants' titles are for other generators.
  for (const variant of out.oneOf ?? []) delete variant.title;
  return out;
}

const definitions = spread(schema.$defs);
const types = await compile({ title: 'Switchboard', definitions }, 'Switchboard', {
  additionalProperties: false,
  unreachableDefinitions: true,
  bannerComment:
    '/* Generated from docs/protocol/schema.json by `npm run generate`. Do not edit. */',
  style: { singleQuote: true, printWidth: 100 },
});

if (process.argv.includes('--check')) {
  const current = await readFile(typesFile, 'utf8').catch(() => '');
  if (current !== types) {
    console.error('src/client/protocol.ts has drifted from the schema. Run `npm run generate`.');
    process.exit(1);
  }
  console.log('src/client/protocol.ts matches the schema.');
} else {
  await writeFile(typesFile, types);
  console.log('Wrote src/client/protocol.ts');
}
