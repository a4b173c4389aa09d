// Makes src/generated from ../../docs/protocol: the type of every message, the HTTP routes, and the
// action of each command. `--check` only compares.
import { readFile, writeFile } from 'node:fs/promises';
import { compile } from 'json-schema-to-typescript';
import openapiTS, { astToString } from 'openapi-typescript';
import ts from 'typescript';

const docs = new URL('../../../docs/protocol/', import.meta.url);
const read = async (name) => JSON.parse(await readFile(new URL(name, docs), 'utf8'));
const schema = await read('schema.json');
const openapi = await read('openapi.json');
const banner = (from) =>
  `/* Generated from docs/protocol/${from} by \`npm run generate\`. Do not edit. */\n`;

/** Rewrites a `$ref` with properties beside it as an `allOf`: the generator ignores these properties. */
function spread(node) {
  if (Array.isArray(node)) return node.map(spread);
  if (node === null || typeof node !== 'object') return node;
  const out = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, spread(value)]));
  // A bound on a list's length would make the list a tuple.
  delete out.minItems;
  delete out.maxItems;
  if (typeof out.$ref === 'string') {
    const $ref = out.$ref.replace('#/$defs/', '#/definitions/');
    if (!out.properties) return { $ref };
    const { $ref: _, description, ...rest } = out;
    return { description, allOf: [{ $ref }, { type: 'object', ...rest }] };
  }
  // The types tell the variants of a union apart by their tag; their titles are for other generators.
  for (const variant of out.oneOf ?? []) delete variant.title;
  return out;
}

function protocol() {
  return compile({ title: 'Switchboard', definitions: spread(schema.$defs) }, 'Switchboard', {
    additionalProperties: false,
    unreachableDefinitions: true,
    bannerComment: banner('schema.json').trimEnd(),
    style: { singleQuote: true, printWidth: 100 },
  });
}

/** The routes, with the very types of `protocol.ts`. Every refusal is a `Problem`: it needs no type here. */
async function routes() {
  const document = structuredClone(openapi);
  for (const operation of Object.values(document.paths).flatMap((path) => Object.values(path))) {
    delete operation.description;
    for (const [status, answer] of Object.entries(operation.responses)) {
      if (status >= '300') delete operation.responses[status];
      delete answer.headers;
      delete answer.description;
      for (const content of Object.values(answer.content ?? {})) delete content.examples;
    }
    for (const parameter of operation.parameters ?? []) {
      for (const key of ['description', 'example', 'examples']) delete parameter[key];
    }
  }
  const names = Object.keys(schema.$defs).map((name) => [name, {}]);
  document.components = { schemas: Object.fromEntries(names) };
  const { factory } = ts;
  const identifier = factory.createIdentifier('protocol');
  const ast = await openapiTS(document, {
    transform: (_, { path }) => {
      const name = /^#\/components\/schemas\/(\w+)$/.exec(path ?? '')?.[1];
      if (!name) return undefined;
      return factory.createTypeReferenceNode(factory.createQualifiedName(identifier, name));
    },
    alphabetize: true,
  });
  const text = astToString(ast).replace(/^ {4}/gm, '  ');
  return `${banner('openapi.json')}import type * as protocol from './protocol.js';\n\n${text}`;
}

function actions() {
  const lines = schema.$defs.Command.oneOf.map(
    (variant) => `  ${variant.properties.type.const}: '${variant['x-action']}',`,
  );
  return `${banner('schema.json')}\n/** The action under which each command travels over a socket. */\nexport const actions = {\n${lines.join('\n')}\n} as const;\n`;
}

const files = {
  'protocol.ts': await protocol(),
  'routes.ts': await routes(),
  'actions.ts': actions(),
};
const check = process.argv.includes('--check');
for (const [name, text] of Object.entries(files)) {
  const file = new URL(`../src/generated/${name}`, import.meta.url);
  if (!check) {
    await writeFile(file, text);
    console.log(`Wrote src/generated/${name}`);
  } else if ((await readFile(file, 'utf8').catch(() => '')) !== text) {
    console.error(`src/generated/${name} has drifted from its source. Run \`npm run generate\`.`);
    process.exitCode = 1;
  }
}
if (check && !process.exitCode) console.log('The generated types match the documents.');
