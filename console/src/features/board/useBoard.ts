import { onMounted, onUnmounted, ref, shallowRef } from 'vue';
import type { Board } from '@/contract/protocol';
import { useEnvironment } from '@/stores/environment';

/** How often the server is asked. */
export const EVERY = 5_000;

/** The teams' numbers, asked for again and again while somebody can see them. */
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
      // A later question has been asked: its answer counts.
      if (mine !== asked) return;
      board.value = answer;
      failed.value = false;
    } catch {
      if (mine !== asked) return;
      failed.value = true;
    }
    if (visible()) cancel = clock.after(EVERY, () => void load());
  }

  function onVisible(): void {
    if (visible()) void load();
    else cancel();
  }
  onMounted(() => {
    void load();
    document.addEventListener('visibilitychange', onVisible);
  });
  onUnmounted(() => {
    asked += 1;
    cancel();
    document.removeEventListener('visibilitychange', onVisible);
  });

  return { board, failed, load };
}
