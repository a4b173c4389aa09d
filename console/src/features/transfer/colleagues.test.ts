import { Console, get, textOf } from '@tests/support/app';
import { agent, settings } from '@tests/support/make';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { useSession } from '@/stores/session';

let c: Console;
beforeEach(async () => {
  c = await new Console().open('mark');
  await c.live('mark', []);
});
afterEach(() => c.close());

const colleague = (id: string) => useSession().agents.find((a) => a.id === id);

it('colleagues’ presence and load stay up to date, and so do the agent’s own', async () => {
  const martha = agent('martha', { presence: 'away', away_reason: 'Lunch', open: 3 });
  await c.push({ type: 'agents', agents: [martha, agent('mark', { presence: 'busy', open: 5 })] });
  expect(colleague('martha')).toMatchObject({ presence: 'away', away_reason: 'Lunch', open: 3 });
  expect(colleague('olga')?.presence, 'who is not named stays as they were').toBe('away');
  expect(useSession().me?.presence).toBe('busy');
  expect(textOf('presence-menu')).toContain('At capacity');
  expect(get('presence-menu').querySelector('.presence')?.getAttribute('data-presence')).toBe(
    'full',
  );
});

it('the console reads changed settings again, and keeps the old ones if that fails', async () => {
  const changed = { ...settings, discuss_timeout_seconds: 45, version: 2 };
  c.http.set('GET /v1/settings', { body: changed });
  await c.push({ type: 'settings_changed' });
  await c.flush();
  expect(useSession().settings).toEqual(changed);
  c.http.set('GET /v1/settings', { status: 503, body: {} });
  await c.push({ type: 'settings_changed' });
  await c.flush();
  expect(useSession().settings).toEqual(changed);
});
