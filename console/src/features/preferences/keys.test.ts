import { all, Console, click, get, maybe, mine, press, textOf, type } from '@tests/support/app';
import { agent, conversation, ID, place, start, welcome } from '@tests/support/make';
import { afterEach, describe, expect, it } from 'vitest';
import { nextTick } from 'vue';
import type { QueuePlace } from '@/contract/protocol';
import { parse } from '@/engine/preferences';
import {
  ACT_IDS,
  ACTS,
  ariaKeys,
  bind,
  chordOf,
  isReserved,
  isSingle,
  type KeyPress,
  keyNames,
  matches,
  takenBy,
} from '@/engine/shortcuts';
import { rank, score } from '@/features/palette/rank';
import { t } from '@/i18n/words';

const key = (code: string, over: Partial<KeyPress> = {}): KeyPress => ({
  code,
  key: '',
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  isComposing: false,
  getModifierState: () => false,
  ...over,
});
const usual = bind({});

describe('the table of acts', () => {
  it('every chord belongs to one act, and every act has a name', () => {
    const chords = ACT_IDS.flatMap((id) => usual[id]);
    expect(new Set(chords).size).toBe(chords.length);
    for (const id of ACT_IDS) expect(t(`acts-${id}`)).toBeTruthy();
  });

  it('a chord goes by the place of the key, and never with AltGraph', () => {
    expect(matches(usual, key('KeyA', { altKey: true, key: 'ą' }), false)).toEqual(['accept']);
    expect(matches(usual, key('KeyA', { altKey: true, key: 'a' }), true)).toEqual(['accept']);
    const graph = { altKey: true, getModifierState: (m: string) => m === 'AltGraph' };
    expect(matches(usual, key('KeyA', graph), true)).toEqual([]);
    expect(matches(usual, key('KeyA', { altKey: true, isComposing: true }), true)).toEqual([]);
  });

  it('Ctrl and Cmd count as the same', () => {
    expect(matches(usual, key('KeyK', { ctrlKey: true }), true)).toEqual(['palette']);
    expect(matches(usual, key('KeyK', { metaKey: true }), true)).toEqual(['palette']);
    expect(matches(usual, key('KeyK', { metaKey: true, shiftKey: true }), true)).toEqual([]);
  });

  it('typing sets off no act', () => {
    expect(matches(usual, key('KeyJ'), true)).toEqual([]);
    expect(matches(usual, key('KeyJ'), false)).toEqual(['next']);
    const question = key('Minus', { key: '?', shiftKey: true });
    expect(matches(usual, question, false)).toEqual(['help']);
    expect(matches(usual, question, true)).toEqual([]);
  });

  it('single keys do nothing while they are off, except Esc and F6', () => {
    const none = bind({}, false);
    expect(none.next).toEqual(['Alt+ArrowDown']);
    expect(none.help).toEqual([]);
    expect([...none.close, ...none.nextPanel]).toEqual(['Escape', 'F6']);
  });

  it('an agent’s own chord replaces the defaults, and the table finds its owner', () => {
    const own = bind({ transfer: 'Alt+KeyQ', resolve: 'none' });
    expect(own.transfer).toEqual(['Alt+KeyQ']);
    expect(own.resolve).toEqual([]);
    expect(takenBy(own, 'Alt+KeyQ', 'discuss')).toBe('transfer');
    expect(takenBy(own, 'Alt+KeyQ', 'transfer')).toBeUndefined();
    expect(takenBy(own, 'Alt+KeyT', 'discuss')).toBeUndefined();
  });

  it('no act takes a chord of the browser or of writing', () => {
    for (const chord of ['Tab', 'Enter', 'Mod+KeyC', 'Mod+KeyW', 'ArrowDown', 'F5', 'Escape']) {
      expect(isReserved(chord), chord).toBe(true);
    }
    // A tab never hears of it; an installed app does.
    expect(isReserved('Mod+KeyT')).toBe(true);
    expect(isReserved('Mod+KeyT', true)).toBe(false);
    for (const { keys } of Object.values(ACTS).filter((act) => !('own' in act))) {
      for (const chord of keys) {
        expect(isReserved(chord) && chord !== 'Escape', chord).toBe(false);
      }
    }
  });

  it('key names follow the keyboard’s labels, and assistive technology’s form', () => {
    expect(keyNames('Mod+Shift+KeyF', false)).toEqual(['Ctrl', 'Shift', 'F']);
    expect(keyNames('Alt+ArrowDown', true)).toEqual(['⌥', '↓']);
    expect(keyNames('KeyA', false, new Map([['KeyA', 'q']]))).toEqual(['Q']);
    expect(ariaKeys(['Alt+KeyT', 'KeyT'], false)).toBe('Alt+T T');
    expect(chordOf(key('ShiftLeft', { key: 'Shift', shiftKey: true }))).toBeUndefined();
    expect(isSingle('Shift+KeyA')).toBe(true);
  });
});

