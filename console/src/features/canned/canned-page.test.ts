import { Console, click, get, maybe, textOf, type } from '@tests/support/app';
import { agent, welcome } from '@tests/support/make';
import { afterEach, describe, expect, it } from 'vitest';
import { idFor, wrongIn } from '@/features/canned/variables';

describe('the text of a canned message', () => {
  it('a text may hold the known variables, and no others', () => {
    expect(wrongIn('Dear {{ first_name }}, about {{attribute.order id}}')).toBeUndefined();
    expect(wrongIn('Dear {{fist_name}}')).toEqual({ kind: 'unknown', name: 'fist_name' });
    expect(wrongIn('Dear {{name')).toEqual({ kind: 'open' });
    expect(wrongIn('Dear name}}')).toEqual({ kind: 'open' });
    expect(wrongIn('{{attribute.}}')).toEqual({ kind: 'unknown', name: 'attribute.' });
  });

  it('a new message gets an id of its own from its title', () => {
    expect(idFor('Grüße & Dank!', new Set())).toBe('gru-e-dank');
    expect(idFor('Hello', new Set(['hello', 'hello-2']))).toBe('hello-3');
    expect(idFor('你好', new Set())).toBe('text');
  });
});

describe('the page of canned messages', () => {
  const c = new Console();
  afterEach(() => c.close());
  const hello = {
    id: 'hello',
    title: 'Hello',
    category: 'Greetings',
    text: 'Hello {{first_name}}',
    shortcut: 'hi',
    version: 3,
    updated_at: c.clock.now() - 120_000,
    updated_by: 'martha',
  };

  async function open(role: 'manager' | 'agent' = 'manager') {
    c.http.set('GET /v1/canned', { body: { canned: [hello] } });
    await openPage(role);
  }
  async function openPage(role: 'manager' | 'agent') {
    await c.open('mark', '/settings#canned');
    c.socket.open();
    const agents = [agent('mark', { role }), agent('martha')];
    await c.push(welcome('mark', [], { agents }));
    await import('@/features/settings/SettingsScreen.vue');
    await c.flush();
    await c.flush();
  }
  it('an empty list and a search without a hit each offer the one next act', async () => {
    await open();
    await type(c, 'canned-find', 'zzz');
    expect(textOf('empty')).toContain('Nothing found');
    await click(c, 'canned-clear');
    expect(textOf('canned-row')).toContain('Hello');
    c.close();
    c.http.set('GET /v1/canned', { body: { canned: [] } });
    await openPage('manager');
    await click(c, 'canned-first');
    expect(textOf('dialog')).toContain('New canned message');
  });

  async function submit() {
    get('dialog-submit')
      .closest('form')
      ?.dispatchEvent(new Event('submit', { cancelable: true }));
    await c.flush();
  }
  const sent = (url: string) => c.posted.findLast((one) => one.url === url)?.body;

  it('the list shows each message, and who changed it last', async () => {
    await open('agent');
    expect(textOf('canned-row')).toContain('Hello /hi');
    expect(textOf('canned-row')).toContain('Changed by Martha 2 min. ago');
    expect(maybe('canned-new')).toBeUndefined();
    expect(maybe('canned-hello')).toBeUndefined();
  });

  it('the dialog shows the result, and refuses a text with unknown variables', async () => {
    await open();
    await click(c, 'canned-hello');
    expect(textOf('canned-preview')).toBe('Hello Ann');
    await type(c, 'canned-text', 'Hello {{fist_name}}');
    expect(textOf('canned-wrong')).toContain('There is no variable “fist_name”');
    expect((get('dialog-submit') as HTMLButtonElement).disabled).toBe(true);
    await type(c, 'canned-text', 'Bye ');
    (get('canned-text') as HTMLTextAreaElement).setSelectionRange(4, 4);
    await click(c, 'variable-name');
    expect((get('canned-text') as HTMLTextAreaElement).value).toBe('Bye {{name}}');
  });

  it('an admin adds a message, whose shortcut must be free', async () => {
    await open();
    await click(c, 'canned-new');
    await type(c, 'canned-title', 'Refund sent');
    await type(c, 'canned-category', 'Returns');
    await type(c, 'canned-text', 'Your refund is on its way.');
    await type(c, 'canned-shortcut', 'hi');
    expect(textOf('dialog')).toContain('“Hello” has this shortcut already.');
    await type(c, 'canned-shortcut', 'refund');
    c.http.set('PUT /v1/canned/refund-sent', { body: { ...hello, id: 'refund-sent' } });
    await submit();
    expect(sent('PUT /v1/canned/refund-sent')).toEqual({
      version: 0,
      title: 'Refund sent',
      category: 'Returns',
      text: 'Your refund is on its way.',
      shortcut: 'refund',
    });
    expect(maybe('dialog')).toBeUndefined();
  });

  it('the dialog shows a faster colleague’s text, and goes on from there', async () => {
    await open();
    await click(c, 'canned-hello');
    await type(c, 'canned-text', 'Mine');
    const error = { code: 'version_conflict', message: 'No.', remedy: '' };
    c.http.set('PUT /v1/canned/hello', { status: 409, body: { error } });
    c.http.set('GET /v1/canned', { body: { canned: [{ ...hello, text: 'Theirs', version: 4 }] } });
    await submit();
    expect(textOf('canned-conflict')).toContain('Changed by Martha');
    expect(textOf('canned-conflict')).toContain('Theirs');
    await click(c, 'canned-mine');
    c.http.set('PUT /v1/canned/hello', { body: { ...hello, version: 5 } });
    await submit();
    expect(sent('PUT /v1/canned/hello')).toMatchObject({ text: 'Mine', version: 4 });
  });

  it('the dialog removes a message only after a second press', async () => {
    await open();
    await click(c, 'canned-hello');
    await click(c, 'canned-remove');
    expect(sent('DELETE /v1/canned/hello')).toBeUndefined();
    expect(textOf('canned-remove')).toBe('Remove it for everybody');
    c.http.set('DELETE /v1/canned/hello', { body: hello });
    await click(c, 'canned-remove');
    expect(c.posted.some(({ url }) => url === 'DELETE /v1/canned/hello')).toBe(true);
    expect(maybe('dialog')).toBeUndefined();
  });
});
