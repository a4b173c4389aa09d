import { Console, click, get, maybe, mine, textOf } from '@tests/support/app';
import { settle } from '@tests/support/clock';
import { conversation, ID, replies, says } from '@tests/support/make';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { favicon } from '@/app/badge';
import { TRIGGERS } from '@/engine/attention';
import { parse } from '@/engine/preferences';
import { SOUND_NAMES, SOUNDS, soundOf, USUAL } from '@/features/preferences/sound';
import { type TabNews, Tabs } from '@/stores/tabs';

describe('sounds', () => {
  it('every trigger has a sound, and an agent can turn it off', () => {
    for (const trigger of TRIGGERS) expect(SOUND_NAMES).toContain(USUAL[trigger]);
    for (const name of SOUND_NAMES) expect(SOUNDS[name].length).toBeGreaterThan(0);
    expect(soundOf({}, 'offer')).toBe('rise');
    expect(soundOf({ offer: 'bell' }, 'offer')).toBe('bell');
    expect(soundOf({ offer: 'off' }, 'offer')).toBeUndefined();
    expect(soundOf({ offer: 'a sound of another version' }, 'offer')).toBe('rise');
  });

  it('the badge shows the count, never more than it can hold', () => {
    expect(favicon(0)).toBe('/icon.svg');
    expect(decodeURIComponent(favicon(3))).toContain('>3<');
    expect(decodeURIComponent(favicon(40))).toContain('>9+<');
  });
});

/** Tabs that hear each other, and a lock that one of them holds at a time. */
class Browser {
  private readonly open = new Map<object, (event: MessageEvent<TabNews>) => void>();
  private readonly queue = new Map<string, (() => void)[]>();
  private count = 0;

  tab(): Tabs {
    this.count += 1;
    return new Tabs({
      name: 'mark',
      self: `tab ${this.count}`,
      channel: () => this.channel(),
      locks: { request: (name, { signal }, hold) => this.request(name, signal, hold) },
    });
  }

  private channel() {
    const { open } = this;
    const channel = {
      onmessage: null as ((event: MessageEvent<TabNews>) => void) | null,
      postMessage(news: TabNews) {
        for (const other of open.keys()) {
          if (other !== channel) {
            (other as typeof channel).onmessage?.({ data: news } as MessageEvent<TabNews>);
          }
        }
      },
      close: () => void open.delete(channel),
    };
    open.set(channel, () => {});
    return channel;
  }

  private async request(name: string, signal: AbortSignal, hold: () => Promise<void>) {
    const waiting = this.queue.get(name) ?? [];
    this.queue.set(name, waiting);
    await new Promise<void>((go) => {
      waiting.push(go);
      if (waiting.length === 1) go();
    });
    if (!signal.aborted) await hold();
    waiting.shift();
    waiting[0]?.();
  }
}

describe('the tabs of one agent', () => {
  it('one tab sounds, and the next one when it closes', async () => {
    const browser = new Browser();
    const [first, second] = [browser.tab(), browser.tab()];
    first.lead('sound');
    second.lead('sound');
    await settle();
    expect([first.leads('sound'), second.leads('sound')]).toEqual([true, false]);
    first.close();
    await settle();
    expect([first.leads('sound'), second.leads('sound')]).toEqual([false, true]);
  });

  it('each tab knows what the others look at, also a tab that has just opened', () => {
    const browser = new Browser();
    const first = browser.tab();
    first.look(ID);
    const second = browser.tab();
    expect(second.lookedAt(ID)).toBe(true);
    expect(second.lookedAt('another-1')).toBe(false);
    first.look(undefined);
    expect(second.lookedAt()).toBe(false);
    first.look(ID);
    first.close();
    expect(second.lookedAt(ID)).toBe(false);
  });
});

