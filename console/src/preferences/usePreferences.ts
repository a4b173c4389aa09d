import { defineStore } from 'pinia';
import { onScopeDispose, ref, watch } from 'vue';
import { useEnvironment } from '@/stores/environment';
import { type Preferences, parse } from './preferences';

/** What this agent has chosen, kept in the browser and put to work on the page. */
export const usePreferences = defineStore('preferences', () => {
  const { storage, subject } = useEnvironment();
  const name = `preferences:${subject}`;
  const value = ref<Preferences>(parse(storage.getItem(name)));
  const strong = matchMedia('(prefers-contrast: more)');
  const wantsContrast = ref(strong.matches);

  function keep() {
    try {
      storage.setItem(name, JSON.stringify(value.value));
    } catch {
      // Kept for as long as the page lives.
    }
  }

  function set(part: Partial<Preferences>) {
    value.value = { ...value.value, ...part };
    keep();
  }

  /** Another tab of the same browser has chosen. */
  function changedElsewhere(key: string | null, text: string | null) {
    if (key === name) value.value = parse(text);
  }

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
  onScopeDispose(() => strong.removeEventListener('change', onContrast));

  return { value, wantsContrast, set, changedElsewhere };
});
