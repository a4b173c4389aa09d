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
  /** Tells whether the act can run now; without it, it always can. */
  when?: () => boolean;
}

interface Keyboard {
  getLayoutMap?: () => Promise<ReadonlyMap<string, string>>;
}

/** The acts of the components on the page, and their keys. */
export const useActs = defineStore('acts', () => {
  const preferences = usePreferences();
  const handlers = shallowReactive(new Map<ActId, Handler[]>());
  const mac = /Mac|iPhone|iPad/.test(navigator.platform);
  const printed = ref<ReadonlyMap<string, string>>(new Map());
  const bindings = computed(() => bind(preferences.value.shortcuts, preferences.value.single_keys));

  // The letters of the keys: chords go by the place of the key.
  const { keyboard } = navigator as Navigator & { keyboard?: Keyboard };
  void keyboard
    ?.getLayoutMap?.()
    .then((map) => {
      printed.value = map;
    })
    .catch(() => {});

  /** The last component to register does the act, until it is gone. */
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

  /** True if a component did it. */
  function run(id: ActId): boolean {
    const found = handler(id);
    found?.run();
    return found !== undefined;
  }

  /** The screens show chords that only an installed app gets only there. */
  const installed = matchMedia('(display-mode: standalone)').matches;
  const told = (id: ActId) => {
    const kept = installed ? [] : (actSpec(id).installed ?? []);
    return bindings.value[id].filter((chord) => !kept.includes(chord));
  };
  const names = (chord: string) => keyNames(chord, mac, printed.value);
  /** The first chord, for display. */
  const keys = (id: ActId) => {
    const [first] = told(id);
    return first ? names(first) : [];
  };
  /** The chord that also acts in a text. */
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

/** This component does an act while it is mounted. */
export function useAct(id: ActId, handler: Handler): void {
  onScopeDispose(useActs().register(id, handler));
}
