import { readFileSync } from 'node:fs';
import { Console, get, maybe, textOf, type } from '@tests/support/app';
import { agent, settings, welcome } from '@tests/support/make';
import { afterEach, expect, it } from 'vitest';
import type { ScopedSettings, Settings } from '@/contract/protocol';
import { type Field, sections } from '@/features/settings/fields';
import { said } from '@/features/settings/said';
import { formatShifts, parseShifts } from '@/features/settings/shifts';

const c = new Console();
afterEach(() => c.close());

const queue = {
  id: 'returns',
  name: 'Returns',
  team: 'care',
  mode: 'manual' as const,
  waiting: [],
  more: false,
};
const { version: _, ...rules } = settings;
const returns: ScopedSettings = {
  scope: { queue: 'returns' },
  own: { discuss_timeout_seconds: 60 },
  effective: { ...rules, discuss_timeout_seconds: 60 },
  version: 4,
};

async function open(role: 'admin' | 'manager' | 'agent') {
  await c.open('mark', '/settings');
  c.http.set('GET /v1/settings/queues/returns', { body: returns });
  c.http.set('GET /v1/settings/teams/care', {
    body: { scope: { team: 'care' }, own: {}, effective: rules, version: 0 },
  });
  c.socket.open();
  await c.push(welcome('mark', [], { agents: [agent('mark', { role })], queues: [queue] }));
  // The screen is a chunk of its own.
  await import('@/features/settings/SettingsScreen.vue');
  await c.flush();
}
async function look(at: string) {
  const select = get('settings-scope') as HTMLSelectElement;
  select.value = at;
  select.dispatchEvent(new Event('change'));
  await c.flush();
}
async function click(testid: string) {
  get(testid).click();
  await c.flush();
}
async function submit() {
  get('settings-save')
    .closest('form')
    ?.dispatchEvent(new Event('submit', { cancelable: true }));
  await c.flush();
}
const value = (testid: string) => (get(testid) as HTMLInputElement).value;
const saved = (url = 'PUT /v1/settings') => c.posted.findLast((p) => p.url === url)?.body;
const refuse = (url: string, status: number, error: object) =>
  c.http.set(url, {
    status,
    body: { error: { message: 'No.', remedy: 'Try another.', ...error } },
  });

it('durations are saved as people write them, and a faster colleague’s save is shown', async () => {
  await open('admin');
  await type(c, 'discuss-timeout', 'soon');
  expect((get('settings-save') as HTMLButtonElement).disabled).toBe(true);
  await type(c, 'discuss-timeout', '3m');
  refuse('PUT /v1/settings', 409, { code: 'version_conflict' });
  await submit();
  expect(saved()).toEqual({ discuss_timeout_seconds: 180, version: 1 });
  expect(textOf('settings-conflict')).toContain('Nothing was saved');
});

it('a colleague’s value stands beside the agent’s unsaved one', async () => {
  await open('admin');
  await type(c, 'discuss-timeout', '3m');
  refuse('PUT /v1/settings', 409, { code: 'version_conflict' });
  const theirs = {
    ...settings,
    version: 2,
    discuss_timeout_seconds: 60,
    assign_timeout_seconds: 240,
    changed_by: 'olga',
    changed_at: c.clock.now() - 60_000,
  };
  c.http.set('GET /v1/settings', { body: theirs });
  await submit();
  expect(textOf('settings-conflict')).toContain('Changed by olga 1 min. ago');
  await click('show-difference');
  const difference = textOf('settings-difference');
  expect(difference).toContain('Discuss request timeout2m1m3m');
  expect(difference).toContain('Assign request timeout2m4munchanged');
  await click('keep-mine');
  expect(value('discuss-timeout')).toBe('3m');
  expect(value('assign-timeout')).toBe('4m');
  c.http.set('PUT /v1/settings', { body: { ...theirs, discuss_timeout_seconds: 180, version: 3 } });
  await submit();
  expect(saved()).toEqual({ discuss_timeout_seconds: 180, version: 2 });
  expect(textOf('settings')).toContain('Saved.');
});

it('saving covers one section; unsaved values of another wait', async () => {
  await open('admin');
  await type(c, 'discuss-timeout', '3m');
  await click('section-timers');
  await type(c, 'auto-resolve', '2h');
  c.http.set('PUT /v1/settings', { body: { ...settings, auto_resolve_seconds: 7200, version: 2 } });
  await submit();
  expect(saved()).toEqual({ auto_resolve_seconds: 7200, version: 1 });
  await click('section-engage');
  expect(value('discuss-timeout')).toBe('3m');
  expect((get('settings-save') as HTMLButtonElement).disabled).toBe(false);
});

