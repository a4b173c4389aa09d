import { all, Console, get, maybe, press, textOf, type } from '@tests/support/app';
import { agent, settings, welcome } from '@tests/support/make';
import { records } from '@tests/support/records';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Role } from '@/contract/protocol';
import { rank } from '@/features/palette/rank';
import { everything } from './finder';

const c = new Console();
let world: ReturnType<typeof records>;
beforeEach(() => {
  world = records(c);
});
afterEach(() => c.close());

const refund = {
  id: 'refund-1',
  title: 'Refund issued',
  category: 'Billing',
  text: 'We have sent the money back.',
  shortcut: 'refund',
  version: 1,
  updated_by: 'ada',
  updated_at: 0,
};

async function open(page: string, role: Role = 'admin') {
  world.team('care', 'Customer Care');
  c.http.set('GET /v1/canned', { body: { canned: [refund] } });
  c.http.set('GET /v1/templates', { body: { accounts: [] } });
  c.http.set('GET /v1/settings/changes', { body: { changes: [] } });
  await c.open('ada', `/settings#${page}`);
  c.socket.open();
  await c.push(welcome('ada', [], { agents: [agent('ada', { role }), agent('mark')] }));
  await import('./SettingsScreen.vue');
  await import('@/features/workspace/screens');
  await c.flush();
}
async function search(text: string) {
  await type(c, 'settings-search', text);
  await c.flush();
}
const key = (name: string) => press(c, get('settings-search'), { key: name });
const titles = () => all('settings-found').map((one) => one.querySelector('.title')?.textContent);
const found = (text: string) =>
  rank(
    everything({ role: 'admin', rules: settings }).map((one) => ({
      ...one,
      more: `${one.where} ${one.help} ${one.words ?? ''}`,
    })),
    text,
    5,
  ).map(({ title }) => title);

it('settings are found by synonyms and by their help, without case and accents', () => {
  expect(found('SLA response')).toContain('First response within');
  expect(found('csat')[0]).toBe('Questions to customers');
  expect(found('hólidays')[0]).toBe('Business hours');
  expect(found('nobody answers lapses')).toContain('Discuss request timeout');
  expect(found('escalated')[0]).toBe('Escalated');
  expect(found('dark')).toContain('Theme');
});

it('every setting has a place, and every place stands once', () => {
  const places = everything({ role: 'admin', rules: settings }).flatMap(({ at }) => at ?? []);
  expect(new Set(places).size).toBe(places.length);
});

it('arrows and Enter lead to a record, whose control gets the focus', async () => {
  await open('appearance');
  await search('customer care');
  expect(titles()).toEqual(['Customer Care']);
  expect(get('settings-search').getAttribute('aria-activedescendant')).toBe(
    get('settings-found').id,
  );
  await key('Enter');
  await c.flush();
  expect(location.hash).toBe('#teams');
  expect(document.activeElement).toBe(get('ws-edit-care'));
  expect(maybe('settings-found')).toBeUndefined();
});

it('the selection goes around, and Escape clears the words', async () => {
  await open('engage');
  await search('time');
  const selected = () =>
    all('settings-found').findIndex(
      (one) => one.ariaSelected === 'true' || one.getAttribute('aria-selected') === 'true',
    );
  expect(selected()).toBe(0);
  await key('ArrowUp');
  expect(selected()).toBe(all('settings-found').length - 1);
  await key('ArrowDown');
  expect(selected()).toBe(0);
  await key('Escape');
  expect(maybe('settings-found')).toBeUndefined();
  expect((get('settings-search') as HTMLInputElement).value).toBe('');
});

it('an entry of a list is found with its list, and a canned message by its text', async () => {
  await open('engage');
  await search('Escalated');
  await key('Enter');
  await c.flush();
  expect(location.hash).toBe('#labels');
  expect(document.activeElement?.closest('li')?.textContent).toContain('Escalated');
  await search('sent the money back');
  expect(titles()).toEqual(['Refund issued']);
  await key('Enter');
  await c.flush();
  expect(location.hash).toBe('#canned');
  expect(document.activeElement).toBe(get('canned-refund-1'));
});

it('a slash begins a search, but not in a text field', async () => {
  await open('engage');
  const slash = (target: Element) =>
    target.dispatchEvent(new KeyboardEvent('keydown', { key: '/', bubbles: true }));
  get('discuss-timeout').focus();
  slash(get('discuss-timeout'));
  expect(document.activeElement).toBe(get('discuss-timeout'));
  (document.activeElement as HTMLElement).blur();
  slash(document.body);
  expect(document.activeElement).toBe(get('settings-search'));
});

it('a search without results says what it covers, and agents find no records', async () => {
  await open('engage', 'agent');
  await search('zzz');
  expect(textOf('empty')).toContain('The search covers pages, settings');
  await search('Customer Care');
  expect(titles()).toEqual([]);
});
