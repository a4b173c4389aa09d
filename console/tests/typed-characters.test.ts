import { afterEach, describe, expect, it } from 'vitest';
import { Layout, type Press, writes } from '@/engine/keypress';
import { ACT_IDS, actSpec, bind, chordOf, matches } from '@/engine/shortcuts';
import { Console, get, maybe, mine, press, textOf, type } from './support/app';
import { ID } from './support/make';

type Modifier = 'Alt' | 'Control' | 'Shift' | 'Meta' | 'AltGraph';
const stroke = (code: string, key: string, ...held: Modifier[]): Press => ({
  code,
  key,
  altKey: held.includes('Alt'),
  ctrlKey: held.includes('Control'),
  shiftKey: held.includes('Shift'),
  metaKey: held.includes('Meta'),
  isComposing: false,
  keyCode: 0,
  getModifierState: (name) => held.includes(name as Modifier),
});

/**
 * The characters of layouts with Option (Mac) and with AltGr (Windows, Linux), by the place of the
 * key.
 */
const MAC: Record<string, Record<string, string>> = {
  Polish: { KeyA: 'ą', KeyC: 'ć', KeyN: 'ń', KeyX: 'ź', KeyD: '∂', KeyU: '¨', KeyT: '†' },
  German: { KeyL: '@', Digit5: '[', Digit7: '|', KeyN: 'Dead', KeyU: 'Dead', KeyA: 'å', KeyC: 'ç' },
  French: { KeyA: 'æ', KeyC: '©', Digit1: '\uf8ff', Digit5: '{', KeyN: 'Dead', KeyT: '™' },
  Spanish: { Digit1: '|', Digit2: '@', KeyC: '©', KeyN: 'Dead', KeyA: 'å', KeyX: '∑' },
  Turkish: { KeyA: 'å', KeyC: 'ç', KeyI: 'î', Digit4: '¢', KeyT: '₺', KeyU: 'Dead' },
  'US-International': { KeyC: 'ç', KeyN: 'Dead', KeyU: 'Dead', KeyA: 'å', Digit1: '¡' },
};
const ALTGR: Record<string, Record<string, string>> = {
  Polish: { KeyA: 'ą', KeyC: 'ć', KeyN: 'ń', KeyX: 'ź', KeyU: '€', KeyT: 'ŧ' },
  German: { KeyQ: '@', KeyE: '€', Digit2: '²', Digit3: '³', KeyM: 'µ', KeyD: 'ð' },
  French: { Digit2: '~', Digit3: '#', Digit4: '{', KeyE: '€', KeyC: '¢', KeyA: 'æ' },
  Spanish: { Digit1: '|', Digit2: '@', Digit3: '#', KeyE: '€', KeyN: 'n', KeyC: '¢' },
  // The Turkish AltGr writes letters that another key of another layout has bare.
  Turkish: { KeyI: 'i', KeyA: 'æ', KeyT: '₺', KeyQ: '@', KeyE: '€', Digit4: '$' },
  'US-International': { KeyA: 'á', KeyN: 'ñ', KeyC: '©', KeyW: 'å', KeyX: 'Dead', Digit1: '¡' },
};
const cases = (table: typeof MAC) =>
  Object.entries(table).flatMap(([layout, keys]) =>
    Object.entries(keys).map(([code, key]) => ({ layout, code, key })),
  );
const usual = bind({});
/** Every place of a key has an act, so that no test passes for want of one. */
const everything = bind(
  Object.fromEntries(
    ACT_IDS.filter((id) => !actSpec(id).own).map((id, index) => {
      const codes = [...'ACDEILMNQTUWX'].map((one) => `Key${one}`);
      const digits = [1, 2, 3, 4, 5, 7].map((one) => `Digit${one}`);
      const all = [...codes, ...digits].flatMap((code) => [`Alt+${code}`, `Mod+Alt+${code}`]);
      return [id, all[index % all.length] ?? 'none'];
    }),
  ),
);

describe('a character that a layout writes', () => {
  it.each(cases(MAC))('$layout on a Mac: Option+$code writes $key and does nothing', (one) => {
    for (const shift of [[], ['Shift']] as Modifier[][]) {
      const event = stroke(one.code, one.key, 'Alt', ...shift);
      for (const bindings of [usual, everything]) {
        expect(matches(bindings, event, true)).toEqual([]);
      }
    }
  });

  it.each(cases(ALTGR))('$layout: AltGr+$code writes $key and does nothing', (one) => {
    const shapes: Modifier[][] = [
      ['AltGraph'],
      ['AltGraph', 'Control', 'Alt'],
      ['Control', 'Alt'],
      ['AltGraph', 'Alt'],
      ['AltGraph', 'Shift'],
    ];
    for (const held of shapes) {
      const event = stroke(one.code, one.key, ...held);
      expect(matches(usual, event, true), held.join()).toEqual([]);
      expect(matches(everything, event, true), held.join()).toEqual([]);
    }
  });

  it('a dead key never acts, in a text or outside of one', () => {
    for (const held of [[], ['Alt'], ['Shift', 'Alt'], ['AltGraph']] as Modifier[][]) {
      const event = stroke('KeyN', 'Dead', ...held);
      expect(chordOf(event)).toBeUndefined();
      expect(matches(usual, event, false)).toEqual([]);
      expect(matches(usual, event, true)).toEqual([]);
    }
  });

  it('Alt and the number pad write a character by its number', () => {
    const own = bind({ accept: 'Alt+Numpad1' });
    expect(matches(own, stroke('Numpad1', '1', 'Alt'), true)).toEqual([]);
    expect(matches(own, stroke('Numpad1', '1', 'Alt'), false)).toEqual(['accept']);
  });
});

