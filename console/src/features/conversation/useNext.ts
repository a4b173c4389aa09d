import { defineStore } from 'pinia';
import { ref } from 'vue';
import { useEnvironment } from '@/stores/environment';
import { useSession } from '@/stores/session';
import { useUi } from '@/stores/ui';
import { useList } from './list/useList';

const KEPT = 'resolve:next';

/** The way from a finished conversation to the next one, as the agent chose it last. */
export const useNext = defineStore('next', () => {
  const session = useSession();
  const ui = useUi();
  const list = useList();
  const { storage } = useEnvironment();
  /** True if the agent chose "Resolve and open next" last. */
  const chosen = ref(storage.getItem(KEPT) === 'yes');

  function choose(on: boolean): void {
    chosen.value = on;
    storage.setItem(KEPT, on ? 'yes' : 'no');
  }

  /**
   * Notes what follows after a conversation, before the conversation leaves the list. The answer
   * opens the first of these customers who still waits; without one, the start panel shows.
   */
  function after(conversation: string): () => void {
    const order = list.waitingAfter(conversation);
    return () => {
      if (ui.conversation !== conversation) return;
      const waits = new Set(
        session.lists.mine
          .filter(({ dot }) => dot === 'waiting')
          .map(({ thread }) => thread.conversation.id),
      );
      const next = order.find((id) => waits.has(id) && id !== conversation);
      if (next) void ui.open(next);
      else ui.close();
    };
  }

  return { chosen, choose, after };
});
