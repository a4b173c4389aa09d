import { all, Console, click, get, maybe, mine, press, textOf, type } from '@tests/support/app';
import { conversation, entry, ID, NOW, settings, start, THREAD } from '@tests/support/make';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Entry } from '@/contract/protocol';
import { filesOf, notesOf } from '@/engine/contacts';
import {
  parseSections,
  printSections,
  SECTIONS,
} from '@/features/conversation/details/useSections';

let c: Console;
const contact = {
  id: 'c1',
  name: 'John Smith',
  identities: [
    { channel: 'whatsapp', address: '+44 7700' },
    { channel: 'email', address: 'john@example.org' },
  ],
  since: NOW,
  attributes: { Tier: 'Gold', Number: '20817' },
  version: 3,
};
const card = (id: string, over: object = {}) => ({
  id,
  name: 'John Smith',
  channel: 'email',
  queue: 'billing',
  status: 'resolved',
  opened_at: NOW,
  updated_at: NOW,
  summary: 'Thanks',
  ...over,
});
const patched = () => c.posted.filter(({ url }) => url.startsWith('PATCH')).map(({ body }) => body);
const isOpen = (id: string) => get(`details-${id}`).dataset.open;

beforeEach(async () => {
  c = await new Console().open('mark', `/c/${ID}`);
  c.http.set('GET /v1/contacts/c1', { body: contact });
  const past = card(`${THREAD}-0`);
  c.http.set('GET /v1/contacts/c1/conversations', { body: { conversations: [card(ID), past] } });
});
afterEach(() => c.close());

describe('the customer', () => {
  beforeEach(() => c.live('mark', [mine()]));

  it('the profile covers all channels', () => {
    expect(textOf('details-profile')).toContain('+44 7700');
    expect(textOf('details-profile')).toContain('john@example.org');
    expect(all('attribute').map((one) => one.textContent?.trim())).toEqual([
      expect.stringContaining('20817'),
      expect.stringContaining('Gold'),
    ]);
  });

  it('an agent renames the customer in place, with the version that was read', async () => {
    c.http.set('PATCH /v1/contacts/c1', { body: { ...contact, name: 'Joan Smith', version: 4 } });
    await click(c, 'profile-edit');
    await type(c, 'profile-name', 'Joan Smith');
    await click(c, 'profile-save');
    expect(patched()).toEqual([{ version: 3, name: 'Joan Smith' }]);
    expect(textOf('profile-called')).toBe('Joan Smith');
    expect(document.activeElement).toBe(get('profile-edit'));
  });

  it('a colleague’s change appears, and the typed text stays', async () => {
    const theirs = { ...contact, name: 'J. Smith', version: 4 };
    const error = { code: 'version_conflict', message: 'No.', remedy: '' };
    c.http.set('PATCH /v1/contacts/c1', { status: 409, body: { error } });
    await click(c, 'profile-edit');
    await type(c, 'profile-name', 'Joan Smith');
    c.http.set('GET /v1/contacts/c1', { body: theirs });
    await click(c, 'profile-save');
    expect(textOf('profile-problem')).toContain('A colleague just changed this');
    expect((get('profile-name') as HTMLInputElement).value).toBe('Joan Smith');
    await press(c, get('profile-name'), { key: 'Escape' });
    expect(textOf('profile-called')).toBe('J. Smith');
  });

  it('a faster colleague’s change is not overwritten unseen', async () => {
    c.http.set('PATCH /v1/contacts/c1', { body: { ...contact, name: 'Mine', version: 5 } });
    await click(c, 'profile-edit');
    await type(c, 'profile-name', 'Mine');
    await c.push({ type: 'contact', contact: { ...contact, name: 'Theirs', version: 4 } } as never);
    await click(c, 'profile-save');
    expect(patched()).toEqual([]);
    expect(textOf('profile-problem')).toContain('changed this to “Theirs”');
    await click(c, 'profile-save');
    expect(patched()).toEqual([{ version: 4, name: 'Mine' }]);
    expect(textOf('profile-called')).toBe('Mine');
  });

  it('the profile takes pushed changes, and never older ones', async () => {
    await c.push({ type: 'contact', contact: { ...contact, name: 'New', version: 5 } } as never);
    expect(textOf('profile-called')).toBe('New');
    await c.push({ type: 'contact', contact: { ...contact, name: 'Old', version: 4 } } as never);
    expect(textOf('profile-called')).toBe('New');
  });

  it('an agent adds, changes and removes attributes', async () => {
    c.http.set('PATCH /v1/contacts/c1', { body: { ...contact, version: 4 } });
    await click(c, 'attribute-new');
    await type(c, 'attribute-key', 'tier');
    await type(c, 'attribute-value', 'Silver');
    await click(c, 'attribute-add');
    expect(textOf('details-attributes')).toContain('already exists');
    await type(c, 'attribute-key', 'Speaks');
    await click(c, 'attribute-add');
    await click(c, all('attribute-edit')[1] as HTMLElement);
    await type(c, 'attribute-field', 'Platinum');
    get('attribute-field').closest('form')?.requestSubmit();
    await c.flush();
    await click(c, all('attribute-remove')[0] as HTMLElement);
    expect(patched()).toMatchObject([
      { attributes: { Speaks: 'Silver' } },
      { attributes: { Tier: 'Platinum' } },
      { attributes: { Number: null } },
    ]);
  });

  it('the history covers all channels, without the open conversation', async () => {
    expect(all('history-item').map((one) => one.dataset.conversationId)).toEqual([`${THREAD}-0`]);
    await click(c, 'history-item');
    expect(location.pathname).toBe(`/c/${THREAD}-0`);
  });
});