describe('calls for the agent', () => {
  const c = new Console();
  const rung: number[] = [];
  let state: 'running' | 'suspended' = 'running';

  beforeEach(() => {
    rung.length = 0;
    state = 'running';
    vi.stubGlobal(
      'AudioContext',
      class {
        currentTime = 0;
        destination = {};
        get state() {
          return state;
        }
        async resume() {
          state = 'running';
        }
        createOscillator() {
          const tone = { frequency: { value: 0 }, type: '', stop() {} };
          return {
            ...tone,
            connect: (to: object) => to,
            start() {
              rung.push(this.frequency.value);
            },
          };
        }
        createGain() {
          const ramp = () => {};
          const gain = {
            setValueAtTime: ramp,
            linearRampToValueAtTime: ramp,
            exponentialRampToValueAtTime: ramp,
          };
          return { gain, connect: (to: object) => to };
        }
      },
    );
  });
  afterEach(() => {
    c.close();
    vi.unstubAllGlobals();
    vi.restoreAllMocks();
  });

  const answered = conversation({ status: 'pending', waiting_on: 'customer' });
  async function open(preferences: object = {}) {
    localStorage.setItem('preferences:mark', JSON.stringify(preferences));
    vi.spyOn(document, 'hasFocus').mockReturnValue(false);
    await c.open();
    await c.live('mark', [[answered, []]]);
    window.dispatchEvent(new MouseEvent('click'));
    await c.flush();
  }
  async function customerWrites() {
    await c.entries(conversation({ seq: answered.seq + 1 }), [
      { seq: answered.seq + 1, at: 0, by: 'customer', events: [says('Hello?')] },
    ]);
    await c.pass(400);
  }

  it('a sound plays once when a customer writes in a chat that nobody looks at', async () => {
    await open();
    await customerWrites();
    expect(rung).toEqual(SOUNDS.soft.map(([pitch]) => pitch));
    await c.pass(30_000);
    expect(rung).toHaveLength(SOUNDS.soft.length);
  });

  it('a trigger that is off is silent, and so is volume zero', async () => {
    await open({ sounds: { waiting: 'off' } });
    await customerWrites();
    expect(rung).toEqual([]);
    c.close();
    await open({ volume: 0 });
    await customerWrites();
    expect(rung).toEqual([]);
  });

  it('the sound repeats until the customer has an answer, if the agent wants it', async () => {
    await open({ repeat_until_read: true });
    await customerWrites();
    await c.pass(10_000);
    expect(rung).toHaveLength(2 * SOUNDS.soft.length);
    const seq = answered.seq + 2;
    await c.entries({ ...answered, seq }, [
      { seq, at: 0, by: 'agent:mark', events: [replies('Hi')] },
    ]);
    await c.pass(30_000);
    expect(rung).toHaveLength(2 * SOUNDS.soft.length);
  });

  it('the title flashes, and the desktop shows a notification if allowed', async () => {
    const shown: string[] = [];
    vi.stubGlobal(
      'Notification',
      class {
        static permission = 'granted';
        onclick = () => {};
        constructor(text: string) {
          shown.push(text);
        }
        close() {}
      },
    );
    await open({ notifications: true });
    await customerWrites();
    expect(shown).toEqual(['John Smith is waiting']);
    const titles = new Set<string>();
    for (let i = 0; i < 2; i += 1) {
      await c.pass(1000);
      titles.add(document.title);
    }
    expect([...titles].sort()).toEqual(['(1) John Smith is waiting', '(1) Switchboard console']);
  });

  it('a mention calls, with its text', async () => {
    await open();
    await c.push({
      type: 'mentioned',
      conversation: 'b000000000000000-1',
      seq: 4,
      at: 0,
      by: 'martha',
      text: 'Can you look at this?',
    });
    expect(rung).toEqual(SOUNDS.bell.map(([pitch]) => pitch));
    expect(textOf('notice')).toContain('Martha mentions you');
    expect(textOf('notice')).toContain('Can you look at this?');
  });

  it('the console offers notifications once, to an agent who is back and has missed a call', async () => {
    const asked = vi.fn(async () => 'granted');
    vi.stubGlobal('Notification', { permission: 'default', requestPermission: asked });
    await open();
    await customerWrites();
    expect(maybe('notice')).toBeUndefined();
    vi.spyOn(document, 'hasFocus').mockReturnValue(true);
    window.dispatchEvent(new Event('focus'));
    await c.flush();
    expect(textOf('notice')).toContain('Desktop notifications would have told you');
    const button = get('notice').querySelector<HTMLElement>('.button');
    if (!button) throw new Error('Nothing is offered.');
    await click(c, button);
    expect(asked).toHaveBeenCalledOnce();
    expect(parse(localStorage.getItem('preferences:mark')).notifications).toBe(true);
  });
});

describe('blocked sound', () => {
  const c = new Console();
  afterEach(() => {
    c.close();
    vi.unstubAllGlobals();
  });

  it('the console says after a while that sound is blocked, until there is a gesture', async () => {
    vi.stubGlobal(
      'AudioContext',
      class {
        state = 'suspended';
        async resume() {
          this.state = 'running';
        }
      },
    );
    const { soundBlocked } = await import('@/features/preferences/sound');
    soundBlocked.value = true;
    await c.open();
    await c.live('mark', [mine()]);
    expect(maybe('sound-blocked')).toBeUndefined();
    await c.pass(6_000);
    expect(textOf('sound-blocked')).toContain('Sounds are off until you allow them');
    window.dispatchEvent(new MouseEvent('click'));
    await c.flush();
    expect(maybe('sound-blocked')).toBeUndefined();
  });

  it('the console says so if there is no audio output, and the agent can dismiss it', async () => {
    vi.stubGlobal(
      'AudioContext',
      class {
        state = 'suspended';
        resume = () => new Promise<void>(() => {});
      },
    );
    vi.resetModules();
    const fresh = await import('@tests/support/app');
    const page = await new fresh.Console().open();
    await page.live('mark', [mine()]);
    const { soundBlocked } = await import('@/features/preferences/sound');
    soundBlocked.value = true;
    await page.pass(6_000);
    await fresh.click(page, 'sound-blocked');
    await fresh.click(page, 'sound-enable');
    await page.pass(2_000);
    expect(fresh.textOf('sound-says')).toContain('has no audio output');
    await fresh.click(page, 'sound-dismiss');
    expect(fresh.maybe('sound-blocked')).toBeUndefined();
    page.close();
  });
});
