import { afterEach, describe, expect, it, vi } from 'vitest';
import { DEFAULTS, parse, preferences } from '@/engine/preferences';
import { panelWidth } from '@/ui/panelWidth';
import { Console, click, get, maybe, mine, press, type } from './support/app';
import { ID } from './support/make';

const c = new Console();
afterEach(() => c.close());

describe('preferences', () => {
  it('valid fields are taken and the others keep their defaults', () => {
    const chosen = preferences({
      theme: 'dark',
      density: 'tiny',
      volume: 400,
      notifications: 'yes',
      shortcuts: { transfer: 'Alt+KeyQ', resolve: 3 },
      panels: { list: 380, details: 'wide' },
    });
    expect(chosen).toEqual({
      ...DEFAULTS,
      theme: 'dark',
      volume: 100,
      shortcuts: { transfer: 'Alt+KeyQ' },
      panels: { list: 380 },
    });
    expect(parse('{')).toEqual(DEFAULTS);
  });

  it('preferences hold on the page at once, and follow another tab', async () => {
    await c.open();
    await c.live('mark', []);
    await click(c, 'presence-menu');
    const dark = [...document.querySelectorAll<HTMLElement>('.menu .segments button')][2];
    if (!dark) throw new Error('There is no choice of themes.');
    await click(c, dark);
    const page = document.documentElement.dataset;
    expect(page.theme).toBe('dark');
    const key = 'preferences:mark';
    expect(parse(localStorage.getItem(key)).theme).toBe('dark');
    const newValue = JSON.stringify({ theme: 'light', density: 'compact', contrast: 'high' });
    window.dispatchEvent(new StorageEvent('storage', { key, newValue }));
    await c.flush();
    expect([page.theme, page.density, page.contrast]).toEqual(['light', 'compact', 'high']);
  });
});

describe('being away', () => {
  const said = () => c.posted.filter(({ url }) => url === 'PUT /v1/me/presence');

  it('an absence has a reason from the list, or one in the agent’s own words', async () => {
    await c.open();
    c.http.set('PUT /v1/me/presence', { body: {} });
    await c.live('mark', []);
    await click(c, 'presence-menu');
    await click(c, 'away-reason');
    expect(said().at(-1)?.body).toEqual({ presence: 'away', reason: 'Break' });
    expect(maybe('away-say')).toBeUndefined();
    await type(c, 'away-text', '  Dentist, back at four ');
    await click(c, 'away-say');
    expect(said().at(-1)?.body).toEqual({ presence: 'away', reason: 'Dentist, back at four' });
    expect(get('presence-away').textContent).toContain('Dentist, back at four');
    expect((get('away-text') as HTMLInputElement).value).toBe('');
    await type(c, 'away-text', 'x'.repeat(103));
    expect(maybe('away-say')).toBeUndefined();
    expect(document.querySelector('.menu .problem')?.textContent).toContain('3');
  });

  it('the typed reason stays when the server refuses it', async () => {
    await c.open();
    c.http.set('PUT /v1/me/presence', {
      status: 400,
      body: { error: { code: 'odd', message: 'Not like this.', remedy: 'Else.' } },
    });
    await c.live('mark', []);
    await click(c, 'presence-menu');
    await type(c, 'away-text', 'Dentist');
    await click(c, 'away-say');
    expect((get('away-text') as HTMLInputElement).value).toBe('Dentist');
    expect(document.querySelector('.notices')?.textContent).toContain('Not like this.');
    expect(get('presence-available').getAttribute('aria-pressed')).toBe('true');
  });
});