describe('a conversation’s marks', () => {
  const marked = () => conversation({ tags: ['vip'], labels: ['Old'] });
  beforeEach(async () => {
    const known = { ...settings, labels: [{ name: 'Escalated', colour: 'red' }], tags: ['refund'] };
    await c.live('mark', [[marked(), start()]]);
    c.http.set('GET /v1/settings', { body: { ...known, version: 9 } });
    c.http.set('GET /v1/settings/queues/billing', { body: { effective: known } });
    await c.push({ type: 'settings_changed' });
    await c.flush();
  });
  const ran = () => c.command().command;

  it('tags are written, suggested and removed; the console refuses doubles', async () => {
    await click(c, 'tag-new');
    await type(c, 'tag-field', 'VIP');
    await press(c, get('tag-field'), { key: 'Enter' });
    expect(textOf('details-tags')).toContain('has this tag already');
    await type(c, 'tag-field', ' call  back ');
    await press(c, get('tag-field'), { key: 'Enter' });
    expect(ran()).toEqual({ type: 'tag', add: ['call back'], remove: [] });
    await c.ack(3);
    expect((get('tag-field') as HTMLInputElement).value).toBe('');
    await type(c, 'tag-field', 'one, Two ,one');
    await press(c, get('tag-field'), { key: 'Enter' });
    expect(ran()).toEqual({ type: 'tag', add: ['one', 'Two'], remove: [] });
    await c.ack(4);
    await click(c, 'tag-suggestion');
    expect(ran()).toEqual({ type: 'tag', add: ['refund'], remove: [] });
    await c.refuse('too_many_tags');
    expect(textOf('details-tags')).toContain('Server says no');
    await click(c, 'tag-remove');
    expect(ran()).toEqual({ type: 'tag', add: [], remove: ['vip'] });
  });

  it('the labels are the offered ones, and earlier ones of the conversation', async () => {
    const pressed = () => all('label-toggle').map((one) => one.getAttribute('aria-pressed'));
    expect(all('label-toggle').map((one) => one.textContent?.trim())).toEqual(['Escalated', 'Old']);
    expect(pressed()).toEqual(['false', 'true']);
    await click(c, 'label-toggle');
    expect(c.command()).toMatchObject({
      action: 'assignment',
      command: { type: 'label', add: ['Escalated'], remove: [] },
    });
  });

  it('an alias lets colleagues find the conversation', async () => {
    await click(c, 'toggle-conversation');
    await click(c, 'rename');
    await type(c, 'alias', '  Roaming refund ');
    await click(c, 'dialog-submit');
    expect(ran()).toEqual({ type: 'name', alias: 'Roaming refund' });
    await c.ack(3);
    expect(maybe('dialog')).toBeUndefined();
  });

  it('the comments section names its authors, and keeps a draft', async () => {
    await type(c, 'note-field', 'Check the tariff');
    await click(c, 'toggle-notes');
    await click(c, 'toggle-notes');
    expect((get('note-field') as HTMLTextAreaElement).value).toBe('Check the tariff');
    await press(c, get('note-field'), { key: 'Enter' });
    expect(c.socket.of('messaging')).toEqual([]);
    await press(c, get('note-field'), { key: 'Enter', ctrlKey: true });
    expect(ran()).toEqual({ type: 'comment', text: 'Check the tariff' });
    const { id } = c.command();
    const note = entry(3, 'agent:mark', { type: 'comment', text: 'Check the tariff' });
    await c.entries(marked(), [{ ...note, command: id } as Entry]);
    expect(textOf('internal-note')).toContain('Comment by Mark');
  });
});

