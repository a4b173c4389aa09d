import { useMediaQuery } from '@vueuse/core';
import { defineStore } from 'pinia';
import { onScopeDispose, shallowRef, watch } from 'vue';
import { PreferencesSync } from '@/engine/preferencesSync';
import { browserLanguages, change, languageOf } from '@/i18n/languages';
import { useEnvironment } from '@/stores/environment';

function keep(storage: Pick<Storage, 'setItem'>, language: string): void {
  try {
    storage.setItem('language', language);
  } catch {
    // The next page begins in the browser's language.
  }
}

/** The agent's preferences, kept here and with the server, and applied to the page. */
export const usePreferences = defineStore('preferences', () => {
  const { api, clock, storage, subject } = useEnvironment();
  const sync = new PreferencesSync({
    clock,
    storage,
    name: `preferences:${subject}`,
    load: () => api.preferences(),
    save: (all) => api.savePreferences(all),
    onChange: (now) => {
      value.value = now;
    },
  });
  const value = shallowRef(sync.value);
  const wantsContrast = useMediaQuery('(prefers-contrast: more)');

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
  watch(
    () => value.value.language,
    (language) => {
      // The page reads it before it knows the agent.
      keep(storage, language);
      change(languageOf(language, browserLanguages())).catch(() => {});
    },
    { immediate: true },
  );
  void sync.load();
  onScopeDispose(() => sync.stop());

  return {
    value,
    wantsContrast,
    set: sync.set.bind(sync),
    take: sync.take.bind(sync),
    changedElsewhere: sync.changedElsewhere.bind(sync),
  };
});
