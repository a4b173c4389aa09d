import { defineStore } from 'pinia';
import { reactive } from 'vue';
import type { AssetCheck, AssetConnection, TestResult } from '@/contract/protocol';
import { requests } from '@/features/workspace/requests';
import { useEnvironment } from '@/stores/environment';
import { hasProvider, missing } from './steps';

/** A check asks the provider several questions: a list does so once in this time, in ms. */
const FRESH = 600_000;
const AT_ONCE = 3;

/** The connections of the channels, and what their providers said in this session. */
export const useChannels = defineStore('channels', () => {
  const { api, clock } = useEnvironment();
  const ask = requests(api);
  const connections = reactive(new Map<string, AssetConnection>());
  const checks = reactive(new Map<string, AssetCheck & { at: number }>());
  const tests = reactive(new Map<string, TestResult>());
  const failed = reactive(new Set<string>());

  async function load(id: string): Promise<AssetConnection | undefined> {
    try {
      const now = await ask.connection(id);
      connections.set(id, now);
      failed.delete(id);
      return now;
    } catch {
      failed.add(id);
      return undefined;
    }
  }
  async function check(id: string): Promise<AssetCheck> {
    const found = await ask.check(id);
    checks.set(id, { ...found, at: clock.now() });
    return found;
  }
  /** Enters, replaces or removes values; what the provider said of the earlier ones is void. */
  async function enter(id: string, values: Record<string, string | null>): Promise<void> {
    const version = connections.get(id)?.version ?? 0;
    connections.set(id, await ask.secrets(id, { version, values }));
    checks.delete(id);
    tests.delete(id);
  }
  async function test(id: string, to: string, text: string): Promise<TestResult> {
    const result = await ask.test(id, { to, ...(text ? { text } : {}) });
    tests.set(id, result);
    return result;
  }
  const stale = (id: string) => clock.now() - (checks.get(id)?.at ?? -FRESH) >= FRESH;
  /** Looks at the channels of a list; a channel that cannot be read shows no health. */
  async function look(ids: readonly string[]): Promise<void> {
    const left = [...ids];
    const lane = async () => {
      for (let id = left.shift(); id; id = left.shift()) {
        const now = await load(id);
        const ready = now && hasProvider(now) && !missing(now).length;
        if (ready && stale(id)) await check(id).catch(() => undefined);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, lane));
  }
  const known = (id: string) => {
    const connection = connections.get(id);
    return connection && { connection, check: checks.get(id), test: tests.get(id) };
  };
  return { check, checks, connections, enter, failed, known, load, look, test, tests };
});