describe('Alt with a letter that is still the letter', () => {
  it.each([
    ['QWERTY', 'KeyC', 'c', 'mode'],
    ['QWERTY with caps lock', 'KeyA', 'A', 'accept'],
    ['AZERTY', 'KeyA', 'q', 'accept'],
    ['QWERTZ', 'Digit1', '1', 'focusCustomer'],
  ])('acts in a text on %s', (_, code, letter, act) => {
    expect(matches(usual, stroke(code, letter, 'Alt'), true)).toEqual([act]);
  });

  it.each([
    ['Russian', 'KeyC', 'с'],
    ['Greek', 'KeyA', 'α'],
    ['French', 'Digit1', '&'],
    ['Turkish', 'KeyD', 'ı'],
  ])('acts on a %s keyboard once the key was typed by itself', (_, code, letter) => {
    const layout = new Layout();
    const event = stroke(code, letter, 'Alt');
    expect(matches(usual, event, true, layout.bare)).toEqual([]);
    layout.learn(stroke(code, letter));
    expect(matches(usual, event, true, layout.bare).length).toBe(1);
    // Option of the same keyboard writes another character there.
    expect(writes(stroke(code, 'ç', 'Alt'), layout.bare)).toBe(true);
  });

  it('the layout learns nothing from modifiers, dead keys or input methods', () => {
    const layout = new Layout();
    layout.learn(stroke('KeyC', 'ç', 'Alt'));
    layout.learn(stroke('KeyC', 'ć', 'AltGraph'));
    layout.learn(stroke('KeyC', 'Dead'));
    layout.learn({ ...stroke('KeyC', 'ㅊ'), isComposing: true });
    layout.learn({ ...stroke('KeyC', 'ㅊ'), keyCode: 229 });
    expect(layout.bare('KeyC')).toBeUndefined();
  });

  it('the key acts by its place outside of a text, whatever a Mac would write', () => {
    expect(matches(usual, stroke('KeyC', 'ç', 'Alt'), false)).toEqual(['mode']);
    expect(matches(usual, stroke('KeyA', 'ą', 'Alt'), false)).toEqual(['accept']);
  });

  it('Cmd writes nothing, nor does Ctrl alone', () => {
    expect(matches(usual, stroke('KeyK', 'k', 'Meta'), true)).toEqual(['palette']);
    expect(matches(usual, stroke('KeyK', 'л', 'Control'), true)).toEqual(['palette']);
    expect(matches(usual, stroke('ArrowDown', 'ArrowDown', 'Alt'), true)).toEqual(['next']);
    expect(matches(usual, stroke('F2', 'F2'), true)).toEqual(['mode']);
  });
});

describe('a comment', () => {
  const c = new Console();
  afterEach(() => c.close());
  const field = () => get('composer') as HTMLTextAreaElement;
  const mode = () =>
    get('mode-comment').getAttribute('aria-pressed') === 'true' ? 'comment' : 'reply';

  it('a comment stays private while an agent writes Polish on a Mac', async () => {
    await c.open('mark', `/c/${ID}`);
    await c.live('mark', [mine()]);
    await press(c, field(), { code: 'KeyC', key: 'c', altKey: true });
    expect(mode()).toBe('comment');
    await type(c, 'composer', 'to oszust, nie wierzy');
    let prevented = false;
    const look = (event: Event) => {
      prevented = event.defaultPrevented;
    };
    window.addEventListener('keydown', look);
    for (const [code, key] of [
      ['KeyC', 'ć'],
      ['KeyA', 'ą'],
      ['KeyN', 'ń'],
      ['KeyX', 'ź'],
      ['KeyU', 'Dead'],
      ['Digit1', '¡'],
    ]) {
      await press(c, field(), { code: code ?? '', key: key ?? '', altKey: true });
      expect(prevented, `${key} is written`).toBe(false);
      expect(mode()).toBe('comment');
      expect(maybe('dialog')).toBeUndefined();
    }
    window.removeEventListener('keydown', look);
    await press(c, field(), { key: 'Enter', code: 'Enter' });
    expect(c.socket.sent.filter((frame) => 'command' in frame)).toEqual([]);
    await press(c, field(), { key: 'F2', code: 'F2' });
    expect(mode()).toBe('reply');
    expect(textOf('send')).toBe('Send');
  });
});
