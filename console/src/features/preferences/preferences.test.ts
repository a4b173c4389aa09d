import { FakeClock, settle } from '@tests/support/clock';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Preferences as Kept } from '@/contract/protocol';
import { ApiRefused } from '@/engine/api';
import { DEFAULTS } from '@/engine/preferences';
import { GATHER, Keeper } from '@/engine/preferencesSync';

let clock: FakeClock;
let storage: Map<string, string>;
let server: Kept;
let saved: Kept[];
let problem: Error | undefined;

beforeEach(() => {
  clock = new FakeClock();
  storage = new Map();
  server = { ...DEFAULTS, version: 3 };
  saved = [];
  problem = undefined;
});

const conflict = () =>
  new ApiRefused({ code: 'version_conflict', message: '', remedy: '' } as ApiRefused['refused']);

function open(): Keeper {
  return new Keeper({
    clock,
    storage: {
      getItem: (key) => storage.get(key) ?? null,
      setItem: (key, value) => void storage.set(key, value),
    },
    name: 'preferences:mark',
    load: async () => {
      if (problem) throw problem;
      return { ...server };
    },
    save: async (all) => {
      if (problem) throw problem;
      if (all.version !== server.version) throw conflict();
      saved.push(all);
      server = { ...all, version: (all.version ?? 0) + 1 };
      return server;
    },
    onChange: () => {},
  });
}
async function pass(ms: number) {
  await clock.advance(ms);
  await settle();
}

describe('preferences', () => {
  it('hold at once, and go to the server in one go', async () => {
    const keeper = open();
    await keeper.load();
    keeper.set({ theme: 'dark' });
    keeper.set({ density: 'compact', idle_minutes: 30 });
    expect(keeper.value.theme).toBe('dark');
    expect(saved).toEqual([]);
    await pass(GATHER);
    expect(saved).toHaveLength(1);
    expect(saved[0]).toMatchObject({
      theme: 'dark',
      density: 'compact',
      idle_minutes: 30,
      version: 3,
    });
    await pass(60_000);
    expect(saved).toHaveLength(1);
  });

  it('come from the server, wherever one signs in', async () => {
    server = { ...DEFAULTS, volume: 20, version: 9 };
    const keeper = open();
    await keeper.load();
    expect(keeper.value.volume).toBe(20);
    keeper.take({ ...DEFAULTS, volume: 55, version: 8 });
    expect(keeper.value.volume).toBe(20);
  });

  it('of two screens keep what each has chosen', async () => {
    const keeper = open();
    await keeper.load();
    server = { ...DEFAULTS, volume: 10, version: 4 };
    keeper.set({ theme: 'dark' });
    await pass(GATHER);
    expect(saved).toEqual([]);
    await pass(GATHER);
    expect(saved[0]).toMatchObject({ theme: 'dark', volume: 10, version: 4 });
    expect(keeper.value).toMatchObject({ theme: 'dark', volume: 10 });
  });

  it('are saved later, when the server cannot be reached or the page is closed', async () => {
    const keeper = open();
    await keeper.load();
    problem = new TypeError('offline');
    keeper.set({ contrast: 'high' });
    await pass(GATHER);
    keeper.stop();
    problem = undefined;
    const later = open();
    expect(later.value.contrast).toBe('high');
    await later.load();
    await pass(GATHER);
    expect(saved[0]).toMatchObject({ contrast: 'high', version: 3 });
    problem = new TypeError('offline');
    later.set({ contrast: 'normal' });
    await pass(GATHER);
    problem = undefined;
    await pass(15_000);
    expect(saved[1]).toMatchObject({ contrast: 'normal', version: 4 });
  });

  it('that were chosen before the server kept any are brought to it', async () => {
    storage.set('preferences:mark', JSON.stringify({ theme: 'dark' }));
    server = { ...DEFAULTS, version: 0 };
    const keeper = open();
    await keeper.load();
    expect(keeper.value.theme).toBe('dark');
    await pass(GATHER);
    expect(saved[0]).toMatchObject({ theme: 'dark', version: 0 });
  });
});
