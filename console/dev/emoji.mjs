// Makes src/emoji/data.json from emojibase-data (MIT), with the fields that the picker needs and no
// more. Run this once for each new version of the data, after `npm install --no-save
// emojibase-data@17.0.0`.
import { readFile, writeFile } from 'node:fs/promises';

const from = (name) => new URL(`../node_modules/emojibase-data/en/${name}.json`, import.meta.url);
const read = async (name) => JSON.parse(await readFile(from(name), 'utf8'));
const [all, codes, { groups }] = await Promise.all(
  ['data', 'shortcodes/github', 'messages'].map(read),
);

/** The newest emoji version to include. Many customers' phones show newer emoji as an empty box. */
const NEWEST = 15.1;
/** The group of skin tones and hair, which are parts of other emoji. */
const COMPONENTS = 2;
const TONES = ['🏻', '🏼', '🏽', '🏾', '🏿'];

/** The same rule as `toned` in src/emoji/emoji.ts. */
const toned = (text, tone) => text.replace(/(\p{Emoji_Modifier_Base})\ufe0f?/gu, `$1${tone}`);

function row({ emoji, label, tags = [], hexcode, skins = [] }) {
  const made = new Set(skins.map((skin) => skin.emoji));
  const takes = TONES.every((tone) => made.has(toned(emoji, tone)));
  const named = label.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  const code = [codes[hexcode] ?? []].flat();
  const words = [...new Set([...code, ...tags.map((tag) => tag.toLowerCase())])];
  return [emoji, label, words.filter((word) => !named.includes(word)).join(' '), takes ? 1 : 0];
}

const lines = groups
  .filter(({ order }) => order !== COMPONENTS)
  .map(({ order, message }) => {
    const here = all
      .filter(({ group, version }) => group === order && version <= NEWEST)
      .sort((a, b) => a.order - b.order);
    return JSON.stringify([message, here.map(row)]);
  });
await writeFile(
  new URL('../src/ui/emoji/data.json', import.meta.url),
  `[\n${lines.join(',\n')}\n]\n`,
);
