import type { PresenceChoice } from '@/contract/protocol';
import { usePresence } from '@/features/presence/usePresence';
import { t } from '@/i18n/words';
import { useAct } from '@/stores/acts';
import { useNotices } from '@/stores/notices';
import { useSession } from '@/stores/session';
import { usePreferences } from '@/stores/usePreferences';

const USUAL_VOLUME = 70;

/** The acts that concern the agent and no conversation: presence, looks, sound. */
export function useOwnActs(): void {
  const session = useSession();
  const notices = useNotices();
  const preferences = usePreferences();
  const own = usePresence();
  let volume = preferences.value.volume || USUAL_VOLUME;

  async function become(presence: PresenceChoice): Promise<void> {
    if (await own.become(presence)) {
      notices.announce(t(`acts-${presence === 'away' ? 'away' : 'available'}`));
    }
  }
  const presence = () => session.me?.presence;
  useAct('available', {
    when: () => presence() === 'away' || presence() === 'offline',
    run: () => void become('available'),
  });
  useAct('away', {
    when: () => presence() === 'available' || presence() === 'busy',
    run: () => void become('away'),
  });

  /** Tests whether the page is dark now, also by the system's choice. */
  const dark = () =>
    preferences.value.theme === 'dark' ||
    (preferences.value.theme === 'system' && matchMedia('(prefers-color-scheme: dark)').matches);
  useAct('theme', { run: () => preferences.set({ theme: dark() ? 'light' : 'dark' }) });
  useAct('density', {
    run: () =>
      preferences.set({
        density: preferences.value.density === 'compact' ? 'comfortable' : 'compact',
      }),
  });
  useAct('mute', {
    run: () => {
      const now = preferences.value.volume;
      volume = now || volume;
      preferences.set({ volume: now ? 0 : volume });
    },
  });
}
