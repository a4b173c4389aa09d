import { computed, onUnmounted, ref, shallowRef, watch } from 'vue';
import { Api } from '@/engine/api';
import { t } from '@/i18n/words';
import { useEnvironment } from '@/stores/environment';
import { useSession } from '@/stores/session';
import { type LabState, labApi } from './api';
import { Colleague } from './colleague';
import { Player } from './customer';
import { doneBy, nextOf, type Step } from './story';

export const SMITH = { name: 'John Smith', address: '447700900123' };
export const MARTHA = 'martha';
const KEPT = 'lab.story';

interface Kept {
  since: number;
  done: Step[];
}

/** The lab's state in this tab; the scripted players stop with it. */
export function useLab() {
  const environment = useEnvironment();
  const session = useSession();
  const state = shallowRef<LabState>();
  const problem = ref('');
  const told = ref('');
  const kept = read();
  const since = ref(kept.since);
  const done = shallowRef<ReadonlySet<Step>>(new Set(kept.done));
  const next = computed(() => (since.value ? nextOf(done.value) : 'write'));
  /** An agent who is Martha needs no scripted Martha. */
  const isMartha = environment.subject === MARTHA;
  const martha = ref(false);
  const smith = ref(false);

  const player = new Player({
    ...SMITH,
    lines: ([1, 2, 3, 4] as const).map((n) => t(`lab-smithSays-${n}`)),
    clock: environment.clock,
    api: labApi,
  });
  const api = shallowRef<Api>();
  const colleague = new Colleague({
    id: MARTHA,
    lines: ([1, 2, 3] as const).map((n) => t(`lab-marthaSays-${n}`)),
    clock: environment.clock,
    random: environment.random,
    openSocket: environment.openSocket,
    ticketUrl: async () => {
      const token = await labApi.token(MARTHA);
      api.value = new Api(() => token);
      return api.value.ticketUrl();
    },
    command: (frame) => api.value?.command(frame) ?? Promise.reject(new Error(frame.id)),
  });
  watch(martha, (on) => (on ? colleague.start() : colleague.stop()));
  watch(smith, (on) => (on ? player.start() : player.stop()));
  onUnmounted(() => {
    colleague.stop();
    player.stop();
  });

  const thread = computed(() => {
    // The lists change whenever a thread does.
    void session.lists;
    const threads = [...session.client().sync.threads.values()];
    return threads.find(({ conversation }) => isSmith(conversation.contact));
  });
  const waiting = computed(() =>
    session.queues.some((queue) =>
      queue.waiting.some((place) => isSmith(place) && place.since >= since.value),
    ),
  );
  const isSmith = (contact: { name: string }) => contact.name === SMITH.name;
  watch([thread, waiting, since], () => {
    if (!since.value) return;
    const facts = {
      me: session.meId,
      colleague: MARTHA,
      thread: thread.value,
      waiting: waiting.value,
      since: since.value,
    };
    done.value = doneBy(facts, done.value);
    keep();
  });

  function keep(): void {
    const story: Kept = { since: since.value, done: [...done.value] };
    sessionStorage.setItem(KEPT, JSON.stringify(story));
  }

  async function attempt(act: () => Promise<void>): Promise<void> {
    problem.value = '';
    told.value = '';
    try {
      await act();
    } catch {
      problem.value = t('lab-failed');
    }
  }

  const refresh = () =>
    attempt(async () => {
      state.value = await labApi.state();
    });

  const begin = () =>
    attempt(async () => {
      const { now } = await labApi.state();
      since.value = now;
      done.value = new Set();
      keep();
      await player.begin();
      smith.value = true;
      martha.value = !isMartha;
    });

  const cut = () =>
    attempt(async () => {
      told.value = t('lab-wasCut', { n: (await labApi.cut()).cut });
    });

  const forward = (seconds: number) =>
    attempt(async () => {
      state.value = await labApi.forward(seconds);
      // The countdowns go by the server's clock.
      session.client().connection.wake();
    });

  const setFault = (name: 'drop' | 'duplicate' | 'reorder' | 'delay_ms', value: number) =>
    attempt(async () => {
      const { frames } = state.value ?? (await labApi.state());
      state.value = await labApi.setFaults({ ...frames, [name]: value });
    });

  return {
    state,
    problem,
    told,
    since,
    done,
    next,
    martha,
    smith,
    isMartha,
    refresh,
    begin,
    cut,
    forward,
    setFault,
  };
}

function read(): Kept {
  try {
    const kept = JSON.parse(sessionStorage.getItem(KEPT) ?? '') as Kept;
    return { since: kept.since, done: kept.done };
  } catch {
    return { since: 0, done: [] };
  }
}