describe('sections', () => {
  beforeEach(() => c.live('mark', [mine()]));

  it('sections open, close and move, and stay so', async () => {
    expect([isOpen('tags'), isOpen('conversation')]).toEqual(['true', 'false']);
    await click(c, 'toggle-tags');
    await click(c, 'arrange');
    await click(c, 'down-tags');
    expect(document.activeElement).toBe(get('down-tags'));
    const kept = JSON.parse(localStorage.getItem('preferences:mark') ?? '{}').sections;
    expect(kept.slice(0, 3)).toEqual(['profile', 'notes', '-tags']);
    expect(isOpen('tags')).toBe('false');
  });

  it('unknown sections are dropped, and new ones stand in their usual place', () => {
    const made = parseSections(['-notes', 'tags', 'teleport', 'tags']);
    expect(new Set(made.map(({ id }) => id))).toEqual(new Set(SECTIONS));
    expect(made).toHaveLength(SECTIONS.length);
    const at = (id: string) => made.findIndex((one) => one.id === id);
    expect(at('notes')).toBeLessThan(at('tags'));
    expect(at('history')).toBe(at('notes') + 1);
    // Labels and tags were two sections once; together they are open if either was.
    const old = parseSections(['labels', '-tags']).find(({ id }) => id === 'tags');
    expect(old?.open).toBe(true);
    expect(made[at('notes')]?.open).toBe(false);
    expect(parseSections(printSections(made))).toEqual(made);
  });

  it('each section fails by itself, and can be read again', async () => {
    c.http.delete('GET /v1/contacts/c1/conversations');
    const next = { ...conversation(), id: `${THREAD}-2`, status: 'active' as const };
    await c.push({ type: 'snapshot', conversation: next, entries: start(), more: false });
    expect(textOf('details-history')).toContain('could not be loaded');
    expect(textOf('details-profile')).toContain('John Smith');
    c.http.set('GET /v1/contacts/c1/conversations', { body: { conversations: [] } });
    await click(c, get('details-history').querySelector('.load-failed button') as HTMLElement);
    expect(textOf('details-history')).toContain('first conversation');
  });
});

it('the lists hold every file and comment of a stretch of the log, the newest first', () => {
  const media = { medium: 'document' as const, mime: 'application/pdf', reference: 'm1', size: 9 };
  const log = [
    entry(1, 'customer', {
      type: 'customer_message',
      content: { kind: 'media', ...media },
      sent_at: NOW,
    }),
    entry(2, 'agent:mark', {
      type: 'comment',
      text: 'see',
      files: [{ ...media, reference: 'm2' }],
    }),
    entry(3, 'agent:olga', { type: 'comment', text: 'ok' }),
  ];
  expect(filesOf(log).map(({ media: { reference }, by }) => [reference, by])).toEqual([
    ['m2', 'mark'],
    ['m1', undefined],
  ]);
  expect(notesOf(log).map(({ text, by }) => [text, by])).toEqual([
    ['ok', 'olga'],
    ['see', 'mark'],
  ]);
});
