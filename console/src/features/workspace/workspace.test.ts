import { all, Console, click, get, maybe, textOf, type } from '@tests/support/app';
import { channels } from '@tests/support/channels';
import { agent, conversation, start, welcome } from '@tests/support/make';
import { records } from '@tests/support/records';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Agent } from '@/contract/protocol';
import { slugOf } from './records';

const c = new Console();
let world: ReturnType<typeof records>;
const next = async () => {
  submitOf('channel-next');
  await c.flush();
  await c.flush();
};
beforeEach(() => {
  world = records(c);
  channels(c, world);
});
afterEach(() => c.close());

async function greet(me: string, role: Agent['role'], path: string, queues = world.queues()) {
  await c.open(me, path);
  c.socket.open();
  const agents = [agent('ada', { name: 'Ada', role: 'admin', teams: [] }), agent('mark')];
  const mine = agents.map((one) => (one.id === me ? { ...one, role } : one));
  await c.push(welcome(me, [], { agents: mine, queues }));
  await import('@/features/settings/SettingsScreen.vue');
  await import('./screens');
  await import('./FirstSteps.vue');
  await c.flush();
  await c.flush();
}
const open = (page: string, role: Agent['role'] = 'admin') =>
  greet(role === 'admin' ? 'ada' : 'mark', role, `/settings#${page}`);

const submitOf = (button: string) =>
  get(button)
    .closest('form')
    ?.dispatchEvent(new Event('submit', { cancelable: true, bubbles: true }));
async function submit() {
  submitOf('dialog-submit');
  await c.flush();
  await c.flush();
}
async function choose(id: string, value: string) {
  const field = get(id) as HTMLSelectElement;
  field.value = value;
  field.dispatchEvent(new Event('change', { bubbles: true }));
  await c.flush();
}
const sent = (url: string) => c.posted.findLast((one) => one.url === url)?.body;
const rows = () => all('ws-row').map((row) => row.dataset.id);
const value = (id: string) => (get(id) as HTMLInputElement).value;

describe('an id', () => {
  it('an id comes from the name, and is nobody else’s', () => {
    expect(slugOf('Förderung & Support EU', new Set(), 'team')).toBe('forderung-support-eu');
    expect(slugOf('Support', new Set(['support', 'support-2']), 'team')).toBe('support-3');
    expect(slugOf('客服', new Set(), 'team')).toBe('team');
    expect(slugOf('x'.repeat(60), new Set(), 'team')).toHaveLength(36);
  });
});

