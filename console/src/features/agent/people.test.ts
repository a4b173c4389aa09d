import { all, Console, click, get, maybe, press, textOf, type } from '@tests/support/app';
import { agent, welcome } from '@tests/support/make';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Push } from '@/contract/protocol';
import {
  callLink,
  invalid,
  mayEdit,
  recordChange,
  recordForm,
  safeCall,
  skillWord,
} from '@/features/agent/records';
import { useSession } from '@/stores/session';

let c: Console;
const martha = agent('martha', { skills: ['refunds'], call: 'tel:+4930123456', open: 3 });
const agents = [
  agent('mark'),
  martha,
  agent('olga', { presence: 'away', away_reason: 'Lunch', since: 1_699_999_000_000 }),
  agent('ada', { role: 'manager' }),
  agent('grace', { role: 'admin', teams: [] }),
];

async function open(me: string) {
  c = await new Console().open(me, '/people');
  c.http.set('GET /v1/agents', { body: { agents } });
  c.socket.open();
  await c.push(welcome(me, [], { agents }) as Push);
  await vi.waitFor(() => get('person'));
}
beforeEach(() => vi.dynamicImportSettled());
afterEach(() => c.close());

describe('people', () => {
  it('the table shows presence, availability for work and skills', async () => {
    await open('mark');
    const row = (id: string) =>
      document.querySelector(`[data-agent="${id}"]`)?.textContent?.replace(/\s+/g, ' ') ?? '';
    expect(row('martha')).toMatch(
      /Martha.*Agent.*Customer Care.*Available.*3 of 5.*conversations.*refunds/,
    );
    expect(row('olga')).toMatch(/Away.*Lunch.*since/);
    expect(row('grace')).toContain('Admin');
    expect(document.querySelector('a[href="tel:+4930123456"]')?.getAttribute('aria-label')).toBe(
      'Call Martha',
    );
    expect(document.querySelector('[data-testid^="edit-"]'), 'agents only read').toBeNull();
    await type(c, 'people-search', 'refund');
    expect(all('person')).toHaveLength(1);
  });

  it('a manager changes the records of the manager’s teams; only changed fields go out', async () => {
    await open('ada');
    expect(maybe('edit-grace')).toBeUndefined();
    await click(c, 'edit-martha');
    await type(c, 'record-capacity', '8');
    await type(c, 'skill-text', 'Late Shift');
    await press(c, get('skill-text'), { key: 'Enter' });
    c.http.set('PUT /v1/agents/martha', {
      body: { ...martha, capacity: 8, skills: ['refunds', 'late-shift'] },
    });
    await click(c, 'record-save');
    const sent = c.posted.find(({ url }) => url === 'PUT /v1/agents/martha');
    expect(sent?.body).toEqual({ capacity: 8, skills: ['refunds', 'late-shift'] });
    expect(maybe('record-form')).toBeUndefined();
    expect(useSession().agents.find(({ id }) => id === 'martha')?.capacity).toBe(8);
  });

  it('each field shows its own error, and the server’s refusal', async () => {
    await open('grace');
    await click(c, 'edit-martha');
    await type(c, 'record-call', 'https://x');
    await click(c, 'record-save');
    expect(textOf('record-call-problem')).toContain('tel:');
    expect(c.posted.some(({ url }) => url.startsWith('PUT'))).toBe(false);
    await type(c, 'record-call', '+49 30 999');
    const error = {
      code: 'out_of_range',
      field: 'call',
      message: 'No such number.',
      remedy: 'Try.',
    };
    c.http.set('PUT /v1/agents/martha', { status: 400, body: { error } });
    await click(c, 'record-save');
    expect(textOf('record-call-problem')).toContain('No such number.');
    expect(get('record-call').getAttribute('aria-invalid')).toBe('true');
    c.http.set('PUT /v1/agents/martha', { status: 503, body: {} });
    await click(c, 'record-save');
    expect(textOf('record-problem')).toContain('could not be reached');
  });

  it('a row opens a talk with the person', async () => {
    await open('mark');
    c.http.set('GET /v1/direct/martha', { body: { messages: [], more: false } });
    const row = document.querySelector('[data-agent="martha"] [data-testid="person-write"]');
    await click(c, row as HTMLElement);
    await vi.waitFor(() => get('talk-composer'));
    expect(textOf('talk-name')).toBe('Martha');
  });
});

describe('records', () => {
  it('the console follows the server’s rule for who may change which record', () => {
    const ada = agent('ada', { role: 'manager' });
    expect(mayEdit(agent('mark'), martha)).toBe(false);
    expect(mayEdit(ada, martha)).toBe(true);
    expect(mayEdit(ada, agent('x', { teams: ['sales'] }))).toBe(false);
    expect(mayEdit(ada, agent('x', { role: 'admin' }))).toBe(false);
    expect(mayEdit(agent('g', { role: 'admin', teams: [] }), martha)).toBe(true);
    expect(mayEdit(undefined, martha)).toBe(false);
  });

  it('a call link is accepted, any other link is not', () => {
    expect(callLink(' +49 30 123 ')).toBe('tel:+4930123');
    expect(callLink('sip:a@b')).toBe('sip:a@b');
    expect(callLink('  ')).toBeNull();
    for (const bad of ['javascript:alert(1)', 'https://x', 'tel:', '', null, undefined]) {
      expect(safeCall(bad), String(bad)).toBeUndefined();
    }
  });

  it('the form finds the fields that cannot be saved', () => {
    const form = recordForm(martha);
    expect(invalid(form).size).toBe(0);
    expect([...invalid({ ...form, name: ' ', capacity: '0', call: 'x' })]).toEqual([
      'name',
      'capacity',
      'call',
    ]);
    expect(recordChange(martha, form)).toEqual({});
    expect(recordChange(martha, { ...form, call: '' })).toEqual({ call: null });
    expect(skillWord('É!')).toBeUndefined();
  });
});
