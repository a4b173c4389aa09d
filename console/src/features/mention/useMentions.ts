import { computed, ref, shallowRef, watch } from 'vue';
import type { Mention } from '@/contract/protocol';
import { useEnvironment } from '@/stores/environment';
import { useSession } from '@/stores/session';

const keyOf = ({ conversation, seq }: Mention) => `${conversation} ${seq}`;

/** The comments that mention me, newest first; reading the list marks them as seen. */
export function useMentions() {
  const session = useSession();
  const { api } = useEnvironment();
  const read = shallowRef<readonly Mention[]>();
  const cursor = ref<string>();
  const failed = ref(false);
  const busy = ref(false);
  /** The mentions that were new when the list opened stay marked while it is open. */
  const seenBefore = ref(0);

  /** The mentions that came while the list was open. */
  const live = shallowRef<readonly Mention[]>([]);
  watch(
    () => session.mentions().latest,
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

  /** The list on the screen of a present agent counts as seen. */
  let told = 0;
  watch(all, async (now) => {
    const newest = now?.[0]?.at ?? 0;
    if (newest <= told || (newest <= seenBefore.value && !session.mentions().unseen)) return;
    told = newest;
    try {
      const { at, unseen } = await api.mentionsSeen(newest);
      session.mentions().learn(unseen, at);
    } catch {
      // The rail counts them until the agent looks again.
      told = 0;
    }
  });

  return { all, isNew, cursor, failed, busy, load };
}