const c = new Console();
afterEach(() => c.close());
const body = () => document.body;

async function live(path = `/c/${ID}`) {
  await c.open('mark', path);
  await c.live('mark', [mine()]);
  await import('@/features/palette/CommandPalette.vue');
  await import('@/features/settings/SettingsScreen.vue');
}

describe('keys on the page', () => {
  it('keys open the dialogs of the conversation, single letters only outside of typing', async () => {
    await live();
    await press(c, body(), { code: 'KeyE', key: 'e' });
    expect(textOf('dialog')).toContain('Resolve');
    await press(c, get('dialog'), { code: 'Escape', key: 'Escape' });
    await press(c, get('composer'), { code: 'KeyT', key: 't' });
    expect(maybe('dialog')).toBeUndefined();
    await press(c, get('composer'), { code: 'KeyT', key: 't', altKey: true });
    expect(textOf('dialog')).toContain('Transfer');
  });

  it('Ctrl+R stays the browser’s if there is nothing to resolve', async () => {
    await live('/');
    let prevented = true;
    const look = (event: Event) => {
      prevented = event.defaultPrevented;
    };
    window.addEventListener('keydown', look);
    await press(c, body(), { code: 'KeyR', key: 'r', ctrlKey: true });
    window.removeEventListener('keydown', look);
    expect(prevented).toBe(false);
    expect(maybe('dialog')).toBeUndefined();
  });

  it('the key goes to the next waiting customer, the longest first', async () => {
    await c.open();
    const other = { id: 'b000000000000000-1', thread: 'b000000000000000' };
    await c.live('mark', [mine(), [conversation({ ...other, waiting_since: 1 }), start()]]);
    await press(c, body(), { code: 'KeyW', key: 'w' });
    expect(location.pathname).toBe(`/c/${other.id}`);
    await press(c, body(), { code: 'KeyW', key: 'w', altKey: true });
    expect(location.pathname).toBe(`/c/${ID}`);
  });
});

describe('Alt+A with nothing open', () => {
  const queue = (id: string, mode: 'manual' | 'auto', ...waiting: QueuePlace[]) => ({
    ...{ id, name: id, team: 'care', mode, waiting, more: false },
  });
  const alt = { code: 'KeyA', key: 'a', altKey: true };
  const queues = [
    queue('billing', 'manual', place('b000000000000000-1', { since: 200 })),
    queue('returns', 'manual', place('c000000000000000-1', { since: 100 })),
    queue('auto', 'auto', place('d000000000000000-1', { since: 1 })),
  ];

  it('the key shows the longest waiting customer of the manual queues', async () => {
    await c.open();
    await c.live('mark', [], queues);
    await press(c, body(), alt);
    expect(location.pathname).toBe('/c/c000000000000000-1');
    expect(get('tab-queue').getAttribute('aria-selected')).toBe('true');
  });

  it('the key leaves an open conversation alone', async () => {
    await c.open('mark', `/c/${ID}`);
    await c.live('mark', [mine()], queues);
    await press(c, body(), alt);
    expect(location.pathname).toBe(`/c/${ID}`);
  });

  it('the key does nothing for an agent at capacity', async () => {
    await c.open();
    c.socket.open();
    await c.push(welcome('mark', [], { queues, agents: [agent('mark', { capacity: 0 })] }));
    await press(c, body(), alt);
    expect(location.pathname).toBe('/');
  });
});

