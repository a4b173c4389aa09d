// Makes src/contract from ../docs/protocol: the type of every message, the HTTP routes for the
// client, the limits of people's texts, and the action of each command. Makes src/i18n/catalogue.ts
// from the English words: the messages with their arguments. `--check` only compares.
import { readFile, writeFile } from 'node:fs/promises';
import { compile } from 'json-schema-to-typescript';
import openapiTS, { astToString } from 'openapi-typescript';
import ts from 'typescript';
import { argumentsIn, fluent, widgetWords } from './words.mjs';

const docs = (name) => new URL(`../../docs/protocol/${name}`, import.meta.url);
const read = async (name) => JSON.parse(await readFile(docs(name), 'utf8'));
const banner = (from) =>
  `/* Generated from docs/protocol/${from} by \`npm run generate\`. Do not edit. */\n`;

const schema = await read('schema.json');
const openapi = await read('openapi.json');

/**
 * Rewrites a `$ref` with siblings as an `allOf`: the generator ignores the siblings of a `$ref`.
 */
function spread(node) {
  if (Array.isArray(node)) return node.map(spread);
  if (node === null || typeof node !== 'object') return node;
  const out = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, spread(value)]));
  // A bound on a list's length would make the list a tuple; limits.ts holds the bound.
  delete out.minItems;
  delete out.maxItems;
  if (typeof out.$ref === 'string') {
    out.$ref = out.$ref.replace('#/$defs/', '#/definitions/');
    if (out.properties) {
      const { $ref, description, ...rest } = out;
      return { description, allOf: [{ $ref }, { type: 'object', ...rest }] };
    }
    return { $ref: out.$ref };
  }
  // The types tell the variants of a union apart by their tag. The variants' titles are for other
  // generators.
  for (const variant of out.oneOf ?? []) delete variant.title;
  return out;
}

async function types() {
  return compile({ title: 'Switchboard', definitions: spread(schema.$defs) }, 'Switchboard', {
    additionalProperties: false,
    unreachableDefinitions: true,
    bannerComment: banner('schema.json').trimEnd(),
    style: { singleQuote: true, printWidth: 100 },
  });
}

/** The routes, with the very types of `protocol.ts`. */
async function routes() {
  const document = structuredClone(openapi);
  for (const path of Object.values(document.paths)) {
    for (const operation of Object.values(path)) {
      for (const answer of Object.values(operation.responses)) {
        delete answer.headers;
        delete answer.description;
        for (const content of Object.values(answer.content ?? {})) delete content.examples;
      }
      delete operation.description;
      for (const parameter of operation.parameters ?? []) {
        for (const key of ['description', 'example', 'examples']) delete parameter[key];
      }
    }
  }
  // protocol.ts holds the schemas themselves.
  document.components = {
    schemas: Object.fromEntries(Object.keys(schema.$defs).map((name) => [name, {}])),
  };
  const named = (name) =>
    ts.factory.createTypeReferenceNode(
      ts.factory.createQualifiedName(ts.factory.createIdentifier('protocol'), name),
    );
  const ast = await openapiTS(document, {
    transform: (_, { path }) => {
      const name = /^#\/components\/schemas\/(\w+)$/.exec(path ?? '')?.[1];
      return name ? named(name) : undefined;
    },
    alphabetize: true,
  });
  const text = astToString(ast).replace(/^ {4}/gm, '  ');
  return `${banner('openapi.json')}import type * as protocol from './protocol';\n\n${text}`;
}

const BOUNDS = ['minimum', 'maximum', 'minLength', 'maxLength', 'minItems', 'maxItems', 'default'];

/** The bounds of each property, the bounds of its entries, and its default. */
function boundsOf(property) {
  const found = {};
  for (const key of BOUNDS) {
    const value = property[key];
    const scalar = value === null || typeof value !== 'object';
    if (value !== undefined && scalar && value !== Number.MAX_SAFE_INTEGER) found[key] = value;
  }
  const of = property.items && boundsOf(property.items);
  if (of && Object.keys(of).length) found.items = of;
  return found;
}

