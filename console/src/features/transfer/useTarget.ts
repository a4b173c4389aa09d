import { computed, onMounted, onUnmounted, ref, shallowRef, watch } from 'vue';
import type { Candidate, TargetAct } from '@/contract/protocol';
import type { TargetKind } from '@/engine/collaboration';
import { t } from '@/i18n/words';
import { useActions } from '@/stores/actions';
import { useEnvironment } from '@/stores/environment';
import { useSession } from '@/stores/session';
import { options, unjudged } from './targets';

export const KINDS: TargetKind[] = ['agent', 'manager', 'team', 'skill', 'queue'];

/** The time between two requests while an agent chooses, in ms. */
const REFRESH = 10_000;
/** Presence and conversations change in bursts: the console waits for their end, in ms. */
const SOON = 300;

/** The intended act, and its conversations. */
export interface About {
  conversations: string[];
  act: TargetAct;
  discussion?: string | undefined;
}

/** The choice of a target: first its kind, then the target itself. */
export function useTarget(about: () => About) {
  const session = useSession();
  const { clock, api } = useEnvironment();
  const { refusal } = useActions();
  const kind = ref<TargetKind>('agent');
  const target = ref<string>();
  const stale = ref(false);
  /** The server's answer, and its question. */
  const answer = shallowRef<{ of: string; candidates: Candidate[] }>();
  const question = computed(() => JSON.stringify(about()));

  const candidates = computed(() => {
    // An answer about another act does not count.
    if (answer.value?.of === question.value) return answer.value.candidates;
    return stale.value ? unjudged(session.agents, session.queues, session.meId) : undefined;
  });
  const targets = computed(() =>
    options(candidates.value ?? [], kind.value, {
      agents: session.agents,
      queues: session.queues,
      me: session.meId,
      conversations: about().conversations.length,
      hands: about().act === 'transfer',
      loadText: (open, capacity) => t('rail-load', { open, capacity }),
      refusal,
      now: session.now,
    }),
  );
  /** True while the latest question has no answer yet. */
  const loading = computed(() => candidates.value === undefined);
  /** The picked target, which may be out of reach by now. */
  const picked = computed(() => targets.value.find((one) => one.id === target.value));
  const chosen = computed(() => (picked.value?.obstacle ? undefined : picked.value));

  watch(kind, () => {
    target.value = undefined;
  });

  let over = false;
  let asked = 0;
  let cancel = () => {};
  async function ask(): Promise<void> {
    cancel();
    asked += 1;
    const mine = asked;
    const of = question.value;
    const { conversations, act, discussion } = about();
    try {
      const { agents, targets: candidates } = await api.targets({
        conversation: conversations.join(','),
        act,
        ...(discussion ? { discussion } : {}),
      });
      // Only the answer to the latest question counts.
      if (over || mine !== asked) return;
      answer.value = { of, candidates: candidates ?? [] };
      stale.value = false;
      session.learnAgents(agents);
    } catch {
      if (over || mine !== asked) return;
      stale.value = true;
    }
    if (!waitsSoon) again(REFRESH);
  }
  /** True if a change has happened that the newest answer may not know. */
  let waitsSoon = false;
  function again(span: number): void {
    cancel();
    waitsSoon = span === SOON;
    cancel = clock.after(span, () => {
      waitsSoon = false;
      void ask();
    });
  }
  // Colleagues come and go, and conversations move on, while the agent thinks.
  const around = computed(() => [
    session.agents.map(({ presence, open, capacity }) => `${presence} ${open} ${capacity}`).join(),
    ...about().conversations.map((id) => session.seqOf(id)),
  ]);
  watch(
    () => around.value.join(),
    () => again(SOON),
  );
  watch(question, () => void ask());
  onMounted(ask);
  onUnmounted(() => {
    over = true;
    cancel();
  });

  return { kind, target, targets, picked, chosen, loading, stale };
}

export type TargetState = ReturnType<typeof useTarget>;
