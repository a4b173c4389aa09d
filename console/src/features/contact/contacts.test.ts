import { all, Console, click, get, maybe, textOf, type } from '@tests/support/app';
import { NOW, welcome } from '@tests/support/make';
import { afterEach, describe, expect, it } from 'vitest';
import { contactsOf } from '@/features/contact/people';
import { parseRoute } from '@/stores/ui';

const c = new Console();
afterEach(() => c.close());

const card = (contact: string, name: string, at: number, over: object = {}) => ({
  id: `${contact}thread00000000`.slice(0, 16).concat(`-${at}`),
  reference: 'K7QM-4XD2-1',
  contact,
  name,
  channel: 'whatsapp',
  queue: 'billing',
  status: 'resolved' as const,
  owner: null,
  alias: null,
  tags: [],
  labels: [],
  priority: 1,
  waiting_on: 'customer' as const,
  waiting_since: NOW,
  opened_at: NOW + at,
  updated_at: NOW + at,
  summary: 'Thanks',
  ...over,
});
const profile = {
  id: 'c1',
  name: 'Ann Smith',
  identities: [{ channel: 'whatsapp', address: '+44 7700' }],
  since: NOW,
  attributes: { Tier: 'Gold' },
  version: 1,
};

async function open(path = '/contacts', cards: object[] = [], cursor?: string) {
  c.http.set('GET /v1/conversations', { body: { conversations: cards, cursor } });
  c.http.set('GET /v1/contacts/c1', { body: profile });
  c.http.set('GET /v1/contacts/c1/conversations', {
    body: { conversations: [card('c1', 'Ann Smith', 5)] },
  });
  await c.open('mark', path);
  c.socket.open();
  await c.push(welcome('mark', []));
  await import('@/features/contact/ContactsScreen.vue');
  await c.flush();
  await c.flush();
}
const names = () => all('contact-row').map((row) => row.querySelector('bdi')?.textContent);

describe('the contacts of conversations', () => {
  it('each contact stands once, the latest first, with every channel', () => {
    const found = contactsOf([
      card('c1', 'Ann', 1),
      card('c2', 'Bob', 3),
      card('c1', 'Ann Smith', 5, { channel: 'web' }),
    ]);
    expect(found.map(({ id, name }) => [id, name])).toEqual([
      ['c1', 'Ann Smith'],
      ['c2', 'Bob'],
    ]);
    expect(found[0]?.channels).toEqual(['web', 'whatsapp']);
  });
});

describe('the screen of contacts', () => {
  it('the screen has an address, and so has each contact', () => {
    expect(parseRoute('/contacts')).toEqual({ screen: 'contacts' });
    expect(parseRoute('/contacts/c1')).toEqual({ screen: 'contacts', contact: 'c1' });
  });

  it('the rail opens the screen, which shows a contact with facts and every conversation', async () => {
    await open('/', [card('c1', 'Ann Smith', 5), card('c2', 'Bob', 3)]);
    await click(c, 'open-contacts');
    await c.flush();
    expect(names()).toEqual(['Ann Smith', 'Bob']);
    expect(all('contact-row')[0]?.textContent).toContain('Resolved');
    await click(c, all('contact-row')[0] as HTMLElement);
    await c.flush();
    expect(location.pathname).toBe('/contacts/c1');
    expect(textOf('contact-card')).toContain('+44 7700');
    expect(textOf('contact-card')).toContain('Gold');
    expect(all('contact-conversation')).toHaveLength(1);
  });

  it('the screen asks the server for the typed text once the typing stops', async () => {
    await open('/contacts', [card('c1', 'Ann Smith', 5)]);
    c.http.set('GET /v1/conversations', { body: { conversations: [] } });
    await type(c, 'contacts-search', 'nobody');
    expect(names()).toEqual(['Ann Smith']);
    await c.clock.advance(300);
    await c.flush();
    expect(textOf('contacts')).toContain('No contacts found');
    c.http.set('GET /v1/conversations', { body: { conversations: [card('c1', 'Ann Smith', 5)] } });
    await click(c, 'contacts-clear');
    await c.flush();
    expect(names()).toEqual(['Ann Smith']);
  });

  it('the list reads further pages, and says when a page fails', async () => {
    await open('/contacts', [card('c1', 'Ann Smith', 5)], 'next');
    expect(textOf('contacts')).toContain('1 contact (more below)');
    c.http.set('GET /v1/conversations', { body: { conversations: [card('c2', 'Bob', 3)] } });
    await click(c, 'contacts-more');
    await c.flush();
    expect(names()).toEqual(['Ann Smith', 'Bob']);
    expect(maybe('contacts-more')).toBeUndefined();
    c.http.set('GET /v1/conversations', { status: 500, body: {} });
    await click(c, 'contacts-further');
    await c.flush();
    expect(textOf('contacts')).toContain('could not be loaded');
    expect(names()).toEqual(['Ann Smith', 'Bob']);
  });

  it('a contact that the agent may not see says so', async () => {
    await open('/contacts/c9', []);
    await c.flush();
    expect(get('contact-card').textContent).toContain('cannot be shown');
  });
});
