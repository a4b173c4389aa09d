import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { loadEmoji, OwnEmoji, RECENT, searchEmoji, toned } from '@/ui/emoji/emoji';
import { all, Console, click, get, maybe, mine, press, textOf, type } from './support/app';
import { ID } from './support/make';

const every = async () => (await loadEmoji()).flatMap((group) => group.all);

describe('the emoji', () => {
  it('a search finds emoji by name, by their code and by other words', async () => {
    const found = async (query: string) =>
      searchEmoji(await every(), query, 5).map(({ char }) => char);
    expect((await found('thumbs up'))[0]).toMatch(/^👍/);
    expect((await found('+1'))[0]).toMatch(/^👍/);
    expect(await found('heart')).not.toEqual([]);
    expect((await found('tada'))[0]).toBe('🎉');
    expect(await found('PIÑATA')).toEqual(['🪅']);
    expect(await found('zzzz')).toEqual([]);
    expect(await found('  ')).toEqual([]);
  });

  it('an emoji takes a skin tone if it has any, also one of two people', async () => {
    const one = async (name: string) => {
      const found = (await every()).find((each) => each.name === name);
      if (!found) throw new Error(`There is no ${name}.`);
      return found;
    };
    expect(toned(await one('waving hand'), '🏽')).toBe('👋🏽');
    expect(toned(await one('hand with fingers splayed'), '🏿')).toBe('🖐🏿');
    expect(toned(await one('waving hand'), '')).toBe('👋');
    expect(toned(await one('party popper'), '🏽')).toBe('🎉');
  });

  it('the last used emoji come newest first and each once', () => {
    const kept = new Map<string, string>();
    const own = new OwnEmoji(
      {
        getItem: (name) => kept.get(name) ?? null,
        setItem: (name, value) => void kept.set(name, value),
      },
      'mark',
    );
    for (const char of ['😀', '🎉', '😀']) own.use(char);
    own.setTone('🏾');
    expect(own.read()).toEqual({ recent: ['😀', '🎉'], tone: '🏾' });
    for (let i = 0; i < 40; i += 1) own.use(`${i}`);
    expect(own.read().recent).toHaveLength(RECENT);
    kept.set('emoji:mark', '{"recent":7,"tone":"x"}');
    expect(own.read()).toEqual({ recent: [], tone: '' });
    kept.set('emoji:mark', 'broken');
    expect(own.read()).toEqual({ recent: [], tone: '' });
  });
});

describe('in a composer', () => {
  const c = new Console();
  beforeEach(async () => {
    await loadEmoji();
    await import('@/ui/emoji/EmojiPicker.vue');
    await c.open('mark', `/c/${ID}`);
    await c.live('mark', [mine()]);
  }, 60_000);
  afterEach(() => c.close());
  const field = () => get('composer') as HTMLTextAreaElement;
  const write = async (text: string) => {
    await type(c, 'composer', text);
    field().setSelectionRange(text.length, text.length);
    field().dispatchEvent(new Event('keyup'));
    await c.flush();
    await c.flush();
  };

  it('a colon and a word suggest emoji, by keyboard', async () => {
    await write('Great :ta');
    await write('Great :tada');
    expect(textOf('emoji-option')).toContain('party popper');
    await press(c, field(), { key: 'Enter' });
    expect(field().value).toBe('Great 🎉 ');
    expect(c.socket.sent.filter((frame) => 'command' in frame)).toEqual([]);
    expect(maybe('emoji-list')).toBeUndefined();
  });

  it('a time, an address and a smile suggest nothing', async () => {
    for (const text of ['At 10:30', 'https://e.com', ':)', ':-D', 'a:tada', 'See: tada']) {
      await write(text);
      expect(maybe('emoji-list'), text).toBeUndefined();
    }
  });

  it('Escape leaves the word as it is, and Enter sends it', async () => {
    await write(':tada');
    await press(c, field(), { key: 'Escape', code: 'Escape' });
    expect(maybe('emoji-list')).toBeUndefined();
    await press(c, field(), { key: 'Enter' });
    expect(c.command().command).toEqual({ type: 'send', content: { kind: 'text', text: ':tada' } });
  });

  it('the picker searches, goes by the arrows, and writes at the cursor’s last place', async () => {
    await write('Hello you');
    field().setSelectionRange(5, 5);
    await click(c, 'open-emoji');
    await vi.waitFor(() => get('emoji-search'), 15_000);
    await type(c, 'emoji-search', 'waving hand');
    await click(c, all('emoji-tone')[3] as HTMLElement);
    expect(all('emoji')[0]?.textContent).toBe('👋🏽');
    await press(c, get('emoji-search'), { key: 'Enter' });
    await c.flush();
    expect(field().value).toBe('Hello👋🏽 you');
    expect(maybe('emoji-picker')).toBeUndefined();
    await click(c, 'open-emoji');
    await vi.waitFor(() => get('emoji-search'), 15_000);
    await c.flush();
    expect(all('emoji')[0]?.textContent, 'used last').toBe('👋🏽');
  });
});
