import { useEventListener } from '@vueuse/core';
import { onMounted, onUnmounted, ref, shallowRef } from 'vue';
import type { Board } from '@/contract/protocol';
import { useEnvironment } from '@/stores/environment';

/** The time between two requests, in ms. */
export const EVERY = 5_000;

/** The teams' numbers, read again and again while the board is in sight. */
export function useBoard(team: () => string) {
  const { api, clock } = useEnvironment();
  const board = shallowRef<Board>();
  const failed = ref(false);
  let cancel = () => {};
  let asked = 0;

  const visible = () => document.visibilityState === 'visible';

  async function load(): Promise<void> {
    cancel();
    asked += 1;
    const mine = asked;
    try {
      const answer = await api.board(team());
      // A later request is under way: its answer counts.
      if (mine !== asked) return;
      board.value = answer;
      failed.value = false;
    } catch {
      if (mine !== asked) return;
      failed.value = true;
    }
    if (visible()) cancel = clock.after(EVERY, () => void load());
  }

  useEventListener(document, 'visibilitychange', () => {
    if (visible()) void load();
    else cancel();
  });
  onMounted(load);
  onUnmounted(() => {
    asked += 1;
    cancel();
  });

  return { board, failed, load };
}