describe('the palette', () => {
  it('a title that begins with the words ranks before one that holds them', () => {
    const items = ['Away', 'Go away', 'Conversation', 'Über uns'].map((title) => ({ title }));
    expect(rank(items, 'away', 5).map((one) => one.title)).toEqual(['Away', 'Go away']);
    expect(rank(items, 'uber', 5).map((one) => one.title)).toEqual(['Über uns']);
    expect(score('Conversation', 'x')).toBeUndefined();
  });

  it('the palette finds acts with their keys, people and conversations, and runs the chosen one', async () => {
    await live('/');
    await press(c, body(), { code: 'KeyK', key: 'k', ctrlKey: true });
    expect(
      all('palette-result')
        .map((one) => one.textContent)
        .join(),
    ).toContain('John Smith');
    await type(c, 'palette-query', 'keyboard sh');
    expect(textOf('palette-result')).toBe('Keyboard shortcuts?');
    await type(c, 'palette-query', 'martha');
    expect(textOf('palette-result')).toContain('Martha');
    await type(c, 'palette-query', 'john');
    await press(c, get('palette-query'), { key: 'Enter', code: 'Enter' });
    expect(location.pathname).toBe(`/c/${ID}`);
    expect(maybe('palette')).toBeUndefined();
  });

  it('the palette goes to a setting', async () => {
    await live('/');
    await press(c, body(), { code: 'KeyK', key: 'k', metaKey: true });
    await type(c, 'palette-query', 'auto-resolve silence');
    expect(textOf('palette')).toContain('Nothing here for “auto-resolve silence”');
    await type(c, 'palette-query', 'resolve silence');
    await click(c, 'palette-result');
    expect(location.pathname + location.hash).toBe('/settings#timers');
  });
});

