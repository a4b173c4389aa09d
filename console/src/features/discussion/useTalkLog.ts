import { ref, shallowRef, watch } from 'vue';
import type { Entry } from '@/contract/protocol';
import { useEnvironment } from '@/stores/environment';

const PAGES = 20;

/** The whole of an ended discussion from the server, read once. */
export function useTalkLog(discussion: () => { conversation: string; id: string } | undefined) {
  const { api } = useEnvironment();
  const entries = shallowRef<readonly Entry[]>();
  const failed = ref(false);

  async function load(): Promise<void> {
    const wanted = discussion();
    entries.value = undefined;
    failed.value = false;
    if (!wanted) return;
    const all: Entry[] = [];
    try {
      for (let page = 0; page < PAGES; page += 1) {
        const after = all.at(-1)?.seq;
        const answer = await api.discussion(wanted.conversation, wanted.id, after);
        all.push(...answer.entries);
        if (!answer.more || !answer.entries.length) break;
      }
      if (discussion()?.id === wanted.id) entries.value = all;
    } catch {
      if (discussion()?.id === wanted.id) failed.value = true;
    }
  }
  watch(() => discussion()?.id, load, { immediate: true });

  return { entries, failed, load };
}
