import { computed, type ShallowRef, shallowRef } from 'vue';
import type { Canned } from '@/contract/protocol';
import { useEnvironment } from '@/stores/environment';

const FRESH = 60_000;

interface Known {
  all: ShallowRef<Canned[]>;
  /** True if reading failed: an empty list then proves nothing. */
  failed: ShallowRef<boolean>;
  asked: number;
}
const sessions = new WeakMap<object, Known>();

/** The canned messages of the workspace, read again on demand once they are old. */
export function useCanned() {
  const { api, clock } = useEnvironment();
  const known = sessions.get(api) ?? {
    all: shallowRef([]),
    failed: shallowRef(false),
    asked: Number.NEGATIVE_INFINITY,
  };
  sessions.set(api, known);

  async function refresh(): Promise<void> {
    if (clock.now() - known.asked < FRESH) return;
    known.asked = clock.now();
    try {
      known.all.value = (await api.canned()).canned;
      known.failed.value = false;
    } catch {
      // The known messages are still good.
      known.failed.value = true;
      known.asked = Number.NEGATIVE_INFINITY;
    }
  }

  return {
    all: computed(() => known.all.value),
    failed: computed(() => known.failed.value),
    refresh,
  };
}
