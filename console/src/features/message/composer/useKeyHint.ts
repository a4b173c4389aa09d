import { computed, ref } from 'vue';
import { t } from '@/i18n/words';
import { useEnvironment } from '@/stores/environment';
import { usePreferences } from '@/stores/usePreferences';

/** An agent knows the keys after this number of messages. */
const KNOWN = 5;

/** The keys that send: a tip on the button, and a line beside it for an agent's first messages. */
export function useKeyHint(commenting: () => boolean) {
  const { storage, subject } = useEnvironment();
  const preferences = usePreferences();
  const name = `sent:${subject}`;
  const sent = ref(Number(storage.getItem(name) ?? 0));
  const keys = computed(() => {
    if (commenting()) return t('composer-keysComment');
    return preferences.value.send_key === 'enter' ? t('composer-keysReply') : t('compose-keysCtrl');
  });
  const line = computed(() => (sent.value < KNOWN ? keys.value : ''));
  function count() {
    if (sent.value >= KNOWN) return;
    sent.value += 1;
    storage.setItem(name, String(sent.value));
  }
  return { keys, line, count };
}
