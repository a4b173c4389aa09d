import { defineStore } from 'pinia';
import { computed, ref } from 'vue';
import { useSession } from '@/stores/session';

/** Tells whether team chat is open, and with which colleague. */
export const useTeamChat = defineStore('team-chat', () => {
  const session = useSession();
  const shown = ref(false);
  const colleague = ref<string>();
  const unread = computed(() => session.talks().unread);

  function open(id?: string): void {
    shown.value = true;
    if (!id) return;
    colleague.value = id;
    const { held } = session.talks();
    // Pushes and pings kept the loaded messages up to date.
    if (held.get(id)?.state !== 'ready') void session.talks().load(id);
  }
  function back(): void {
    colleague.value = undefined;
  }
  function close(): void {
    shown.value = false;
  }

  return { shown, colleague, unread, open, back, close };
});