it('each field shows the value without an override, and who changed it last', async () => {
  c.http.set('GET /v1/settings/changes', {
    body: {
      changes: [
        {
          at: c.clock.now() - 3_600_000,
          by: 'mark',
          scope: 'workspace',
          changes: [{ field: 'assign_timeout_seconds', from: 60, to: 120 }],
        },
      ],
    },
  });
  await open('admin');
  expect(maybe('assign-timeout-usual')).toBeUndefined();
  expect(textOf('row-assign-timeout')).toContain('Changed by you 1 hr. ago.');
  expect(textOf('row-discuss-timeout')).not.toContain('Changed by');
  await look('queues/returns');
  expect(textOf('row-discuss-timeout')).toContain('This queue overrides the workspace: 2m.');
});

it('the search finds a setting by its effect, and goes there', async () => {
  await open('admin');
  await type(c, 'settings-search', 'does not answer');
  expect(textOf('settings-found')).toContain('Back to the queue after');
  await click('settings-found');
  expect(location.pathname + location.hash).toBe('/settings#timers');
  expect(document.activeElement?.closest('[data-testid]')?.getAttribute('data-testid')).toBe(
    'requeue-after-on',
  );
});

it('an agent who is no admin reads the settings only', async () => {
  await open('agent');
  expect(textOf('settings')).toContain('Only admins can change these settings');
  expect((get('discuss-timeout') as HTMLInputElement).disabled).toBe(true);
  expect(value('discuss-timeout')).toBe('2m');
});

it('a queue’s override is shown, and can be taken back', async () => {
  await open('manager');
  await look('queues/returns');
  expect(value('discuss-timeout')).toBe('1m');
  expect(textOf('row-discuss-timeout')).toContain('Set here');
  expect(textOf('row-assign-timeout')).toContain('Inherited');
  await type(c, 'assign-timeout', '90s');
  await click('discuss-timeout-reset');
  expect(value('discuss-timeout')).toBe('2m');
  c.http.set('PUT /v1/settings/queues/returns', {
    body: { ...returns, own: { assign_timeout_seconds: 90 }, version: 5 },
  });
  await submit();
  expect(saved('PUT /v1/settings/queues/returns')).toEqual({
    own: { assign_timeout_seconds: 90 },
    version: 4,
  });
  expect(textOf('settings')).toContain('Saved.');
});

it('a refusal stands at its field, in whichever section that is', async () => {
  await open('admin');
  await click('section-timers');
  await click('requeue-after-on');
  await click('requeue-after-on');
  await type(c, 'requeue-after', '45s');
  refuse('PUT /v1/settings', 409, {
    code: 'settings_conflict',
    message: 'The warning is too early.',
    field: 'first_answer_warning_seconds',
  });
  await submit();
  expect(textOf('row-first-answer-warning')).toContain('The warning is too early. Try another.');
});

it('null switches a timer off', async () => {
  await open('admin');
  await click('section-timers');
  await click('requeue-after-on');
  c.http.set('PUT /v1/settings', { body: { ...settings, requeue_after_seconds: null } });
  await submit();
  expect(saved()).toEqual({ requeue_after_seconds: null, version: 1 });
});

it('the log shows each change and its author', async () => {
  await open('admin');
  c.http.set('GET /v1/settings/changes', {
    body: {
      changes: [
        {
          at: 0,
          by: 'mark',
          scope: { queue: 'returns' },
          changes: [{ field: 'requeue_after_seconds', from: 600, to: null }],
        },
      ],
    },
  });
  await click('section-changes');
  expect(textOf('settings-changes')).toContain('Mark in Queue Returns');
  expect(textOf('settings-changes')).toContain('Back to the queue after: 10m → Off');
});

it('shifts are read as people write them', () => {
  const two = [
    { from: '09:00', to: '12:30' },
    { from: '13:30', to: '24:00' },
  ];
  expect(parseShifts('9:00-12:30, 13:30 – 24:00')).toEqual(two);
  expect(formatShifts(two)).toBe('09:00-12:30, 13:30-24:00');
  expect(parseShifts(' ')).toEqual([]);
  expect(parseShifts('nine to five')).toBeUndefined();
});

it('every kind of value has words', () => {
  expect(said('discuss_timeout_seconds', 90)).toBe('1m 30s');
  expect(said('priority', 3)).toBe('3');
  expect(said('requeue_after_seconds', null)).toBe('Off');
  expect(said('skills', undefined)).toBe('inherited');
  expect(said('mode', 'auto')).toBe('Automatic');
  expect(said('triggers', ['Call back', 'Refund'])).toBe('Call back, Refund');
  const week = { monday: [{ from: '09:00', to: '17:00' }] };
  expect(said('hours', { time_zone: 'UTC', week, closed: [] })).toBe('UTC, Monday 09:00-17:00');
});

