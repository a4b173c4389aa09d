// Makes src/emoji/data.json from emojibase-data (MIT): what a picker needs and no more. Run once for
// each new version of the data, after `npm install --no-save emojibase-data@17.0.0`.
import { readFile, writeFile } from 'node:fs/promises';

const from = (name) => new URL(`../node_modules/emojibase-data/en/${name}.json`, import.meta.url);
const read = async (name) => JSON.parse(await readFile(from(name), 'utf8'));
const [all, codes, { groups }] = await Promise.all(
  ['data', 'shortcodes/github', 'messages'].map(read),
);

/** What is younger is an empty box on many customers' telephones. */
const NEWEST = 15.1;
/** Skin tones and hair: parts of others. */
const COMPONENTS = 2;
const TONES = ['🏻', '🏼', '🏽', '🏾', '🏿'];

/** As `toned` in src/emoji/emoji.ts does it. */
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
