// The SAM template as data: short forms such as `!Ref x` become `{ Ref: x }`.
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

export const PATH = new URL('../../template.yaml', import.meta.url);

const short = (name, ends) => ({
  tag: `!${name}`,
  ...ends,
  resolve(value) {
    const of = value?.toJSON?.() ?? value;
    const key = name === 'Ref' || name === 'Condition' ? name : `Fn::${name}`;
    return { [key]: name === 'GetAtt' && typeof of === 'string' ? split(of) : of };
  },
});

const split = (of) => [of.slice(0, of.indexOf('.')), of.slice(of.indexOf('.') + 1)];
const NAMES = [
  'Ref',
  'Condition',
  'GetAtt',
  'Sub',
  'If',
  'Equals',
  'Not',
  'And',
  'Or',
  'Join',
  'Select',
  'Split',
];
const customTags = NAMES.flatMap((name) => [
  short(name, {}),
  short(name, { collection: 'seq' }),
  short(name, { collection: 'map' }),
]);

export const load = (text = readFileSync(PATH, 'utf8')) =>
  parse(text, { customTags, strict: true });
