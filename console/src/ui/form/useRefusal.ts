import {
  computed,
  type InjectionKey,
  inject,
  nextTick,
  onUnmounted,
  provide,
  type Ref,
  ref,
  shallowReactive,
  shallowRef,
  watch,
} from 'vue';
import type { Refused } from '@/contract/protocol';
import { ApiRefused } from '@/engine/api';
import type { Outcome } from '@/engine/commandSender';
import { t } from '@/i18n/words';
import { useActions } from '@/stores/actions';

export interface Problem {
  text: string;
  remedy: string;
  /** The field at fault. */
  field?: string | undefined;
}
interface Held {
  problem: Ref<Problem | undefined>;
  /** The fields that show their own errors. */
  places: Set<string>;
}
const REFUSED: InjectionKey<Held> = Symbol('what was refused');

/**
 * Runs a form's command. After a refusal the form stays as it is: the words stand at the field at
 * fault, which gets the focus, or else at the form's end. `whom` is the target of the request: not
 * every refusal names them again.
 */
export function useRefusal(whom: () => string | undefined = () => undefined) {
  const { refusal } = useActions();
  const busy = ref(false);
  const problem = shallowRef<Problem>();
  provide(REFUSED, { problem, places: shallowReactive(new Set<string>()) });

  function note(refused: Refused | undefined) {
    problem.value = refused
      ? {
          text: refusal({ ...refused, agent: refused.agent ?? whom() }),
          remedy: refused.remedy,
          field: refused.field ?? undefined,
        }
      : { text: t('notices-unreachable'), remedy: '' };
  }

  /** The answer; undefined after a refusal or without an answer. */
  async function attempt<T extends Outcome | object | undefined>(
    run: () => Promise<T>,
  ): Promise<{ answer: T } | undefined> {
    if (busy.value) return undefined;
    const focused = document.activeElement;
    busy.value = true;
    problem.value = undefined;
    try {
      const answer = await run();
      const outcome = answer && 'result' in answer ? (answer as Outcome) : undefined;
      if (!outcome || outcome.result === 'done') return { answer };
      note(outcome.result === 'refused' ? outcome.refused : undefined);
    } catch (error) {
      note(error instanceof ApiRefused ? error.refused : undefined);
    } finally {
      busy.value = false;
    }
    // A button that was disabled for a moment has lost the focus.
    const lost = document.activeElement === document.body || document.activeElement === focused;
    await nextTick();
    if (lost && focused instanceof HTMLElement) focused.focus();
    return undefined;
  }

  return { busy, attempt };
}

/** The refusal of this field; the field then takes the focus. */
export function useRefusedAt(field: string | undefined, focus: () => void) {
  const held = inject(REFUSED, undefined);
  if (held && field) {
    held.places.add(field);
    onUnmounted(() => held.places.delete(field));
  }
  const problem = computed(() =>
    field && held?.problem.value?.field === field ? held.problem.value : undefined,
  );
  watch(problem, async (now) => {
    if (!now) return;
    await nextTick();
    focus();
  });
  return problem;
}

/** The refusal, if it belongs to no field. */
export function useRefusedElsewhere() {
  const held = inject(REFUSED, undefined);
  return computed(() => {
    const now = held?.problem.value;
    return now && !(now.field && held.places.has(now.field)) ? now : undefined;
  });
}
