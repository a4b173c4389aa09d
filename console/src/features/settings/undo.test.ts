import { all, Console, click, get, maybe, textOf } from '@tests/support/app';
import { agent, settings, welcome } from '@tests/support/make';
import { afterEach, describe, expect, it } from 'vitest';
import type { Scope, SettingsChanged } from '@/contract/protocol';
import { mayUndo, undoOf } from './undo';

const c = new Console();
afterEach(() => c.close());

let at = 0;
/** A change of one field; `from` and `to` as JSON has them. */
function change(scope: Scope, field: string, from: unknown, to: unknown, by = 'olga') {
  at += 1;
  return { at, by, scope, changes: [{ field, from, to }] } as SettingsChanged;
}
const support = { queue: 'support' };

describe('the undo of a change', () => {
  it('an override goes back to what the place inherited', () => {
    const log = [change(support, 'mode', undefined, 'auto')];
    expect(undoOf(log[0] as SettingsChanged, log)).toEqual({
      target: { kind: 'settings', place: 'queues/support' },
      fields: { mode: undefined },
    });
  });

  it('a field that somebody changed again afterwards stays', () => {
    const first = change(support, 'mode', undefined, 'auto');
    const other = change({ queue: 'billing' }, 'mode', undefined, 'auto');
    const later = change(support, 'mode', 'auto', 'manual', 'ada');
    expect(undoOf(first, [other, first])).toHaveProperty('target');
    expect(undoOf(first, [later, first])).toEqual({ why: 'later', field: 'mode', by: 'ada' });
    expect(undoOf(later, [later, first])).toHaveProperty('fields', { mode: 'auto' });
  });

  it('a record keeps its beginning, and gets back values that the log leaves out', () => {
    const made = change({ team: 'care' }, 'name', undefined, 'Care');
    expect(undoOf(made, [made])).toEqual({ why: 'made' });
    const left = change({ agent: 'mark' }, 'active', undefined, false);
    expect(undoOf(left, [left])).toEqual({
      target: { kind: 'agents', id: 'mark' },
      fields: { active: true },
    });
    const skills = change({ agent: 'mark' }, 'skills', ['german'], []);
    expect(undoOf(skills, [skills])).toHaveProperty('target', { kind: 'agents', id: 'mark' });
    const named = change('workspace', 'name', '', 'Acme');
    expect(undoOf(named, [named])).toHaveProperty('target', { kind: 'workspace' });
  });

  it('a manager undoes settings of their own teams, and no records', () => {
    const manager = agent('olga', { role: 'manager', teams: ['care'] });
    const teamOf = (queue: string) => (queue === 'support' ? 'care' : 'other');
    const may = (one: SettingsChanged) => mayUndo(manager, one, teamOf);
    expect(may(change(support, 'mode', undefined, 'auto'))).toBe(true);
    expect(may(change({ queue: 'billing' }, 'mode', undefined, 'auto'))).toBe(false);
    expect(may(change({ team: 'care' }, 'name', 'A', 'B'))).toBe(false);
    expect(may(change('workspace', 'mode', 'auto', 'manual'))).toBe(false);
    expect(mayUndo(agent('mark'), change(support, 'mode', undefined, 'auto'), teamOf)).toBe(false);
  });
});

async function open(page: string, changes: SettingsChanged[]) {
  c.http.set('GET /v1/settings/changes', { body: { changes } });
  await c.open('mark', `/settings#${page}`);
  c.socket.open();
  await c.push(welcome('mark', [], { agents: [agent('mark', { role: 'admin' })] }));
  await import('./SettingsScreen.vue');
  await c.flush();
}
const sent = (url: string) => c.posted.findLast((one) => one.url === url)?.body;

it('undo writes the earlier value upon the present version, and says so', async () => {
  const log = [change('workspace', 'discuss_timeout_seconds', 60, 120)];
  await open('changes', log);
  c.http.set('GET /v1/settings', { body: { ...settings, version: 9 } });
  c.http.set('PUT /v1/settings', { body: { ...settings, version: 10 } });
  await click(c, 'undo');
  expect(sent('PUT /v1/settings')).toEqual({ discuss_timeout_seconds: 60, version: 9 });
  expect(textOf('undo-done')).toBe('Undone: Discuss request timeout');
});

it('the history says why a change stays, and shows a refusal at the change', async () => {
  const first = change('workspace', 'step_timeout_seconds', 30, 20);
  const later = change('workspace', 'step_timeout_seconds', 20, 10);
  await open('changes', [later, first]);
  expect(all('undo')).toHaveLength(1);
  expect(all('settings-change')[1]?.textContent).toContain(
    'Cannot be undone: olga changed “Time for each member asked” again afterwards.',
  );
  const error = { code: 'settings_conflict', message: 'Too long.', remedy: 'Ask for less.' };
  c.http.set('PUT /v1/settings', { status: 409, body: { error } });
  await click(c, 'undo');
  expect(textOf('undo-problem')).toBe('Too long. Ask for less.');
});

it('a page of the settings has the history of its own fields only', async () => {
  await open('timers', [
    change('workspace', 'auto_resolve_seconds', 60, 120),
    change('workspace', 'discuss_timeout_seconds', 60, 120),
    change(support, 'mode', undefined, 'auto'),
  ]);
  const fold = get('page-history').closest('details') as HTMLDetailsElement;
  fold.open = true;
  fold.dispatchEvent(new Event('toggle'));
  await c.flush();
  expect(c.queries.some((query) => query.includes('of=workspace'))).toBe(true);
  expect(all('settings-change')).toHaveLength(1);
  expect(textOf('settings-change')).toContain('Resolve after silence: 1m → 2m');
  expect(maybe('undo')).toBeTruthy();
});
