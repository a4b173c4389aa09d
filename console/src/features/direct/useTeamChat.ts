import { defineStore } from 'pinia';
import { computed, ref } from 'vue';
import { useDesk } from '@/stores/desk';

/** Tells whether team chat is open, and with which colleague. */
export const useTeamChat = defineStore('team-chat', () => {
  const desk = useDesk();
  const shown = ref(false);
  const colleague = ref<string>();
  const unread = computed(() => desk.talks().unread);

  function open(id?: string): void {
    shown.value = true;
    if (!id) return;
    colleague.value = id;
    const { held } = desk.talks();
    // Pushes and pings kept the loaded messages up to date.
    if (held.get(id)?.state !== 'ready') void desk.talks().load(id);
  }
  function back(): void {
    colleague.value = undefined;
  }
  function close(): void {
    shown.value = false;
  }

  return { shown, colleague, unread, open, back, close };
});
