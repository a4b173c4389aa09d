import { all, Console, click, get, maybe, textOf, type } from '@tests/support/app';
import { agent, NOW, welcome } from '@tests/support/make';
import { records } from '@tests/support/records';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Agent, ApiKey } from '@/contract/protocol';
import { overlapOf, tokensOf } from './facts';

const DAY = 86_400_000;
const key = (over: Partial<ApiKey> = {}): ApiKey => ({
  id: 'key-shop',
  name: 'Shop',
  role: 'agent',
  teams: ['support'],
  access: 'read',
  requests_a_minute: 600,
  tokens: [{ hint: 'ab12' }],
  version: 1,
  changed_by: 'ada',
  changed_at: NOW - DAY,
  ...over,
});

/** The chunks take their time on a busy machine. */
beforeAll(async () => {
  await import('@/features/settings/SettingsScreen.vue');
  await import('./ApiKeysPage.vue');
});

const c = new Console();
let keys: ApiKey[];
beforeEach(() => {
  const world = records(c);
  world.team('support', 'Support');
  keys = [];
  const others = c.serve;
  c.serve = (url, body) => {
    if (url === 'GET /v1/keys') return { body: { keys } };
    return others(url, body);
  };
});
afterEach(() => c.close());

async function open(role: Agent['role'] = 'admin') {
  const me = role === 'admin' ? 'ada' : 'mark';
  await c.open(me, '/settings#apiKeys');
  c.socket.open();
  const agents = [agent('ada', { name: 'Ada', role: 'admin', teams: [] }), agent('mark', { role })];
  await c.push(welcome(me, [], { agents }));
  await c.flush();
  await c.flush();
}
async function submit() {
  get('dialog-submit')
    .closest('form')
    ?.dispatchEvent(new Event('submit', { cancelable: true, bubbles: true }));
  await c.flush();
}
const sent = (url: string) => c.posted.findLast((one) => one.url === url)?.body;
function refuse(url: string, code: string, field?: string) {
  const error = { code, message: 'No.', remedy: 'Do it elsewhere.', ...(field ? { field } : {}) };
  c.http.set(url, { status: 409, body: { error } });
}

describe('the tokens of a key', () => {
  it('a lapsed token counts no more, and the newest has no end', () => {
    const tokens = [{ hint: '1', until: NOW - 1 }, { hint: '2', until: NOW + 5 }, { hint: '3' }];
    expect(tokensOf(key({ tokens }), NOW).map(({ hint }) => hint)).toEqual(['2', '3']);
    expect(overlapOf(key({ tokens }), NOW)).toBe(NOW + 5);
    expect(overlapOf(key(), NOW)).toBeUndefined();
  });
});

