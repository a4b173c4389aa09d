import { computed, onMounted, onUnmounted, ref, watch } from 'vue';
import type { Conversation } from '@/client/protocol';
import type { TargetKind } from '@/client/together';
import { rail } from '@/i18n/en';
import { useDesk } from '@/stores/desk';
import { useEnvironment } from '@/stores/environment';
import type { EngageAct } from '@/stores/ui';
import { options } from './targets';

export const KINDS: TargetKind[] = ['agent', 'manager', 'team', 'skill', 'queue'];

/** How often presence and load are read anew while somebody chooses. */
const REFRESH = 10_000;

/** Whom something is asked of or handed to: first which kind, then who or which. */
export function useTarget(
  about: () => {
    conversation?: Conversation | undefined;
    act: EngageAct;
    discussion?: string | undefined;
  },
) {
  const desk = useDesk();
  const { clock } = useEnvironment();
  const kind = ref<TargetKind>('agent');
  const target = ref<string>();
  const stale = ref(false);

  const targets = computed(() =>
    options(
      {
        ...about(),
        agents: desk.agents,
        queues: desk.queues,
        teamName: desk.teamName,
        me: desk.meId,
        loadText: rail.load,
        now: desk.now,
      },
      kind.value,
    ),
  );
  /** Who or which was picked, and may have become out of reach since. */
  const picked = computed(() => targets.value.find((t) => t.id === target.value));
  const chosen = computed(() => (picked.value?.obstacle ? undefined : picked.value));

  watch(kind, () => {
    target.value = undefined;
  });
  /** Colleagues come and go while one thinks; pushes tell of most, reading tells of all. */
  let cancel = () => {};
  async function refresh(): Promise<void> {
    try {
      await desk.refreshAgents();
      stale.value = false;
    } catch {
      stale.value = true;
    }
    if (!over) cancel = clock.after(REFRESH, () => void refresh());
  }
  let over = false;
  onMounted(refresh);
  onUnmounted(() => {
    over = true;
    cancel();
  });

  return { kind, target, targets, picked, chosen, stale };
}

export type TargetState = ReturnType<typeof useTarget>;
