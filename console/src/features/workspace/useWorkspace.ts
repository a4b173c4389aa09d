import { defineStore } from 'pinia';
import { computed, ref, shallowRef, watch } from 'vue';
import type { Workspace } from '@/contract/protocol';
import { useEnvironment } from '@/stores/environment';
import { useSession } from '@/stores/session';
import { requests } from './requests';

/** The workspace's records, as managers and admins read them. */
export const useWorkspace = defineStore('workspace', () => {
  const session = useSession();
  const { api } = useEnvironment();
  const ask = requests(api);
  const all = shallowRef<Workspace>();
  const failed = ref(false);
  const may = computed(() => session.me?.role === 'admin');

  async function load(): Promise<void> {
    failed.value = false;
    try {
      all.value = await ask.read();
      const client = session.client();
      // The greeting names the teams once; the records are newer.
      client.teams = all.value.teams.map(({ id, name, retired = false }) => ({
        id,
        name,
        retired,
      }));
      client.learnAgents([]);
    } catch {
      failed.value = true;
    }
  }
  // The server says after each change that the configuration is another.
  watch(
    () => session.settings,
    () => {
      if (all.value) void load();
    },
  );
  return { all, ask, failed, load, may };
});