function limitsOf(properties) {
  const found = {};
  for (const [name, property] of Object.entries(properties ?? {})) {
    const bounds = boundsOf(property);
    if (Object.keys(bounds).some((key) => key !== 'default' && key !== 'minimum')) {
      found[name] = bounds;
    } else if ('default' in bounds || bounds.minimum) found[name] = bounds;
  }
  return found;
}

const LIMITED = [
  'Rules',
  'AgentChange',
  'ApiKeyChange',
  'BulkTransfer',
  'CannedChange',
  'ContactChange',
  'NewDirect',
  'NewUpload',
  'NewVisitor',
  'Preferences',
  'PresenceBody',
];
/** The operations whose queries hold people's texts. */
const SEARCHED = ['listConversations'];
const TAGGED = { Command: 'type', Frame: 'action', VisitorCommand: 'type' };

function limits() {
  const all = {};
  for (const name of LIMITED) all[name] = limitsOf(schema.$defs[name].properties);
  for (const [name, tag] of Object.entries(TAGGED)) {
    all[name] = {};
    for (const variant of schema.$defs[name].oneOf) {
      const found = limitsOf(variant.properties);
      if (Object.keys(found).length) all[name][variant.properties[tag].const] = found;
    }
  }
  const operations = Object.values(openapi.paths).flatMap((path) => Object.values(path));
  for (const { operationId, parameters } of operations) {
    if (!SEARCHED.includes(operationId)) continue;
    const schemas = parameters.map(({ name, schema: of }) => [name, of]);
    all[operationId] = limitsOf(Object.fromEntries(schemas));
  }
  const json = (value) => JSON.stringify(value, null, 2).replace(/"([A-Za-z_]\w*)":/g, '$1:');
  // Each group of bounds is an export of its own, so that a page loads only the groups that it
  // needs.
  const parts = Object.entries(all).map(
    ([name, value]) => `export const ${name} = ${json(value)} as const;\n`,
  );
  return `${banner('{schema,openapi}.json')}\n// What the server takes, by type or operation, and field.\n\n${parts.join('\n')}`;
}

function actions() {
  const lines = schema.$defs.Command.oneOf.map(
    (variant) => `  ${variant.properties.type.const}: '${variant['x-action']}',`,
  );
  return `${banner('schema.json')}\n/** Under which action each command travels over a socket. */\nexport const actions = {\n${lines.join('\n')}\n} as const;\n`;
}

async function catalogue() {
  const lines = [...argumentsIn(await fluent('en'))].map(([id, names]) => {
    const args = names.map((name) => `${name}: Arg`).join('; ');
    return `  '${id}': ${args ? `{ ${args} }` : 'undefined'};`;
  });
  const { widget, widgetMore, widgetEnd } = await widgetWords('en');
  const union = (words) =>
    Object.keys(words)
      .map((key) => `\n  | '${key}'`)
      .join('');
  const chat = `\n/** The web chat's words. */\nexport type WidgetWord =${union(widget)};\n/** Those of its second script. */\nexport type WidgetMoreWord =${union(widgetMore)};\n/** Those of its third script. */\nexport type WidgetEndWord =${union(widgetEnd)};\n`;
  return `/* Generated from src/i18n/locales/en by \`npm run generate\`. Do not edit. */\n\n/** A number is written as the language writes it. */\nexport type Arg = string | number;\n\n/** Every message with its arguments. */\nexport interface Catalogue {\n${lines.join('\n')}\n}\n${chat}`;
}

const files = {
  'contract/protocol.ts': await types(),
  'contract/routes.ts': await routes(),
  'contract/limits.ts': limits(),
  'contract/actions.ts': actions(),
  'i18n/catalogue.ts': await catalogue(),
};
const check = process.argv.includes('--check');
for (const [name, text] of Object.entries(files)) {
  const file = new URL(`../src/${name}`, import.meta.url);
  if (!check) {
    await writeFile(file, text);
    console.log(`Wrote src/${name}`);
  } else if ((await readFile(file, 'utf8').catch(() => '')) !== text) {
    console.error(`src/${name} has drifted from its source. Run \`npm run generate\`.`);
    process.exitCode = 1;
  }
}
if (check && !process.exitCode) console.log('What is generated matches its sources.');
