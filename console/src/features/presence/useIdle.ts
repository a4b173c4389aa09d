import { useEventListener } from '@vueuse/core';
import { computed, onMounted, onUnmounted, shallowRef, watch } from 'vue';
import { keyOf } from '@/engine/keypress';
import { useAlarm } from '@/features/preferences/useAlarm';
import { useDesktop } from '@/features/preferences/useDesktop';
import { t } from '@/i18n/words';
import { useEnvironment } from '@/stores/environment';
import { useNotices } from '@/stores/notices';
import { useSession } from '@/stores/session';
import { usePreferences } from '@/stores/usePreferences';
import { usePresence } from './usePresence';
import { useScreenLock } from './useScreenLock';

/** The pause between two reports of activity to the other tabs, in ms. */
const TELL = 15_000;
const MINUTE = 60_000;
/** Keys that lead to the card, and do nothing else. */
const QUIET = /^(Tab|F6|Shift|Alt|AltGraph|Control|Meta|CapsLock)$/;

export interface Idle {
  /** The moment of the agent's last activity. */
  since: number;
  locked: boolean;
}

/**
 * Asks an agent who has been idle for a while, in all of their tabs, whether they are away. The
 * console decides nothing for them: an absence moves work to others.
 */
export function useIdle() {
  const session = useSession();
  const preferences = usePreferences();
  const notices = useNotices();
  const alarm = useAlarm();
  const desktop = useDesktop();
  const screen = useScreenLock();
  const { become } = usePresence();
  const { clock, storage, subject } = useEnvironment();
  const key = `active:${subject}`;
  const asked = shallowRef<Idle>();
  let here = clock.now();
  let told = 0;

  const last = () => Math.max(here, Number(storage.getItem(key)) || 0);
  const works = computed(
    () => session.me?.presence === 'available' || session.me?.presence === 'busy',
  );
  const limit = computed(() => preferences.value.idle_minutes * MINUTE);
  const minutes = computed(() => {
    void session.now;
    return asked.value ? Math.floor((clock.now() - asked.value.since) / MINUTE) : 0;
  });
  const text = computed(() => {
    if (!asked.value) return '';
    return asked.value.locked ? t('idle-locked') : t('idle-idle', { minutes: minutes.value });
  });

  function seen(): void {
    here = clock.now();
    if (here - told < TELL) return;
    told = here;
    storage.setItem(key, String(here));
  }
  function stay(): void {
    asked.value = undefined;
    told = 0;
    seen();
  }
  function ask(locked: boolean): void {
    if (asked.value || !works.value || !limit.value) return;
    asked.value = { since: last(), locked };
    notices.announce(`${text.value} ${t('idle-question')}`);
    if (!document.hasFocus() && alarm.tabs().leads('notify'))
      desktop.show(
        text.value,
        'idle',
        () => {},
        () => asked.value !== undefined,
      );
  }
  async function goAway(reason?: string): Promise<void> {
    if (await become('away', reason)) asked.value = undefined;
  }

  function judge(): void {
    const now = asked.value;
    if (!now) {
      if (limit.value && clock.now() - last() >= limit.value) ask(false);
    } else if (!works.value || !limit.value || last() > now.since) {
      // The agent has chosen, or is active in another tab.
      asked.value = undefined;
    }
  }
  watch([() => session.now, works, limit], judge);

  /** An agent who goes on working has answered. Reaching for the card is no answer. */
  function onInput(event: Event): void {
    if (!asked.value) seen();
    else if (event.type === 'pointerdown' || event instanceof KeyboardEvent) {
      if (event instanceof KeyboardEvent && QUIET.test(keyOf(event))) return;
      const at = event.target;
      if (!(at instanceof Element && at.closest('[data-testid="idle"]'))) stay();
    }
  }

  useEventListener(['pointerdown', 'keydown', 'pointermove', 'wheel'], onInput, { passive: true });
  let off = () => {};
  onMounted(() => {
    off = screen.on((sign) => {
      if (sign === 'locked') ask(true);
      else if (!asked.value) seen();
    });
  });
  onUnmounted(() => off());

  return { asked, text, stay, goAway };
}
