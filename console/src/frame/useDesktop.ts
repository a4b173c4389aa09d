import { defineStore } from 'pinia';
import { ref } from 'vue';
import { app, alerts as words } from '@/i18n/en';
import { usePreferences } from '@/preferences/usePreferences';
import { useEnvironment } from '@/stores/environment';
import { useNotices } from '@/stores/notices';

export type Permission = NotificationPermission | 'unsupported';

const current = (): Permission =>
  typeof Notification === 'undefined' ? 'unsupported' : Notification.permission;

/** Notifications of the desktop: asked for when something was missed, never on arrival. */
export const useDesktop = defineStore('desktop', () => {
  const preferences = usePreferences();
  const notices = useNotices();
  const { storage, subject } = useEnvironment();
  const permission = ref<Permission>(current());
  const asked = `asked-notifications:${subject}`;
  let away = false;

  /** Only from a gesture: browsers refuse it otherwise. */
  async function enable(): Promise<void> {
    if (permission.value === 'unsupported') return;
    permission.value = await Notification.requestPermission();
    preferences.set({ notifications: permission.value === 'granted' });
    if (permission.value === 'denied') {
      notices.show({ tone: 'problem', text: words.denied, detail: words.deniedHow });
    }
  }

  /** Shows it, if that is wanted and allowed; a click leads to what it is about. */
  function show(text: string, tag: string, open: () => void): void {
    away = true;
    if (!preferences.value.notifications || permission.value !== 'granted') return;
    const shown = new Notification(text, {
      body: app.name,
      tag,
      icon: '/assets/icon-192.png',
      silent: true,
    });
    shown.onclick = () => {
      window.focus();
      shown.close();
      open();
    };
  }

  /** The agent is back. Once, after something was missed, notifications are offered. */
  function back(): void {
    if (!away || permission.value !== 'default' || storage.getItem(asked)) return;
    away = false;
    storage.setItem(asked, 'yes');
    notices.show({
      tone: 'info',
      text: words.offer,
      detail: words.offerDetail,
      keep: true,
      action: { label: words.enable, run: () => void enable() },
    });
  }

  return { permission, enable, show, back };
});
