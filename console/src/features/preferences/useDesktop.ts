import { defineStore } from 'pinia';
import { ref, shallowRef, watch } from 'vue';
import { t } from '@/i18n/words';
import { useEnvironment } from '@/stores/environment';
import { useNotices } from '@/stores/notices';
import { usePreferences } from '@/stores/usePreferences';

/** `asking`: the browser's own question is still open. */
type Asked = NotificationPermission | 'asking';
export type Permission = NotificationPermission | 'unsupported';

const current = (): Permission =>
  typeof Notification === 'undefined' ? 'unsupported' : Notification.permission;

/** Notifications of the desktop: the console offers them after a missed call, never on arrival. */
export const useDesktop = defineStore('desktop', () => {
  const preferences = usePreferences();
  const notices = useNotices();
  const { storage, subject } = useEnvironment();
  const permission = ref<Permission>(current());
  const asked = ref<Asked>();
  const offered = `asked-notifications:${subject}`;
  let away = false;

  /** Call it only from a gesture: browsers refuse it otherwise. Returns the result. */
  async function enable(): Promise<NotificationPermission | undefined> {
    if (permission.value === 'unsupported') return;
    asked.value = 'asking';
    // Old browsers return no promise, and some reject: then the present permission is the answer.
    const answer = await Notification.requestPermission().catch(() => undefined);
    const result = answer ?? Notification.permission;
    permission.value = result;
    asked.value = result;
    if (result === 'granted') preferences.set({ notifications: true });
    return result;
  }

  /** Turns them on from the notice in the corner: the answer comes there, too. */
  async function turnOn(): Promise<void> {
    const result = await enable();
    if (!result) return;
    notices.show({
      tone: result === 'granted' ? 'success' : 'problem',
      text: t(`alerts-results-${result}`),
      detail: result === 'granted' ? undefined : t(`alerts-remedies-${result}`),
    });
  }

  /** The notifications on the desktop, until they hold no more. */
  const standing = shallowRef<readonly { shown: Notification; holds: () => boolean }[]>([]);
  const SHOWN = 20;
  watch(
    () => standing.value.filter(({ holds }) => !holds()),
    (untrue) => {
      if (!untrue.length) return;
      for (const { shown } of untrue) shown.close();
      standing.value = standing.value.filter((one) => !untrue.includes(one));
    },
  );

  /** Shows a notification, if wanted and allowed; a click leads to its subject. */
  function show(text: string, tag: string, open: () => void, holds: () => boolean): void {
    away = true;
    if (!preferences.value.notifications || permission.value !== 'granted') return;
    const shown = new Notification(text, {
      body: t('app-name'),
      tag,
      icon: '/assets/icon-192.png',
      silent: true,
    });
    shown.onclick = () => {
      window.focus();
      shown.close();
      open();
    };
    standing.value = [...standing.value.slice(1 - SHOWN), { shown, holds }];
  }

  /** The agent is back: offers notifications once, after a missed call. */
  function back(): void {
    if (!away || permission.value !== 'default' || storage.getItem(offered)) return;
    away = false;
    storage.setItem(offered, 'yes');
    notices.show({
      tone: 'info',
      text: t('alerts-offer'),
      detail: t('alerts-offerDetail'),
      keep: true,
      holds: () => permission.value === 'default',
      action: { label: t('alerts-enable'), run: () => void turnOn() },
    });
  }

  return { permission, asked, enable, show, back };
});
