import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Console, click, get, maybe, textOf } from './support/app';

type Given = NotificationPermission;

describe('allowing notifications on the alerts page', () => {
  const c = new Console();
  let answer: (given: Given) => void;
  const browser = { permission: 'default' as Given, requestPermission: vi.fn() };

  beforeEach(async () => {
    browser.permission = 'default';
    browser.requestPermission = vi.fn(
      () =>
        new Promise<Given>((done) => {
          answer = (given) => {
            browser.permission = given;
            done(given);
          };
        }),
    );
    vi.stubGlobal('Notification', browser);
    await c.open('mark', '/settings#alerts');
    await import('@/features/settings/SettingsScreen.vue');
    await import('@/features/preferences/AlertsPage.vue');
    await c.live('mark', []);
  });
  afterEach(() => {
    c.close();
    vi.unstubAllGlobals();
  });

  const box = () => get('notifications') as HTMLInputElement;
  const spoken = () =>
    [...document.querySelectorAll('[aria-live]')].map((region) => region.textContent).join(' ');
  async function ask(given: Given) {
    const button = get('allow-notifications');
    button.focus();
    await click(c, button);
    answer(given);
    await c.flush();
  }

  it('the page says at once that the browser asks', async () => {
    await click(c, 'allow-notifications');
    expect(textOf('notifications-result')).toContain('Your browser asks you now');
  });

  it('a grant turns notifications on, and the focus goes to the switch', async () => {
    await ask('granted');
    expect(textOf('notifications-result')).toBe('Desktop notifications are on.');
    expect(spoken()).toContain('Desktop notifications are on.');
    expect(box().checked).toBe(true);
    expect(maybe('allow-notifications')).toBeUndefined();
    expect(document.activeElement).toBe(box());
  });

  it('a block says how to undo it, and the page can ask again', async () => {
    await ask('denied');
    expect(textOf('notifications-result')).toContain('set Notifications to Allow');
    expect(spoken()).toContain('Your browser blocks notifications');
    expect(box().disabled).toBe(true);
    await ask('granted');
    expect(box().checked).toBe(true);
  });

  it('the page says so each time when the browser does not answer', async () => {
    await ask('default');
    expect(textOf('notifications-result')).toBe(
      'The browser did not ask. Allow notifications for this site in its settings, then press “Allow notifications” again.',
    );
    const first = spoken();
    expect(first).toContain('The browser did not ask.');
    expect(document.activeElement).toBe(get('allow-notifications'));
    await ask('default');
    expect(spoken()).not.toBe(first);
  });

  it('the present permission answers when the browser refuses to ask', async () => {
    browser.requestPermission = vi.fn(async () => Promise.reject(new Error('no gesture')));
    await click(c, 'allow-notifications');
    expect(textOf('notifications-result')).toContain('The browser did not ask.');
  });
});
