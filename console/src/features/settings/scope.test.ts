import { Console, get, maybe, textOf } from '@tests/support/app';
import { agent, settings, welcome } from '@tests/support/make';
import { afterEach, expect, it } from 'vitest';

const c = new Console();
afterEach(() => c.close());
const { version: _, ...rules } = settings;
const returns = { id: 'returns', name: 'Returns', team: 'care', mode: 'manual' as const };

async function open() {
  await c.open('mark', '/settings#engage');
  c.http.set('GET /v1/settings/queues/returns', {
    body: {
      scope: { queue: 'returns' },
      own: { discuss_timeout_seconds: 60 },
      effective: { ...rules, discuss_timeout_seconds: 60, assign_timeout_seconds: 90 },
      version: 4,
    },
  });
  c.http.set('GET /v1/settings/teams/care', {
    body: {
      scope: { team: 'care' },
      own: { assign_timeout_seconds: 90 },
      effective: { ...rules, assign_timeout_seconds: 90 },
      version: 2,
    },
  });
  c.socket.open();
  const greeting = welcome('mark', [], {
    agents: [agent('mark', { role: 'admin' })],
    queues: [{ ...returns, waiting: [], more: false }],
  });
  await c.push(Object.assign(greeting, { teams: [{ id: 'care', name: 'Care' }] }));
  await import('./SettingsScreen.vue');
  await c.flush();
  await c.flush();
}
async function look(at: string) {
  const select = get('settings-scope') as HTMLSelectElement;
  select.value = at;
  select.dispatchEvent(new Event('change'));
  await c.flush();
}

it('the workspace’s page names the places that set a field otherwise', async () => {
  await open();
  expect(textOf('row-discuss-timeout')).toContain('Set otherwise by Queue Returns (1m).');
  expect(textOf('row-assign-timeout')).toContain('Set otherwise by Team Care (1m 30s).');
  expect(textOf('row-step-timeout')).not.toContain('Set otherwise');
});

it('a queue’s page says from where a value comes, and which value it overrides', async () => {
  await open();
  await look('queues/returns');
  expect(textOf('row-discuss-timeout')).toContain('This queue overrides the workspace: 2m.');
  expect(textOf('row-assign-timeout')).toContain('From team Care.');
  expect(textOf('row-step-timeout')).toContain('From the workspace.');
});

it('each field says its unit, its default and the moment from which it holds', async () => {
  await open();
  expect(textOf('row-discuss-timeout')).toContain('A time from 5s to 1d. Default: 2m.');
  expect(textOf('row-discuss-timeout')).toContain('Running requests keep their time.');
  expect(textOf('row-reject-reasons')).toContain('Default: Busy with another case, Not my field');
  expect(textOf('row-step-timeout')).toContain('in running requests, too');
});

it('the list of reasons for being away belongs to the workspace alone', async () => {
  await open();
  get('section-lists').click();
  await look('queues/returns');
  expect(textOf('row-away-reasons')).toContain('The workspace’s value holds for everybody');
  expect(get('row-away-reasons').querySelector('[data-testid="word"]')).toBeNull();
  expect(maybe('row-closing-phrases')?.querySelector('[data-testid="word"]')).toBeTruthy();
});
