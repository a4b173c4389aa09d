import { computed, type ShallowRef, shallowRef } from 'vue';
import type { Template } from '@/contract/protocol';
import { useEnvironment } from '@/stores/environment';

const FRESH = 60_000;

interface Known {
  all: ShallowRef<readonly Template[] | undefined>;
  failed: ShallowRef<boolean>;
  asked: number;
}
const sessions = new WeakMap<object, Map<string, Known>>();

/** The templates of an account, read again on demand once they are old. */
export function useTemplates(asset: string) {
  const { api, clock } = useEnvironment();
  const accounts = sessions.get(api) ?? new Map<string, Known>();
  sessions.set(api, accounts);
  const known = accounts.get(asset) ?? {
    all: shallowRef(undefined),
    failed: shallowRef(false),
    asked: Number.NEGATIVE_INFINITY,
  };
  accounts.set(asset, known);

  async function refresh(again = false): Promise<void> {
    if (!again && clock.now() - known.asked < FRESH) return;
    known.asked = clock.now();
    known.failed.value = false;
    try {
      const { accounts: found } = await api.templates(asset);
      known.all.value = found.find((one) => one.asset === asset)?.templates ?? [];
    } catch {
      // The known templates are still good.
      known.failed.value = known.all.value === undefined;
      known.asked = Number.NEGATIVE_INFINITY;
    }
  }

  return {
    all: computed(() => known.all.value),
    failed: computed(() => known.failed.value),
    refresh,
  };
}
