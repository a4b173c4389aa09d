import { defineStore } from 'pinia';
import { computed, onScopeDispose, ref, watch } from 'vue';
import type { Trigger } from '@/engine/attention';
import { useEnvironment } from '@/stores/environment';
import { browserTabs } from '@/stores/tabs';
import { usePreferences } from '@/stores/usePreferences';
import { play, type SoundName, soundBlocked, soundOf, unlockSound } from './sound';

/** The pause before a sound without a reaction repeats, in ms. */
const AGAIN = 10_000;
/** The time for which a page may be silent before it says so, in ms. */
const PATIENCE = 5_000;
/** The time that a browser may take to let sounds through, in ms. */
const UNLOCK_LIMIT = 1_500;
/** The triggers by gravity: of simultaneous ones, the first sounds. */
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

/** Sounds, and the choice of the agent's tab that makes them. */
export const useAlarm = defineStore('alarm', () => {
  const preferences = usePreferences();
  const { clock, subject } = useEnvironment();
  const tabs = browserTabs(subject);
  /** True if a sound was blocked, or none has been possible for a while. */
  const missed = ref(false);
  /** True if the agent goes on without sounds for as long as the page lives. */
  const waived = ref(false);
  const blocked = computed(
    () => soundBlocked.value && missed.value && !waived.value && preferences.value.volume > 0,
  );
  /** The result of turning sounds on by hand. */
  const tried = ref<'no' | 'trying' | 'failed'>('no');
  function turnOn(): void {
    tried.value = 'trying';
    unlockSound();
    // Without an audio output, the browser never answers.
    clock.after(UNLOCK_LIMIT, () => {
      tried.value = soundBlocked.value ? 'failed' : 'no';
    });
  }
  function dismiss(): void {
    waived.value = true;
  }
  let again = () => {};

  // Only a tab that may make sounds takes the lead.
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

  /**
   * Plays the sound of the gravest trigger; repeats it, if the agent wants so, while `waits` is
   * true.
   */
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
