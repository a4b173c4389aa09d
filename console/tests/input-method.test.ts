import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { keyOf, onEnter, onEscape } from '@/engine/keypress';
import { Chat } from '@/widget/chat';
import { wordsOf } from '@/widget/words';
import { Writer } from '@/widget/write';
import { all, Console, click, get, maybe, mine, press, textOf, type } from './support/app';
import { FakeClock } from './support/clock';
import { ID } from './support/make';
import { FakeSockets } from './support/socket';

/** A key that an input method has, in each order of events that browsers have. */
const HELD: [string, KeyboardEventInit][] = [
  ['while it is composing', { isComposing: true, keyCode: 229 } as KeyboardEventInit],
  ['as Firefox says it', { isComposing: true }],
  ['after compositionend, as in Safari', { isComposing: false, keyCode: 229 } as KeyboardEventInit],
];
const ROOT = `${process.cwd()}/src`;
const sources = readdirSync(ROOT, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(ts|vue)$/.test(name) && !/(protocol|\.test)\.ts$/.test(name))
  .map((name) => ({ name, text: readFileSync(`${ROOT}/${name}`, 'utf8') }));

describe('the listeners for keys', () => {
  const READS = [
    /\b(event|e|press|pressed|stroke)\??\.(key|code|keyCode|which)\b(?!, event\.newValue)/,
    /\bisComposing\b|\.keyCode\b/,
    /@key(down|up|press)(\.\w+)*\.(enter|esc|up|down|left|right|space|delete)\b/,
    /\{[^{}]*\bkey\b[^{}]*\}\s*(:\s*KeyboardEvent|=\s*event\b)/,
  ];
  const MAY = ['engine/keypress.ts', 'engine/shortcuts.ts'];

  it.each(sources.filter(({ name }) => !MAY.includes(name)))('asks keyOf, in $name', (source) => {
    for (const read of READS) expect(source.text).not.toMatch(read);
  });

  it('this test finds every listener', () => {
    const wrong = [
      "if (event.key === 'Enter') send();",
      '<input @keydown.enter.prevent="add" />',
      '<section @keydown.esc.stop="leave" />',
      "const onKey = ({ key }: KeyboardEvent) => key === 'Enter' && send();",
      'const { key, altKey } = event;',
      'if (event.isComposing) return;',
    ];
    for (const line of wrong)
      expect(
        READS.some((read) => read.test(line)),
        line,
      ).toBe(true);
  });
});

describe.each(HELD)('a key that an input method has, %s', (_, held) => {
  const c = new Console();
  afterEach(() => c.close());
  const sent = () => c.socket.sent.filter((frame) => 'command' in frame);
  const enter = (id: string) => press(c, get(id), { key: 'Enter', code: 'Enter', ...held });
  async function live(path = `/c/${ID}`) {
    await c.open('mark', path);
    await c.live('mark', [mine()]);
  }

  it('the key is no key at all', () => {
    const event = new KeyboardEvent('keydown', { key: 'Enter', cancelable: true, ...held });
    expect(keyOf(event)).toBe('');
    onEnter(event, () => expect.unreachable());
    onEscape(event, () => expect.unreachable());
    expect(event.defaultPrevented).toBe(false);
  });

  it('the key sends nothing from the composer', async () => {
    await live();
    await type(c, 'composer', 'こんにちは');
    await enter('composer');
    expect(sent()).toEqual([]);
    await click(c, 'mode-comment');
    await type(c, 'composer', 'こんにちは');
    await press(c, get('composer'), { key: 'Enter', ctrlKey: true, ...held });
    expect(sent()).toEqual([]);
  });

  it('the key adds no tag and no comment', async () => {
    await live();
    await import('@/features/conversation/details/DetailsPanel.vue');
    await c.flush();
    await click(c, 'tag-new');
    const changes = () => c.posted.filter(({ url }) => !url.startsWith('GET'));
    const before = changes().length;
    for (const id of ['tag-field', 'note-field']) {
      await type(c, id, '急ぎ');
      await press(c, get(id), { key: 'Enter', ctrlKey: id === 'note-field', ...held });
    }
    expect(sent()).toEqual([]);
    expect(changes().length).toBe(before);
  });

  it('the key does not search, and chooses nothing in the palette', async () => {
    await live('/');
    await type(c, 'list-search', 'たなか');
    const asked = c.posted.length;
    await enter('list-search');
    await press(c, get('list-search'), { key: 'Escape', code: 'Escape', ...held });
    expect((get('list-search') as HTMLInputElement).value).toBe('たなか');
    expect(c.posted.length).toBe(asked);
    await import('@/features/palette/CommandPalette.vue');
    await press(c, document.body, { code: 'KeyK', key: 'k', ctrlKey: true });
    await type(c, 'palette-query', 'john');
    await enter('palette-query');
    expect(location.pathname).toBe('/');
    await press(c, get('palette-query'), { key: 'Escape', code: 'Escape', ...held });
    expect(maybe('palette'), 'it is open still').toBeDefined();
  });

  it('the key closes no dialog', async () => {
    await live();
    await press(c, document.body, { code: 'KeyE', key: 'e' });
    expect(textOf('dialog')).toContain('Resolve');
    const inside = get('dialog').querySelector<HTMLElement>('textarea, input') ?? get('dialog');
    await press(c, inside, { code: 'Escape', key: 'Escape', ...held });
    expect(all('dialog')).toHaveLength(1);
  });

  it('the key sends nothing from the widget', async () => {
    const clock = new FakeClock();
    const sockets = new FakeSockets();
    const store = { getItem: () => null, setItem: () => {}, removeItem: () => {} };
    const visitor = { token: 'v', expires: 1e12 };
    const chat = new Chat({
      ...{ asset: 'web', clock, random: () => 0, open: sockets.open, storage: store },
      fetch: async () => new Response(JSON.stringify(visitor)),
      onChange: () => {},
    });
    const writer = new Writer(chat, wordsOf({}), store);
    document.body.append(writer.form);
    const area = writer.form.querySelector('textarea') as HTMLTextAreaElement;
    area.value = '你好';
    await press(c, area, { key: 'Enter', ...held });
    expect(area.value).toBe('你好');
    expect(chat.unsent).toEqual([]);
    await press(c, area, { key: 'Enter' });
    expect(chat.unsent.map(({ text }) => text)).toEqual(['你好']);
  });
});

describe('the form of a field whose composition is over', () => {
  const c = new Console();
  afterEach(() => c.close());

  it('the key that ended the composition does not submit the form', async () => {
    await c.open();
    const input = document.createElement('input');
    document.body.append(input);
    const enter = (init: object) => {
      const event = new KeyboardEvent('keydown', {
        ...{ key: 'Enter', bubbles: true, cancelable: true },
        ...init,
      });
      input.dispatchEvent(event);
      return event.defaultPrevented;
    };
    expect(enter({ keyCode: 229 })).toBe(true);
    // The browser still needs this one, to end the composition.
    expect(enter({ keyCode: 229, isComposing: true })).toBe(false);
    expect(enter({})).toBe(false);
  });
});
