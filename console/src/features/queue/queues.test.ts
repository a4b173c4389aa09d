import { all, Console, click, get, maybe, textOf, type } from '@tests/support/app';
import { agent, conversation, place, start, welcome } from '@tests/support/make';
import { afterEach, expect, it } from 'vitest';
import type { Queue } from '@/contract/protocol';

const c = new Console();
afterEach(() => c.close());

const thread = '2b7c9e0f4g6h8j1k';
const queue = (mode: Queue['mode'], id = 'billing'): Queue => ({
  id,
  name: id[0]?.toUpperCase() + id.slice(1),
  team: 'care',
  mode,
  more: false,
  waiting: [place(`${thread}-1`, { name: `Lena of ${id}` })],
});
async function open(role: 'agent' | 'manager', queues: Queue[]) {
  await c.open('mark');
  c.http.set('GET /v1/conversations', { body: { conversations: [] } });
  c.socket.open();
  await c.push(welcome('mark', [], { agents: [agent('mark', { role })], queues }));
}

it('the list shows the manual queues, and counts nothing else', async () => {
  const { mode: _, ...old } = queue('manual', 'returns');
  await open('agent', [queue('auto'), old as Queue]);
  expect(textOf('tab-queue'), 'a server that says no mode gives nothing out').toBe('In queue 1');
  await click(c, 'tab-queue');
  expect(all('row').map((row) => row.querySelector('.name')?.textContent)).toEqual([
    'Lena of returns',
  ]);
  await c.push({ type: 'queue', queue: queue('auto', 'returns') });
  expect(maybe('tab-queue'), 'nothing is left to take').toBeUndefined();
  expect(get('tab-mine').getAttribute('aria-selected')).toBe('true');
  expect(document.querySelector('.list-panel')?.textContent).toContain(
    'are assigned to you automatically',
  );
});

it('a queue becomes automatic; its waiting conversations stay as pushed', async () => {
  await open('agent', [queue('manual')]);
  c.http.set('GET /v1/queues', { body: { queues: [{ ...queue('auto'), waiting: [] }] } });
  await c.push({ type: 'settings_changed' });
  await c.flush();
  expect(maybe('tab-queue')).toBeUndefined();
  c.http.set('GET /v1/queues', { body: { queues: [{ ...queue('manual'), waiting: [] }] } });
  await c.push({ type: 'settings_changed' });
  await c.flush();
  expect(textOf('tab-queue')).toBe('In queue 1');
});

it('a manager sees automatic queues’ waiting customers, to read and not to take', async () => {
  const waiting = conversation({ thread, id: `${thread}-1`, status: 'queued', owner: null });
  await open('manager', [queue('auto')]);
  c.http.set(`GET /v1/conversations/${thread}-1`, {
    body: { conversation: waiting, entries: start(), more: false },
  });
  await click(c, 'tab-team');
  expect(textOf('section-waiting:billing')).toContain('Waiting in Billing 1Assigned automatically');
  await click(c, 'row');
  expect(textOf('queue-bar')).toContain('assigned to an agent automatically');
  expect(maybe('accept')).toBeUndefined();
  expect(maybe('action-transfer')).toBeDefined();
});

it('a waiting conversation shows its marks, and follows their changes', async () => {
  const marked = place(`${thread}-1`, {
    name: 'Lena',
    alias: 'Call back',
    tags: ['contract'],
    labels: ['Escalated'],
    reference: '2B7C-9E0F-1',
  });
  const billing = { ...queue('manual'), waiting: [marked] };
  await open('agent', [billing]);
  await click(c, 'tab-queue');
  for (const text of ['Call back', 'contract', 'Escalated', 'Hi']) {
    expect(textOf('row')).toContain(text);
  }
  const renamed = { ...marked, name: 'Lena Hoffmann', summary: 'Hello?', tags: [] };
  await c.push({ type: 'queue', queue: { ...billing, waiting: [renamed] } });
  expect(textOf('row')).toContain('Lena Hoffmann');
  expect(textOf('row')).toContain('Hello?');
  expect(textOf('row')).not.toContain('contract');
  await type(c, 'list-search', 'call');
  expect(all('row')).toHaveLength(1);
});