describe('the page of API keys', () => {
  it('a new key shows its token once, and a first close asks for the copy', async () => {
    await open();
    expect(textOf('key-sample')).toContain('/v1/queues');
    await click(c, 'key-first');
    await type(c, 'key-name', ' Web  shop ');
    expect(textOf('key-id')).toBe('Id: key-web-shop');
    await click(c, 'key-team-support');
    const made = key({ id: 'key-web-shop', name: 'Web shop' });
    c.http.set('PUT /v1/keys/key-web-shop', { body: { key: made, token: 'swk_secret' } });
    keys = [made];
    await submit();
    expect(sent('PUT /v1/keys/key-web-shop')).toEqual({
      version: 0,
      name: 'Web shop',
      role: 'agent',
      teams: ['support'],
      access: 'read',
      requests_a_minute: 600,
    });
    expect((get('key-token') as HTMLInputElement).value).toBe('swk_secret');
    expect(textOf('key-once')).toContain('Nobody can read it again');
    await click(c, 'key-token-done');
    expect(textOf('key-not-copied')).toBe('You have not copied the token.');
    await click(c, 'key-token-done');
    expect(maybe('key-token')).toBeUndefined();
    expect(document.body.innerHTML).not.toContain('swk_secret');
    expect(textOf('key-row')).toContain('Web shop Active');
  });

  it('a repeated request whose token got lost leads to a rotation', async () => {
    await open();
    await click(c, 'key-new');
    await type(c, 'key-name', 'Shop');
    c.http.set('PUT /v1/keys/key-shop', { body: { key: key() } });
    await submit();
    expect(textOf('key-lost')).toContain('Rotate the key');
    await click(c, 'key-token-done');
    expect(maybe('key-lost')).toBeUndefined();
  });

  it('a refusal stands at its field, and one of no field at the foot', async () => {
    await open();
    await click(c, 'key-new');
    await type(c, 'key-name', 'Shop');
    refuse('PUT /v1/keys/key-shop', 'name_taken', 'name');
    await submit();
    expect(textOf('key-name-problem')).toContain('has this name already');
    refuse('PUT /v1/keys/key-shop', 'settings_conflict', 'key');
    await submit();
    expect(textOf('dialog-problem')).toBe('No. Do it elsewhere.');
    await type(c, 'key-rate', '6001');
    expect(textOf('key-rate-problem')).toBe('Enter a whole number from 1 to 6,000.');
  });

  it('an edit sends the changed fields, and a conflict keeps what was typed', async () => {
    keys = [key()];
    await open();
    await click(c, 'key-edit-key-shop');
    await type(c, 'key-rate', '60');
    refuse('PUT /v1/keys/key-shop', 'version_conflict');
    keys = [key({ version: 2, name: 'Web shop' })];
    await submit();
    expect(textOf('key-conflict')).toContain('A colleague just changed this');
    expect((get('key-name') as HTMLInputElement).value).toBe('Web shop');
    c.http.set('PUT /v1/keys/key-shop', { body: { key: key({ version: 3 }) } });
    await submit();
    expect(sent('PUT /v1/keys/key-shop')).toEqual({ version: 2, requests_a_minute: 60 });
    expect(maybe('dialog')).toBeUndefined();
  });

  it('a rotation names the token and sends the chosen overlap', async () => {
    keys = [key({ tokens: [{ hint: '0001', until: NOW + DAY }, { hint: 'ab12' }] })];
    await open();
    expect(textOf('key-row')).toContain('Rotating');
    await click(c, 'key-rotate-key-shop');
    expect(get('key-rotate-form').textContent).toContain('Token …ab12 still works for');
    expect(textOf('key-older')).toContain('never prolongs');
    await click(c, 'key-overlap-none');
    const now = key({ version: 2, tokens: [{ hint: 'cd34' }] });
    c.http.set('POST /v1/keys/key-shop/rotate', { body: { key: now, token: 'swk_new' } });
    await submit();
    expect(sent('POST /v1/keys/key-shop/rotate')).toEqual({ version: 1, overlap_seconds: 0 });
    expect((get('key-token') as HTMLInputElement).value).toBe('swk_new');
  });

  it('a revocation names what stops, and the key moves under the fold', async () => {
    keys = [key({ last_used: NOW - 60_000 })];
    await open();
    await click(c, 'key-revoke-key-shop');
    expect(textOf('key-stops')).toContain('(…ab12)');
    expect(textOf('key-in-use')).toContain('still works with it');
    const over = key({ version: 2, revoked: true, tokens: [] });
    c.http.set('PUT /v1/keys/key-shop', { body: { key: over } });
    keys = [over];
    await submit();
    expect(sent('PUT /v1/keys/key-shop')).toEqual({ version: 1, revoked: true });
    expect(textOf('key-over')).toBe('Revoked (1)');
    expect(maybe('key-edit-key-shop')).toBeUndefined();
  });

  it('managers have no such page, and admins read when the list does not come', async () => {
    await open('manager');
    expect(maybe('section-apiKeys')).toBeUndefined();
    expect(maybe('keys-page')).toBeUndefined();
    expect(c.posted.some(({ url }) => url.includes('/v1/keys'))).toBe(false);
    c.close();
    c.serve = () => undefined;
    await open();
    expect(all('empty').map((one) => one.textContent)[0]).toContain('could not be loaded');
  });
});
