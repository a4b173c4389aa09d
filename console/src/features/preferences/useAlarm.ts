import { defineStore } from 'pinia';
import { computed, onScopeDispose, ref, watch } from 'vue';
import type { Trigger } from '@/engine/attention';
import { useEnvironment } from '@/stores/environment';
import { browserTabs } from '@/stores/tabs';
import { usePreferences } from '@/stores/usePreferences';
import { play, type SoundName, soundBlocked, soundOf, unlockSound } from './sound';

/** How often a sound comes again that nobody has reacted to. */
const AGAIN = 10_000;
/** How long a page may be silent before it says that it is. */
const PATIENCE = 5_000;
/** So long a browser may take to let sounds through. */
const UNLOCK_LIMIT = 1_500;
/** Of what happens at once, what is heard: the first of these. */
const GRAVITY: Trigger[] = [
  'requeue',
  'offer',
  'due',
  'assigned',
  'mention',
  'waiting',
  'answered',
  'colleague',
];

/** Sounds, and which of the agent's tabs makes them. */
export const useAlarm = defineStore('alarm', () => {
  const preferences = usePreferences();
  const { clock, subject } = useEnvironment();
  const tabs = browserTabs(subject);
  /** A sound was wanted and not allowed, or none can be for a while now. */
  const missed = ref(false);
  /** The agent goes on without sounds for as long as the page lives. */
  const waived = ref(false);
  const blocked = computed(
    () => soundBlocked.value && missed.value && !waived.value && preferences.value.volume > 0,
  );
  /** What came of turning sounds on by hand. */
  const tried = ref<'no' | 'trying' | 'failed'>('no');
  function turnOn(): void {
    tried.value = 'trying';
    unlockSound();
    // Where there is no audio output, the browser never answers.
    clock.after(UNLOCK_LIMIT, () => {
      tried.value = soundBlocked.value ? 'failed' : 'no';
    });
  }
  function dismiss(): void {
    waived.value = true;
  }
  let again = () => {};

  // Only a tab that may make sounds is chosen to make them.
  watch(
    soundBlocked,
    (now) => {
      if (!now) tabs.lead('sound');
    },
    { immediate: true },
  );
  tabs.lead('notify');
  onScopeDispose(
    clock.after(PATIENCE, () => {
      missed.value = true;
    }),
  );
  onScopeDispose(() => {
    again();
    tabs.close();
  });

  function sound(name: SoundName, volume = preferences.value.volume): void {
    if (play(name, volume)) return;
    if (soundBlocked.value) missed.value = true;
  }

  /** Makes the sound of the gravest; again and again, if so wished, while `waits` says so. */
  function ring(triggers: readonly Trigger[], waits: () => boolean = () => false): void {
    const { sounds, volume, repeat_until_read } = preferences.value;
    const gravest = GRAVITY.find(
      (trigger) => triggers.includes(trigger) && soundOf(sounds, trigger),
    );
    const name = gravest && soundOf(sounds, gravest);
    if (!name || volume <= 0) return;
    if (soundBlocked.value) missed.value = true;
    if (!tabs.leads('sound')) return;
    sound(name);
    again();
    if (!repeat_until_read) return;
    again = clock.after(AGAIN, () => {
      if (waits()) ring(triggers, waits);
    });
  }

  return {
    tabs: () => tabs,
    blocked,
    tried,
    turnOn,
    dismiss,
    ring,
    sound,
    unlock: unlockSound,
  };
});
