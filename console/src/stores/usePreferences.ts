import { defineStore } from 'pinia';
import { onScopeDispose, ref, shallowRef, watch } from 'vue';
import { Keeper } from '@/engine/preferencesSync';
import { useEnvironment } from '@/stores/environment';

/** What this agent has chosen, kept here and with the server, and put to work on the page. */
export const usePreferences = defineStore('preferences', () => {
  const { api, clock, storage, subject } = useEnvironment();
  const keeper = new Keeper({
    clock,
    storage,
    name: `preferences:${subject}`,
    load: () => api.preferences(),
    save: (all) => api.savePreferences(all),
    onChange: (now) => {
      value.value = now;
    },
  });
  const value = shallowRef(keeper.value);
  const strong = matchMedia('(prefers-contrast: more)');
  const wantsContrast = ref(strong.matches);

  watch(
    [value, wantsContrast],
    ([now, system]) => {
      const page = document.documentElement.dataset;
      page.theme = now.theme;
      page.density = now.density;
      page.contrast = system ? 'high' : now.contrast;
    },
    { immediate: true },
  );
  const onContrast = () => {
    wantsContrast.value = strong.matches;
  };
  strong.addEventListener('change', onContrast);
  void keeper.load();
  onScopeDispose(() => {
    keeper.stop();
    strong.removeEventListener('change', onContrast);
  });

  return {
    value,
    wantsContrast,
    set: keeper.set.bind(keeper),
    take: keeper.take.bind(keeper),
    changedElsewhere: keeper.changedElsewhere.bind(keeper),
  };
});