describe('being idle', () => {
  const MINUTE = 60_000;
  const said = () => c.posted.filter(({ url }) => url === 'PUT /v1/me/presence');
  async function open(minutes = 10) {
    await import('@/features/presence/IdleCard.vue');
    c.posted.length = 0;
    localStorage.setItem('preferences:mark', JSON.stringify({ idle_minutes: minutes }));
    await c.open();
    c.http.set('PUT /v1/me/presence', { body: {} });
    await c.live('mark', []);
  }
  const input = async (name: string, on: EventTarget = document.body) => {
    on.dispatchEvent(new PointerEvent(name, { bubbles: true }));
    await c.flush();
  };

  it('the console asks after ten minutes, and never acts by itself', async () => {
    await open();
    await c.pass(6 * MINUTE);
    await input('pointermove');
    await c.pass(9 * MINUTE);
    expect(maybe('idle')).toBeUndefined();
    await c.pass(2 * MINUTE);
    expect(get('idle').textContent).toContain('You have been idle for 11 minutes.');
    await c.pass(30 * MINUTE);
    expect(said()).toEqual([]);
    (get('idle-reason') as HTMLSelectElement).value = 'Break';
    get('idle-reason').dispatchEvent(new Event('change'));
    await click(c, 'idle-away');
    expect(said().map(({ body }) => body)).toEqual([{ presence: 'away', reason: 'Break' }]);
    expect(maybe('idle')).toBeUndefined();
    await c.pass(30 * MINUTE);
    expect(maybe('idle')).toBeUndefined();
  });

  it('a key or click answers, here or in another tab, but not on the way to the card', async () => {
    await open();
    const again = async () => {
      await c.pass(10 * MINUTE);
      expect(maybe('idle')).toBeDefined();
    };
    await again();
    await input('pointermove');
    await press(c, document.body, { key: 'Tab', code: 'Tab' });
    await input('pointerdown', get('idle'));
    expect(maybe('idle')).toBeDefined();
    await press(c, document.body, { key: 'h', code: 'KeyH' });
    expect(maybe('idle')).toBeUndefined();
    await again();
    localStorage.setItem('active:mark', String(c.clock.now()));
    await c.pass(1000);
    expect(maybe('idle')).toBeUndefined();
    await again();
    await click(c, 'idle-stay');
    expect(maybe('idle')).toBeUndefined();
    expect(said()).toEqual([]);
  });

  it('the console does not ask if the workspace switched it off', async () => {
    await open(0);
    await c.pass(60 * MINUTE);
    expect(maybe('idle')).toBeUndefined();
  });

  it('a locked screen counts at once, if the browser reports it', async () => {
    class Detector extends EventTarget {
      static made: Detector;
      static requestPermission = async () => 'granted' as const;
      screenState = 'unlocked';
      userState = 'active';
      constructor() {
        super();
        Detector.made = this;
      }
      async start() {}
    }
    vi.stubGlobal('IdleDetector', Detector);
    vi.stubGlobal('navigator', {
      ...{ onLine: true, platform: 'Linux', locks: undefined },
      permissions: { query: async () => ({ state: 'granted' }) },
    });
    await open();
    Detector.made.screenState = 'locked';
    Detector.made.dispatchEvent(new Event('change'));
    await c.flush();
    expect(get('idle').textContent).toContain('Your screen was locked.');
    vi.unstubAllGlobals();
  });
});

describe('the panels', () => {
  const now = () => Number(get('separator-list').getAttribute('aria-valuenow'));

  it('a panel has a width within bounds, whatever was stored', () => {
    expect(panelWidth({}, 'list')).toBe(320);
    expect(panelWidth({ list: 10_000 }, 'list')).toBe(520);
    expect(panelWidth({ details: 1 }, 'details')).toBe(260);
  });

  it('the arrow keys make a panel wider and narrower, and it stays so', async () => {
    await c.open('mark', `/c/${ID}`);
    await c.live('mark', [mine()]);
    const line = get('separator-list');
    expect(line.getAttribute('role')).toBe('separator');
    await press(c, line, { key: 'ArrowRight', code: 'ArrowRight' });
    expect(now()).toBe(336);
    await press(c, line, { key: 'ArrowLeft', code: 'ArrowLeft', shiftKey: true });
    expect(now()).toBe(272);
    await press(c, line, { key: 'Home', code: 'Home' });
    expect(now()).toBe(240);
    // The details stand on the other side: they grow to the left.
    await press(c, get('separator-details'), { key: 'ArrowLeft', code: 'ArrowLeft' });
    expect(parse(localStorage.getItem('preferences:mark')).panels).toEqual({
      list: 240,
      details: 336,
    });
    await press(c, line, { key: 'Enter', code: 'Enter' });
    expect(now()).toBe(320);
  });

  it('the pointer drags a panel', async () => {
    await c.open();
    await c.live('mark', [mine()]);
    expect(maybe('separator-details')).toBeUndefined();
    const line = get('separator-list');
    line.setPointerCapture = () => {};
    const pointer = (type: string, clientX: number) =>
      line.dispatchEvent(new PointerEvent(type, { clientX, button: 0, pointerId: 1 }));
    pointer('pointerdown', 376);
    pointer('pointermove', 426);
    pointer('pointerup', 426);
    pointer('pointermove', 500);
    await c.flush();
    expect(now()).toBe(370);
  });
});

describe('preferences of another screen', () => {
  it('pushed preferences hold at once', async () => {
    await c.open();
    await c.live('mark', []);
    await c.push({ type: 'preferences', ...DEFAULTS, theme: 'dark', version: 2 });
    expect(document.documentElement.dataset.theme).toBe('dark');
  });
});
