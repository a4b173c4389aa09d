import { FakeClock, settle } from '@tests/support/clock';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Preferences as Kept } from '@/contract/protocol';
import { ApiRefused } from '@/engine/api';
import { DEFAULTS } from '@/engine/preferences';
import { GATHER, PreferencesSync } from '@/engine/preferencesSync';

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

function open(): PreferencesSync {
  return new PreferencesSync({
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
  it('a choice holds at once, and several go to the server together', async () => {
    const sync = open();
    await sync.load();
    sync.set({ theme: 'dark' });
    sync.set({ density: 'compact', idle_minutes: 30 });
    expect(sync.value.theme).toBe('dark');
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

  it('preferences come from the server, wherever the agent signs in', async () => {
    server = { ...DEFAULTS, volume: 20, version: 9 };
    const sync = open();
    await sync.load();
    expect(sync.value.volume).toBe(20);
    sync.take({ ...DEFAULTS, volume: 55, version: 8 });
    expect(sync.value.volume).toBe(20);
  });

  it('two screens keep each other’s choices', async () => {
    const sync = open();
    await sync.load();
    server = { ...DEFAULTS, volume: 10, version: 4 };
    sync.set({ theme: 'dark' });
    await pass(GATHER);
    expect(saved).toEqual([]);
    await pass(GATHER);
    expect(saved[0]).toMatchObject({ theme: 'dark', volume: 10, version: 4 });
    expect(sync.value).toMatchObject({ theme: 'dark', volume: 10 });
  });

  it('a choice is saved later when the server is out of reach or the page closes', async () => {
    const sync = open();
    await sync.load();
    problem = new TypeError('offline');
    sync.set({ contrast: 'high' });
    await pass(GATHER);
    sync.stop();
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

  it('choices from before the server kept any go to the server', async () => {
    storage.set('preferences:mark', JSON.stringify({ theme: 'dark' }));
    server = { ...DEFAULTS, version: 0 };
    const sync = open();
    await sync.load();
    expect(sync.value.theme).toBe('dark');
    await pass(GATHER);
    expect(saved[0]).toMatchObject({ theme: 'dark', version: 0 });
  });
});