describe('the pages of the workspace', () => {
  it('an admin makes a team with members', async () => {
    await open('teams');
    await click(c, 'ws-first');
    await type(c, 'ws-name', 'Support EU');
    expect(textOf('ws-id-line')).toBe('Id: support-eu');
    await click(c, 'ws-member-mark');
    await submit();
    expect(sent('PUT /v1/teams/support-eu')).toEqual({ version: 0, name: 'Support EU' });
    expect(sent('PUT /v1/agents/mark')).toEqual({ version: 1, teams: ['support-eu'] });
    expect(maybe('dialog')).toBeUndefined();
    expect(textOf('ws-row')).toContain('Support EU1 member · No queue yetChanged by you');
  });

  it('an admin makes a queue of a team', async () => {
    world.team('support', 'Support');
    await open('queues');
    await click(c, 'ws-new');
    await type(c, 'ws-name', 'Billing');
    await submit();
    expect(sent('PUT /v1/queues/billing')).toEqual({
      version: 0,
      name: 'Billing',
      team: 'support',
    });
    expect(textOf('ws-row')).toContain('Team Support · No channel yet');
  });

  it('an invited agent gets a link, where this machine signs people in', async () => {
    c.place.invitations = true;
    world.team('support', 'Support');
    c.http.set('POST /oidc/invitations', {
      status: 201,
      body: { link: 'http://x/invite/abc', days: 3 },
    });
    await open('agents');
    await click(c, 'ws-new');
    await type(c, 'ws-name', 'Grace Hopper');
    await type(c, 'ws-email', 'grace@example.com');
    await choose('ws-role', 'manager');
    await click(c, 'ws-team-support');
    await submit();
    expect(sent('PUT /v1/agents/grace-hopper')).toEqual({
      version: 0,
      name: 'Grace Hopper',
      email: 'grace@example.com',
      role: 'manager',
      teams: ['support'],
      skills: [],
      capacity: 5,
      call: null,
    });
    expect(sent('POST /oidc/invitations')).toEqual({ agent: 'grace-hopper' });
    expect(value('ws-link')).toBe('http://x/invite/abc');
    expect(textOf('dialog')).toContain('It is good for 3 days, once.');
    await click(c, 'ws-invited-done');
    const row = all('ws-row').find(({ dataset }) => dataset.id === 'grace-hopper');
    expect(row?.textContent).toContain('Invited');
    await click(c, 'ws-edit-mark');
    await click(c, 'ws-new-link');
    expect(sent('POST /oidc/invitations')).toEqual({ agent: 'mark' });
    c.place.invitations = false;
  });

  it('elsewhere an invited agent signs in with the address', async () => {
    await open('agents');
    await click(c, 'ws-new');
    await type(c, 'ws-name', 'Grace');
    await type(c, 'ws-email', 'grace@example.com');
    await submit();
    expect(textOf('ws-elsewhere')).toContain('grace@example.com at your sign-in service');
    expect(sent('POST /oidc/invitations')).toBeUndefined();
  });

  it('a deactivation takes a second press, and nobody deactivates themselves', async () => {
    await open('agents');
    await click(c, 'ws-edit-ada');
    expect(maybe('ws-end')).toBeUndefined();
    await click(c, 'ws-cancel');
    await click(c, 'ws-edit-mark');
    await click(c, 'ws-end');
    expect(sent('PUT /v1/agents/mark')).toBeUndefined();
    expect(textOf('dialog')).toContain('their conversations go back to the queue');
    await click(c, 'ws-end');
    expect(sent('PUT /v1/agents/mark')).toEqual({ version: 1, active: false });
    expect(textOf('ws-over')).toBe('Left (1)');
  });

  it('a taken name shows at the field', async () => {
    await open('teams');
    await click(c, 'ws-new');
    await type(c, 'ws-name', 'Support');
    world.refuse('PUT /v1/teams/support', 'name_taken', 'name', 'The team two has the name.');
    await submit();
    expect(textOf('ws-name-problem')).toBe(
      'Another record has this name already. Choose another name.',
    );
    expect(get('ws-name').getAttribute('aria-invalid')).toBe('true');
  });

  it('after a conflict the dialog shows their version, and keeps what was typed', async () => {
    world.team('care', 'Care');
    world.team('support', 'Support');
    world.queue('billing', 'Billing', 'care');
    await open('queues');
    await click(c, 'ws-edit-billing');
    await type(c, 'ws-name', 'Bills');
    const queue = world.find('queues', 'billing');
    Object.assign(queue, { version: 2, team: 'support' });
    world.refuse('PUT /v1/queues/billing', 'version_conflict');
    await submit();
    expect(textOf('ws-conflict')).toContain('A colleague just changed this.');
    expect(textOf('ws-conflict')).toContain('Team: Support');
    expect(value('ws-name')).toBe('Bills');
    world.allow('PUT /v1/queues/billing');
    await submit();
    expect(sent('PUT /v1/queues/billing')).toEqual({ version: 2, name: 'Bills' });
    expect(textOf('ws-row')).toContain('BillsTeam Support');
  });

  it('a name that is too long is refused before anything is sent', async () => {
    await open('teams');
    await click(c, 'ws-new');
    await type(c, 'ws-name', 'x'.repeat(41));
    expect(textOf('ws-name-problem')).toContain('40');
    expect((get('dialog-submit') as HTMLButtonElement).disabled).toBe(true);
    await type(c, 'ws-name', 'x'.repeat(40));
    expect((get('dialog-submit') as HTMLButtonElement).disabled).toBe(false);
  });

  it('rows warn where customers reach nobody', async () => {
    world.team('care', 'Care');
    world.queue('billing', 'Billing', 'care');
    await open('queues');
    expect(textOf('ws-warning')).toBe('Nobody is in team Care: customers here reach nobody.');
    get('section-teams').click();
    await c.flush();
    expect(textOf('ws-warning')).toContain('customers in its queues reach nobody');
    world.find('agents', 'mark').teams = ['care'];
    get('section-engage').click();
    await c.flush();
    get('section-queues').click();
    await c.flush();
    expect(maybe('ws-warning')).toBeUndefined();
  });

  it('a refused field gets the focus', async () => {
    await open('agents');
    await click(c, 'ws-edit-ada');
    await choose('ws-role', 'agent');
    world.refuse('PUT /v1/agents/ada', 'last_admin', 'role', 'Ada is the last admin.');
    await submit();
    expect(textOf('ws-role-problem')).toContain('This is the last admin who can sign in.');
    expect(document.activeElement).toBe(get('ws-role'));
  });

  it('a team in use does not retire, and the dialog says what uses it', async () => {
    world.team('care', 'Care');
    await open('teams');
    await click(c, 'ws-edit-care');
    world.refuse('PUT /v1/teams/care', 'in_use', 'retired', 'The team is in use: queue Billing.');
    await click(c, 'ws-end');
    expect(textOf('ws-end')).toBe('Really retire?');
    await click(c, 'ws-end');
    expect(textOf('dialog-problem')).toContain(
      'Still in use: queue Billing. Move these elsewhere first.',
    );
    world.allow('PUT /v1/teams/care');
    await click(c, 'ws-end');
    await click(c, 'ws-end');
    expect(sent('PUT /v1/teams/care')).toEqual({ version: 1, retired: true });
    expect(textOf('ws-over')).toBe('Retired (1)');
    await click(c, 'ws-edit-care');
    await click(c, 'ws-end');
    expect(sent('PUT /v1/teams/care')).toEqual({ version: 2, retired: false });
  });

  it('the history of a record is that of its place', async () => {
    world.team('care', 'Care');
    const change = { field: 'name', to: 'Care' };
    const changes = [{ at: c.clock.now(), by: 'ada', scope: { team: 'care' }, changes: [change] }];
    c.http.set('GET /v1/settings/changes', { body: { changes } });
    await open('teams');
    await click(c, 'ws-edit-care');
    const fold = get('ws-history').closest('details') as HTMLDetailsElement;
    fold.open = true;
    fold.dispatchEvent(new Event('toggle'));
    await c.flush();
    expect(c.queries.at(-1)).toContain('of=team%3Acare');
    expect(textOf('settings-changes')).toContain('Name: – → Care');
  });

  it('a manager reads the records, and agents have no such pages', async () => {
    world.team('care', 'Care');
    await open('teams', 'manager');
    expect(textOf('ws-read-only')).toBe('Only admins change these records.');
    expect(rows()).toEqual(['care']);
    expect(maybe('ws-new')).toBeUndefined();
    expect(maybe('ws-edit-care')).toBeUndefined();
    c.close();
    await open('teams', 'agent');
    expect(maybe('section-teams')).toBeUndefined();
    expect(maybe('ws-page-teams')).toBeUndefined();
  });

  it('the search of the settings finds the pages and their fields', async () => {
    await open('teams');
    await type(c, 'settings-search', 'Phone number id');
    expect(textOf('settings-found')).toContain('Phone number idChannels');
    await click(c, 'settings-found');
    expect(location.hash).toBe('#assets');
  });

  it('a failure offers another try', async () => {
    c.http.set('GET /v1/workspace', { status: 500, body: {} });
    await open('teams');
    expect(textOf('empty')).toContain('The records could not be loaded.');
  });
});