describe('the palette beyond the session', () => {
  const card = (id: string, name: string, contact: string) => ({
    ...{ id, name, contact, reference: id.toUpperCase(), channel: 'email', queue: 'billing' },
    ...{ status: 'resolved', owner: 'martha', alias: 'Refund', tags: [], labels: [], priority: 1 },
    ...{ waiting_on: 'agent', waiting_since: 0, opened_at: 0, updated_at: 0, summary: '' },
  });
  const results = () => all('palette-result').map((one) => one.textContent?.trim());
  const answer = (body: object, status = 200) =>
    c.http.set('GET /v1/conversations', { status, body });
  async function ask(text: string) {
    await press(c, body(), { code: 'KeyK', key: 'k', ctrlKey: true });
    await type(c, 'palette-query', text);
  }
  const enter = () => press(c, get('palette-query'), { key: 'Enter', code: 'Enter' });

  it('the palette asks the server on demand, and opens the result', async () => {
    await live('/');
    answer({ conversations: [card('z000000000000000-4', 'Zoe', 'c9')] });
    await ask(' zoe ');
    expect(results()).toEqual(['Search everywhere for “zoe”']);
    expect(c.posted.some(({ url }) => url === 'GET /v1/conversations')).toBe(false);
    await enter();
    expect(c.queries.at(-1)).toBe('q=zoe');
    expect(results()).toEqual(['Zoe', 'ZoeZ000-0000-4 · Refund · Resolved · With Martha']);
    await type(c, 'palette-query', 'zoe b');
    expect(results()).toEqual(['Search everywhere for “zoe b”']);
    await type(c, 'palette-query', 'zoe');
    await enter();
    await click(c, all('palette-result')[1] as HTMLElement);
    expect(location.pathname).toBe('/c/z000000000000000-4');
    expect(maybe('palette')).toBeUndefined();
  });

  it('the palette says that it searches, that it found nothing, and that it failed', async () => {
    await live('/');
    answer({ conversations: [] });
    await ask('zebra');
    get('palette-query').dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }),
    );
    await nextTick();
    expect(textOf('palette-note')).toBe('Searching everywhere…');
    await c.flush();
    expect(textOf('palette-note')).toBe('Nothing found for “zebra”');
    answer({}, 500);
    await type(c, 'palette-query', 'zebras');
    await enter();
    expect(textOf('palette-note')).toBe('The search did not work.');
    answer({ conversations: [card('z000000000000000-4', 'Zebra', 'c9')] });
    expect(results()).toEqual(['Try again']);
    await enter();
    expect(results().at(-1)).toContain('Refund');
    expect(maybe('palette-note')).toBeUndefined();
  });

  it('the palette shows all of a contact’s conversations, and leads back', async () => {
    await live('/');
    const past = [card('y000000000000000-1', 'John Smith', 'c1')];
    c.http.set('GET /v1/contacts/c1/conversations', { body: { conversations: past } });
    await ask('smith');
    const contact = all('palette-result').find((one) => one.textContent?.trim() === 'John Smith');
    if (!contact) throw new Error('The contact is not found.');
    await click(c, contact);
    expect(get('palette-back').textContent).toContain('John Smith');
    expect(results()).toEqual([
      'Open the contact John Smith',
      'John SmithY000-0000-1 · Refund · Resolved · With Martha',
    ]);
    await type(c, 'palette-query', 'billing');
    expect(textOf('palette-note')).toBe('Nothing found for “billing”');
    await type(c, 'palette-query', '');
    await press(c, get('palette-query'), { key: 'Backspace', code: 'Backspace' });
    expect(maybe('palette-back')).toBeUndefined();
    expect(results().length).toBeGreaterThan(3);
  });
});

describe('an agent’s own keys', () => {
  const kept = () => parse(localStorage.getItem('preferences:mark')).shortcuts;

  async function open() {
    await c.open('mark', '/settings#keys');
    c.socket.open();
    await c.push(welcome('mark', [], { agents: [agent('mark'), agent('martha')] }));
    await import('@/features/settings/SettingsScreen.vue');
    await c.flush();
  }
  async function remap(id: string, init: KeyboardEventInit) {
    await click(c, `remap-${id}`);
    await press(c, get('remap-field'), init);
  }

  it('a pressed chord is kept and shown', async () => {
    await open();
    await remap('transfer', { code: 'KeyQ', key: 'q', altKey: true });
    expect(kept()).toEqual({ transfer: 'Alt+KeyQ' });
    expect(textOf('keys-transfer')).toContain('AltQ');
    await click(c, 'reset-transfer');
    expect(kept()).toEqual({});
  });

  it('the page refuses the browser’s chords, and asks about another act’s', async () => {
    await open();
    await remap('transfer', { code: 'KeyC', key: 'c', ctrlKey: true });
    expect(textOf('remap-problem')).toContain('Ctrl C is reserved for the browser');
    await press(c, get('remap-field'), { code: 'KeyD', key: 'd' });
    expect(textOf('remap-clash')).toContain('D is already used for “Assign/Discuss”.');
    expect(kept()).toEqual({});
    await click(c, 'remap-take');
    expect(kept()).toEqual({ transfer: 'KeyD', discuss: 'Alt+KeyD' });
  });

  it('the help sheet shows the agent’s own keys', async () => {
    await open();
    await remap('help', { code: 'KeyH', key: 'h', altKey: true });
    await press(c, document.body, { code: 'KeyH', key: 'h', altKey: true });
    expect(textOf('key-help')).toBe('Keyboard shortcutsAltH');
  });
});
