import { afterEach, expect, it } from 'vitest';
import { Console, get, textOf, type } from './support/app';
import { agent, settings, welcome } from './support/make';

const c = new Console();
afterEach(() => c.close());

async function open(role: 'admin' | 'agent') {
  await c.open('mark', '/settings');
  c.socket.open();
  await c.push(welcome('mark', [], { agents: [agent('mark', { role })] }));
  // The screen is a chunk of its own.
  await import('@/settings/SettingsScreen.vue');
  await c.flush();
}
const saved = () => c.posted.findLast((p) => p.url === 'PUT /v1/settings')?.body;

it('saves durations as people write them, and says when somebody else was faster', async () => {
  await open('admin');
  await type(c, 'discuss-timeout', 'soon');
  expect((get('settings-save') as HTMLButtonElement).disabled).toBe(true);
  await type(c, 'discuss-timeout', '3m');
  c.http.set('PUT /v1/settings', {
    status: 409,
    body: { error: { code: 'version_conflict', message: 'Changed.', remedy: '' } },
  });
  get('settings-save')
    .closest('form')
    ?.dispatchEvent(new Event('submit', { cancelable: true }));
  await c.flush();
  expect(saved()).toEqual({ ...settings, discuss_timeout_seconds: 180 });
  expect(textOf('settings-conflict')).toContain('Nothing was saved');
});

it('lets those who are no admins read', async () => {
  await open('agent');
  expect(textOf('settings')).toContain('Only admins can change these settings');
  expect((get('discuss-timeout') as HTMLInputElement).disabled).toBe(true);
  expect((get('discuss-timeout') as HTMLInputElement).value).toBe('2m');
});
