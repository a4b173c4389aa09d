import { computed, ref, shallowRef, watch } from 'vue';
import type { Mention } from '@/contract/protocol';
import { useDesk } from '@/stores/desk';
import { useEnvironment } from '@/stores/environment';

const keyOf = ({ conversation, seq }: Mention) => `${conversation} ${seq}`;

/** The remarks in which I am mentioned, newest first; whoever reads them has seen them. */
export function useMentions() {
  const desk = useDesk();
  const { api } = useEnvironment();
  const read = shallowRef<readonly Mention[]>();
  const cursor = ref<string>();
  const failed = ref(false);
  const busy = ref(false);
  /** What was new when the list was opened stays marked while it is open. */
  const seenBefore = ref(0);

  /** Those that came while it was open. */
  const live = shallowRef<readonly Mention[]>([]);
  watch(
    () => desk.mentions().latest,
    (latest) => {
      live.value = [...live.value, ...latest];
    },
    { immediate: true },
  );
  const all = computed(() => {
    if (!read.value) return undefined;
    const merged = new Map([...live.value, ...read.value].map((m) => [keyOf(m), m]));
    return [...merged.values()].sort((a, b) => b.at - a.at);
  });
  const isNew = ({ at }: Mention) => at > seenBefore.value;

  async function load(more = false): Promise<void> {
    if (busy.value) return;
    busy.value = true;
    failed.value = false;
    try {
      const answer = await api.mentions(more ? cursor.value : undefined);
      if (!more) seenBefore.value = answer.seen_at;
      read.value = more ? [...(read.value ?? []), ...answer.mentions] : answer.mentions;
      cursor.value = answer.cursor ?? undefined;
    } catch {
      failed.value = true;
    }
    busy.value = false;
  }

  /** They stand in front of somebody: that is what seen means. */
  let told = 0;
  watch(all, async (now) => {
    const newest = now?.[0]?.at ?? 0;
    if (newest <= told || (newest <= seenBefore.value && !desk.mentions().unseen)) return;
    told = newest;
    try {
      const { at, unseen } = await api.mentionsSeen(newest);
      desk.mentions().learn(unseen, at);
    } catch {
      // They are counted until they are looked at again.
      told = 0;
    }
  });

  return { all, isNew, cursor, failed, busy, load };
}