describe('the first steps', () => {
  const state = (step: string) => get(`step-${step}`).dataset.state;

  it('the checklist goes through its steps, and goes away', async () => {
    c.place.sandbox = true;
    await greet('ada', 'admin', '/', []);
    expect(textOf('first-steps')).toContain('1 of 6 steps done');
    expect([state('name'), state('team')]).toEqual(['next', 'later']);
    expect(maybe('step-queue-act')).toBeUndefined();
    expect(textOf('step-queue')).toContain('After step 2');
    await click(c, 'step-name-act');
    await type(c, 'ws-name', 'Acme');
    await submit();
    expect(state('name')).toBe('done');
    await click(c, 'step-team-act');
    expect(value('ws-name')).toBe('Support');
    expect((get('ws-member-ada') as HTMLInputElement).checked).toBe(true);
    await submit();
    expect([state('team'), state('queue')]).toEqual(['done', 'next']);
    await click(c, 'step-queue-act');
    await submit();
    expect(sent('PUT /v1/queues/support')).toEqual({
      version: 0,
      name: 'Support',
      team: 'support',
    });
    await click(c, 'step-channel-act');
    expect(location.hash).toBe('#assets/+');
    await click(c, 'ws-channel-whatsapp');
    expect(value('ws-account')).toBe('106540352242922');
    expect(textOf('ws-id-line')).toBe('Id: whatsapp');
    await next();
    expect(location.hash).toBe('#assets/whatsapp/secrets');
    await click(c, 'channel-step-done');
    await click(c, 'channel-desk');
    expect(state('channel')).toBe('done');
    expect(get('step-answer-act').getAttribute('href')).toBe('/sandbox');
    expect(state('colleague')).toBe('done');
    expect(textOf('first-steps')).toContain('5 of 6');
    const mine = conversation({ owner: 'ada', status: 'pending', waiting_on: 'customer' });
    await c.entries(mine, start());
    expect(maybe('first-steps')).toBeUndefined();
    expect(textOf('start')).toContain('All caught up.');
    c.place.sandbox = false;
  });

  it('an admin hides the checklist', async () => {
    await greet('ada', 'admin', '/', []);
    await click(c, 'steps-hide');
    expect(sent('PUT /v1/workspace')).toEqual({ version: 1, checklist_hidden: true });
    expect(maybe('first-steps')).toBeUndefined();
    expect(maybe('start')).toBeDefined();
  });

  it('the checklist stays in the settings, and comes back to the start screen from there', async () => {
    world.workspace.checklist_hidden = true;
    await import('./StepsPage.vue');
    await open('steps');
    expect(textOf('steps-page')).toContain('1 of 6 steps done');
    expect(textOf('steps-hide')).toBe('Show the checklist on the start screen');
    await click(c, 'steps-hide');
    expect(sent('PUT /v1/workspace')).toEqual({ version: 1, checklist_hidden: false });
  });

  it('a colleague without a queue reads who can help', async () => {
    await greet('mark', 'agent', '/', []);
    expect(textOf('nothing-set-up')).toContain('Nothing is set up for you yet.');
    expect(textOf('nothing-set-up')).toContain('Your team serves no queue');
    expect(textOf('nothing-set-up')).toContain('Ada can make a queue for your team.');
    expect(maybe('start')).toBeUndefined();
  });
});
