import { computed, onMounted, ref, watch } from 'vue';
import type { Conversation } from '@/client/protocol';
import type { TargetKind } from '@/client/together';
import { rail } from '@/i18n/en';
import { useDesk } from '@/stores/desk';
import type { EngageAct } from '@/stores/ui';
import { options } from './targets';

export const KINDS: TargetKind[] = ['agent', 'manager', 'team', 'skill', 'queue'];

/** Whom something is asked of or handed to: first which kind, then who or which. */
export function useTarget(
  about: () => {
    conversation?: Conversation | undefined;
    act: EngageAct;
    discussion?: string | undefined;
  },
) {
  const desk = useDesk();
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
      },
      kind.value,
    ),
  );
  const chosen = computed(() => targets.value.find((t) => t.id === target.value && !t.obstacle));

  watch(kind, () => {
    target.value = undefined;
  });
  onMounted(async () => {
    try {
      await desk.refreshAgents();
    } catch {
      stale.value = true;
    }
  });

  return { kind, target, targets, chosen, stale };
}

export type TargetState = ReturnType<typeof useTarget>;