it('two values that differ in little read differently', () => {
  const label = (colour: string) => [{ name: 'Legal', colour }];
  expect(said('labels', label('red'))).toBe('Legal (red)');
  const ask = (question: string) => [{ name: 'Stars', question, answers: ['1', '2'] }];
  expect(said('surveys', ask('How was it?'))).toBe('Stars (How was it? / 1 / 2)');
  const hours = { time_zone: 'UTC', week: {}, closed: ['2026-12-25'] };
  expect(said('hours', hours)).toBe('UTC, closed on 2026-12-25');
});

it('the fields have the engine’s defaults', () => {
  const documented = JSON.parse(readFileSync('../docs/protocol/openapi.json', 'utf8'));
  const { examples } =
    documented.paths['/v1/settings'].get.responses['200'].content['application/json'];
  const begins: Settings = examples.settings.value;
  const fields: Field[] = Object.values(sections).flat();
  const told = fields.filter(({ usual }) => usual !== undefined);
  expect(told.length).toBeGreaterThan(20);
  // A field that is off is missing in the frame.
  const engine = told.map(({ key }) => [key, begins[key] ?? null]);
  expect(told.map(({ key, usual }) => [key, usual])).toEqual(engine);
  // Every rule has a field, and one only.
  const { version: _, changed_by: _by, changed_at: _at, attention: _told, ...rules } = begins;
  const keys = fields.map(({ key }) => key);
  expect(new Set(keys).size).toBe(keys.length);
  expect(keys).toEqual(expect.arrayContaining(Object.keys(rules)));
});

it('labels have a colour of their own, an order and no doubles', async () => {
  await open('admin');
  await click('section-labels');
  const names = () =>
    [...document.querySelectorAll('[data-testid="label-row"] .chip')].map((one) => [
      one.textContent,
      one.getAttribute('data-colour'),
    ]);
  const before = names().length;
  await type(c, 'label-name', 'Legal');
  await click('label-add');
  await type(c, 'label-name', 'LEGAL');
  await click('label-add');
  expect(textOf('row-labels')).toContain('“LEGAL” is there already.');
  expect(names()).toHaveLength(before + 1);
  const colours = document.querySelectorAll<HTMLSelectElement>('[data-testid="label-colour"]');
  const last = colours[colours.length - 1];
  if (!last) throw new Error('There is no colour to choose.');
  last.value = 'purple';
  last.dispatchEvent(new Event('change'));
  await c.flush();
  expect(names().at(-1)).toEqual(['Legal', 'purple']);
  c.http.set('PUT /v1/settings', { body: { ...settings, version: 2 } });
  await submit();
  const body = saved() as { labels: { name: string; colour: string }[] };
  expect(body.labels.at(-1)).toEqual({ name: 'Legal', colour: 'purple' });
});

it('unsaved values stay for an agent who looks elsewhere, on the version below them', async () => {
  await open('admin');
  await look('queues/returns');
  await type(c, 'discuss-timeout', '90s');
  await look('workspace');
  expect(value('discuss-timeout')).toBe('2m');
  await click('open-people');
  // Meanwhile a colleague changes the settings there.
  c.http.set('GET /v1/settings/queues/returns', { body: { ...returns, version: 5 } });
  await click('open-settings');
  expect(value('settings-scope')).toBe('queues/returns');
  expect(value('discuss-timeout')).toBe('1m 30s');
  expect(document.body.textContent).toContain('You have unsaved changes.');
  refuse('PUT /v1/settings/queues/returns', 409, { code: 'version_conflict' });
  await submit();
  expect(saved('PUT /v1/settings/queues/returns')).toMatchObject({ version: 4 });
  expect(textOf('settings-conflict')).toContain('Nothing was saved');
});

const aside = {
  at: 1_795_251_600_000,
  channel: 'whatsapp',
  account: '999',
  why: 'it names an account that is not set up here',
  payload: '{"from":"4915550001"}',
};

it('admins, and nobody else, see lost messages and unreadable records', async () => {
  await open('admin');
  const attention = { set_aside: [aside], unreadable: [{ record: 'agent#x', why: 'no name' }] };
  c.http.set('GET /v1/settings', { body: { ...settings, attention } });
  await click('section-attention');
  expect(textOf('set-aside')).toContain('Account 999');
  expect(textOf('set-aside')).toContain('"from":"4915550001"');
  expect(textOf('unreadable')).toContain('agent#x');
  c.close();
  await open('manager');
  expect(maybe('section-attention')).toBeUndefined();
});

it('the page says that nothing needs attention, or that it could not be loaded', async () => {
  await open('admin');
  c.http.set('GET /v1/settings', { status: 503, body: {} });
  await click('section-attention');
  expect(textOf('attention')).toContain('This could not be loaded');
  c.http.set('GET /v1/settings', { body: settings });
  get('attention').querySelector('button')?.click();
  await c.flush();
  expect(textOf('attention')).toContain('Nothing needs attention');
});
