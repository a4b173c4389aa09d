import { computed, type ShallowRef, shallowRef } from 'vue';
import { useEnvironment } from '@/stores/environment';
import type { Canned } from './search';

const FRESH = 60_000;

interface Known {
  all: ShallowRef<Canned[]>;
  asked: number;
}
const sessions = new WeakMap<object, Known>();

/** The prepared texts of the workspace, read again when they are wanted and old. */
export function useCanned() {
  const { api, clock } = useEnvironment();
  const known = sessions.get(api) ?? { all: shallowRef([]), asked: Number.NEGATIVE_INFINITY };
  sessions.set(api, known);

  async function refresh(): Promise<void> {
    if (clock.now() - known.asked < FRESH) return;
    known.asked = clock.now();
    try {
      known.all.value = (await api.canned()).canned;
    } catch {
      // What is known is still good; without any, there is nothing to choose from.
      known.asked = Number.NEGATIVE_INFINITY;
    }
  }

  return { all: computed(() => known.all.value), refresh };
}
