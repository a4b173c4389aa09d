import { defineStore } from 'pinia';
import { computed, onScopeDispose, ref, shallowReactive } from 'vue';
import {
  type ActId,
  actSpec,
  ariaKeys,
  bind,
  isSingle,
  keyNames,
  writesOnMac,
} from '@/engine/shortcuts';
import { usePreferences } from '@/stores/usePreferences';

export interface Handler {
  run: () => void;
  /** Whether it can be done right now; without it, always. */
  when?: () => boolean;
}

interface Keyboard {
  getLayoutMap?: () => Promise<ReadonlyMap<string, string>>;
}

/** Who does which act, and by which keys. */
export const useActs = defineStore('acts', () => {
  const preferences = usePreferences();
  const handlers = shallowReactive(new Map<ActId, Handler[]>());
  const mac = /Mac|iPhone|iPad/.test(navigator.platform);
  const printed = ref<ReadonlyMap<string, string>>(new Map());
  const bindings = computed(() => bind(preferences.value.shortcuts, preferences.value.single_keys));

  // Which letter stands where: the keys go by their place.
  const { keyboard } = navigator as Navigator & { keyboard?: Keyboard };
  void keyboard
    ?.getLayoutMap?.()
    .then((map) => {
      printed.value = map;
    })
    .catch(() => {});

  /** Whoever comes last does it, until they are gone. */
  function register(id: ActId, handler: Handler): () => void {
    handlers.set(id, [handler, ...(handlers.get(id) ?? [])]);
    return () => {
      handlers.set(
        id,
        (handlers.get(id) ?? []).filter((one) => one !== handler),
      );
    };
  }

  const handler = (id: ActId) => handlers.get(id)?.find((one) => one.when?.() ?? true);
  const available = (id: ActId) => handler(id) !== undefined;

  /** True if somebody did it. */
  function run(id: ActId): boolean {
    const found = handler(id);
    found?.run();
    return found !== undefined;
  }

  /** Chords that only an installed app gets are told only there. */
  const installed = matchMedia('(display-mode: standalone)').matches;
  const told = (id: ActId) => {
    const kept = installed ? [] : (actSpec(id).installed ?? []);
    return bindings.value[id].filter((chord) => !kept.includes(chord));
  };
  const names = (chord: string) => keyNames(chord, mac, printed.value);
  /** The chord that is told first. */
  const keys = (id: ActId) => {
    const [first] = told(id);
    return first ? names(first) : [];
  };
  /** The chord that acts in a text, too. */
  const whileTyping = (id: ActId) =>
    told(id).find((chord) => !isSingle(chord) && !(mac && writesOnMac(chord)));
  const aria = (id: ActId) => ariaKeys(told(id), mac);

  return {
    mac,
    installed,
    bindings,
    told,
    register,
    available,
    run,
    names,
    keys,
    whileTyping,
    aria,
  };
});

/** This component does an act for as long as it is there. */
export function useAct(id: ActId, handler: Handler): void {
  onScopeDispose(useActs().register(id, handler));
}
