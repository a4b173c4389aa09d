import { defineStore } from 'pinia';
import { computed, ref, shallowRef, watch } from 'vue';
import type { ApiKey, ApiKeyChange, ApiKeyRotation } from '@/contract/protocol';
import { told } from '@/engine/api';
import { byAlphabet } from '@/i18n/formats';
import { useEnvironment } from '@/stores/environment';
import { useSession } from '@/stores/session';

/** The keys of the API, as admins read them. No request reads a token twice. */
export const useApiKeys = defineStore('keys of the API', () => {
  const session = useSession();
  const { api } = useEnvironment();
  const all = shallowRef<ApiKey[]>();
  const failed = ref(false);
  /** Hides the page; the server refuses everybody else anyway. */
  const may = computed(() => session.me?.role === 'admin');

  async function load(): Promise<void> {
    failed.value = false;
    try {
      const { keys } = await told(api.http.GET('/v1/keys'));
      all.value = [...keys].sort((a, b) => byAlphabet(a.name, b.name));
    } catch {
      failed.value = true;
    }
  }
  const find = (id: string) => all.value?.find((key) => key.id === id);
  const write = (key: string, body: ApiKeyChange) =>
    told(api.http.PUT('/v1/keys/{key}', { params: { path: { key } }, body }));
  const rotate = (key: string, body: ApiKeyRotation) =>
    told(api.http.POST('/v1/keys/{key}/rotate', { params: { path: { key } }, body }));

  // The server says after each change that the configuration is another.
  watch(
    () => session.settings,
    () => {
      if (all.value) void load();
    },
  );
  return { all, failed, find, load, may, rotate, write };
});
