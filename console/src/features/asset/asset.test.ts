import { all, Console, click, get, maybe, textOf, type } from '@tests/support/app';
import { channels } from '@tests/support/channels';
import { agent, NOW, welcome } from '@tests/support/make';
import { records } from '@tests/support/records';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { AssetConnection, AssetHealth } from '@/contract/protocol';
import { stateOf } from './health';
import { newChannel, pageOf, placeOf } from './place';
import { nextStep, stepsOf, stepsOfKind } from './steps';

const c = new Console();
let world: ReturnType<typeof records>;
let line: ReturnType<typeof channels>;
// The first test does not pay for the screens' modules.
beforeAll(async () => {
  await import('@/features/settings/SettingsScreen.vue');
  await import('@/features/workspace/screens');
}, 120_000);
beforeEach(() => {
  world = records(c);
  line = channels(c, world);
  world.team('support', 'Support');
  world.queue('support', 'Support', 'support');
});
afterEach(() => c.close());

async function open(page: string) {
  await c.open('ada', `/settings#${page}`);
  c.socket.open();
  const agents = [agent('ada', { name: 'Ada', role: 'admin', teams: [] }), agent('mark')];
  await c.push(welcome('ada', [], { agents, queues: world.queues() }));
  await import('@/features/settings/SettingsScreen.vue');
  await import('@/features/workspace/screens');
  await settled();
}
async function settled() {
  for (let n = 0; n < 3; n += 1) await c.flush();
}
async function submit(button: string) {
  get(button)
    .closest('form')
    ?.dispatchEvent(new Event('submit', { cancelable: true, bubbles: true }));
  await settled();
}
const sent = (url: string) => c.posted.filter((one) => one.url === url).map((one) => one.body);
const value = (id: string) => (get(id) as HTMLInputElement).value;

describe('an address', () => {
  it('an address names a channel, a step of it, or a new one of a kind', () => {
    expect(placeOf('assets')).toBeUndefined();
    expect(placeOf('teams/support')).toBeUndefined();
    expect(placeOf(newChannel())).toEqual({});
    expect(placeOf(newChannel('web'))).toEqual({ kind: 'web' });
    expect(placeOf(pageOf('sales', 'check'))).toEqual({ id: 'sales', step: 'check' });
    expect(placeOf(pageOf('new'))).toEqual({ id: 'new' });
  });
});

describe('the steps and the state of a channel', () => {
  const field = { name: 'key', secret: true, required: true, made_here: false };
  const asset = { id: 'a', name: 'A', account: 'a', queue: 'q', teams: [], version: 1 };
  const of = (health: AssetHealth, more: Partial<AssetConnection> = {}): AssetConnection => ({
    asset: { ...asset, channel: 'whatsapp' },
    webhook_path: '/webhooks/whatsapp/a',
    version: 1,
    fields: [{ ...field, value: '••••••••' }],
    health,
    ...more,
  });

  it('the connection says which steps a channel has, also for a kind without a row', () => {
    expect(stepsOf(of({}))).toEqual(['details', 'secrets', 'webhook', 'check', 'test', 'done']);
    const web = of({}, { asset: { ...asset, channel: 'web' }, fields: [] });
    const { webhook_path: _, ...bare } = web;
    expect(stepsOf(bare)).toEqual(['details', 'page', 'done']);
    const sms = of({}, { asset: { ...asset, channel: 'sms' } });
    expect(stepsOf(sms)).toEqual(['details', 'secrets', 'webhook', 'check', 'test', 'done']);
    const other = of({}, { asset: { ...asset, channel: 'telegraph' } });
    expect(stepsOf(other)).toEqual(['details', 'secrets', 'webhook', 'check', 'done']);
    expect(stepsOfKind('web')).toEqual(['details', 'page', 'done']);
    expect(stepsOfKind('whatsapp')).toEqual(stepsOf(of({})));
  });

  it('the guide goes on at the first open step', () => {
    expect(nextStep({ connection: of({}, { fields: [field] }) })).toBe('secrets');
    expect(nextStep({ connection: of({}) })).toBe('webhook');
    expect(nextStep({ connection: of({ webhook: 1 }) })).toBe('check');
    const check = { ready: true, findings: [] };
    expect(nextStep({ connection: of({ webhook: 1, sent: 1 }), check })).toBe('done');
  });

  it('the state is the worst of what the engine and the provider saw', () => {
    const why = 'The signature does not fit.';
    const warning = { about: 'quality', state: 'warning' as const, message: 'Medium.' };
    expect(stateOf(of({}, { fields: [] }))).toBe('own');
    expect(stateOf(of({}, { fields: [field] }))).toBe('missing');
    expect(stateOf(of({}))).toBe('new');
    expect(stateOf(of({ webhook: 5 }))).toBe('works');
    expect(stateOf(of({ webhook: 5, refused: { at: 6, why } }))).toBe('refused');
    expect(stateOf(of({ webhook: 7, refused: { at: 6, why } }))).toBe('works');
    expect(stateOf(of({ sent: 5, failed: { at: 6, why } }))).toBe('failed');
    expect(stateOf(of({ webhook: 5 }), { ready: true, findings: [warning] })).toBe('look');
    expect(stateOf(of({ webhook: 5 }), { ready: false, findings: [] })).toBe('bad');
  });
});

describe('the guide of WhatsApp', () => {
  it('a step makes the channel, the next one enters its secrets, and the third has the webhook', async () => {
    await open('assets');
    await click(c, 'ws-first');
    expect(location.hash).toBe('#assets/+');
    await click(c, 'ws-channel-whatsapp');
    expect(document.activeElement).toBe(get('ws-name'));
    await type(c, 'ws-name', 'Sales line');
    expect((get('channel-next') as HTMLButtonElement).disabled).toBe(true);
    expect((get('channel-step-check') as HTMLButtonElement).disabled).toBe(true);
    await type(c, 'ws-account', '106540352242922');
    await submit('channel-next');
    expect(sent('PUT /v1/assets/sales-line')).toEqual([
      {
        version: 0,
        channel: 'whatsapp',
        name: 'Sales line',
        account: '106540352242922',
        queue: 'support',
        teams: [],
      },
    ]);
    expect(location.hash).toBe('#assets/sales-line/secrets');
    expect(textOf('ws-guide')).toContain('never expires');
    await type(c, 'ws-secret-app_secret', ' 0123456789abcdef ');
    await type(c, 'ws-secret-access_token', 'EAAGm0PX4ZCpsBAKZCm1');
    expect(textOf('channel-next')).toBe('Save and continue');
    await submit('channel-next');
    expect(sent('PUT /v1/assets/sales-line/secrets')[0]).toEqual({
      version: 0,
      values: { app_secret: '0123456789abcdef', access_token: 'EAAGm0PX4ZCpsBAKZCm1' },
    });
    expect(location.hash).toBe('#assets/sales-line/webhook');
    expect(value('ws-callback')).toBe(`${location.origin}/webhooks/whatsapp/sales-line`);
    expect(value('ws-made-verify_token')).toBe('made-here');
    expect(get('ws-sign').dataset.state).toBe('never');
  });

  it('the check names the trouble, the test goes out, and the last step leads to the desk', async () => {
    world.asset('sales-line', 'Sales line', 'whatsapp', 'support');
    line.enter('sales-line', { app_secret: '0123456789abcdef', access_token: 'EAAGm0PX4ZCps' });
    line.answers.check = {
      ready: false,
      findings: [
        {
          about: 'access_token',
          state: 'bad',
          message: 'Meta refuses the access token.',
          remedy: 'Enter another one.',
        },
      ],
    };
    await open('assets/sales-line/webhook');
    await submit('channel-next');
    expect(get('ws-finding').dataset.state).toBe('bad');
    expect(textOf('ws-finding')).toContain('Enter another one.');
    expect(textOf('ws-verdict')).toBe('Not ready yet. See what to do below.');
    line.answers.check = { ready: true, findings: [] };
    await click(c, 'ws-secrets-check');
    expect(get('ws-verdict').dataset.ready).toBe('true');
    await submit('channel-next');
    await type(c, 'ws-test-to', '+49 30 123456');
    await click(c, 'ws-test-send');
    expect(sent('POST /v1/assets/sales-line/test')).toEqual([{ to: '+49 30 123456' }]);
    expect(textOf('ws-test-result')).toContain('took the message for +49 30 123456');
    line.health('sales-line').webhook = NOW;
    await submit('channel-next');
    await click(c, 'channel-left-webhook');
    await click(c, 'channel-step-done');
    expect(get('channel-step-secrets').dataset.state).toBe('done');
    await click(c, 'channel-desk');
    expect(location.pathname + location.hash).toBe('/');
  });

  it('a refused test message says the provider’s reason', async () => {
    world.asset('sales', 'Sales', 'whatsapp', 'support');
    line.answers.test = { sent: false, reason: 'Rate limit hit' };
    await open('assets/sales/test');
    await type(c, 'ws-test-to', '+49 30 123456');
    await click(c, 'ws-test-send');
    expect(get('ws-test-result').dataset.sent).toBe('false');
    expect(textOf('ws-test-result')).toContain('Rate limit hit');
    const error = { code: 'x', field: 'to', message: 'No number.', remedy: 'Write +49.' };
    line.answers.refused = { status: 400, body: { error } };
    await click(c, 'ws-test-send');
    expect(textOf('ws-test-to-problem')).toBe('No number. Write +49.');
    expect(maybe('ws-test-result')).toBeUndefined();
  });
});

describe('the values of a channel', () => {
  const put = 'PUT /v1/assets/sales/secrets';
  beforeEach(() => {
    world.asset('sales', 'Sales', 'whatsapp', 'support');
    line.enter('sales', { app_secret: '0123456789abcdef', access_token: 'EAAGm0PX4ZCpsBAKZCm1' });
  });

  it('a secret shows as its mask, and no field holds it', async () => {
    await open('assets/sales');
    expect(textOf('ws-mask-access_token')).toBe('••••••••ZCm1');
    expect(maybe('ws-secret-access_token')).toBeUndefined();
    expect(textOf('ws-field-access_token')).toContain('Entered by you');
    expect((get('ws-secrets-save') as HTMLButtonElement).disabled).toBe(true);
  });

  it('a secret is replaced, kept after all, and removed', async () => {
    await open('assets/sales');
    await click(c, 'ws-replace-access_token');
    expect(document.activeElement).toBe(get('ws-secret-access_token'));
    expect(value('ws-secret-access_token')).toBe('');
    await type(c, 'ws-secret-access_token', 'another-token-0042');
    await click(c, 'ws-keep-access_token');
    expect((get('ws-secrets-save') as HTMLButtonElement).disabled).toBe(true);
    await click(c, 'ws-replace-access_token');
    await type(c, 'ws-secret-access_token', 'another-token-0042');
    await click(c, 'ws-remove-app_secret');
    expect(textOf('ws-field-app_secret')).toContain('Removed when you save');
    await submit('ws-secrets-save');
    expect(sent(put)).toEqual([
      { version: 1, values: { access_token: 'another-token-0042', app_secret: null } },
    ]);
    expect(textOf('ws-mask-access_token')).toBe('••••••••0042');
    expect(value('ws-secret-app_secret')).toBe('');
    expect(textOf('ws-secrets')).toContain('Saved.');
    expect(textOf('ws-state')).toBe('Credentials missing');
  });

  it('a field that stays empty, or gets its own value back, changes nothing', async () => {
    line.enter('sales', { business_account: '1022' });
    await open('assets/sales');
    await click(c, 'ws-replace-access_token');
    await type(c, 'ws-secret-access_token', '  ');
    await type(c, 'ws-secret-business_account', '1023');
    await type(c, 'ws-secret-business_account', '1022');
    expect((get('ws-secrets-save') as HTMLButtonElement).disabled).toBe(true);
    await type(c, 'ws-secret-business_account', '');
    await submit('ws-secrets-save');
    expect(sent(put)).toEqual([{ version: 2, values: { business_account: null } }]);
  });

  it('a refusal stands at its field, and what was typed stays', async () => {
    await open('assets/sales');
    const error = { code: 'x', field: 'app_secret', message: 'It has spaces.', remedy: 'Copy it.' };
    line.answers.refused = { status: 400, body: { error } };
    await click(c, 'ws-replace-app_secret');
    await type(c, 'ws-secret-app_secret', 'two words');
    await submit('ws-secrets-save');
    expect(textOf('ws-secret-app_secret-problem')).toBe('It has spaces. Copy it.');
    expect(value('ws-secret-app_secret')).toBe('two words');
    expect(document.activeElement).toBe(get('ws-secret-app_secret'));
  });
});

describe('web chat', () => {
  it('the guide gives the snippet, and saves the pages that may open the chat', async () => {
    const effective = { web_origins: [] };
    const rules = { scope: { queue: 'support' }, version: 3, own: { priority: 2 }, effective };
    c.http.set('GET /v1/settings/queues/support', { body: rules });
    const own = { priority: 2, web_origins: ['https://shop.example'] };
    c.http.set('PUT /v1/settings/queues/support', {
      body: { ...rules, version: 4, own, effective: { web_origins: own.web_origins } },
    });
    await open('assets/+web');
    expect(maybe('ws-account')).toBeUndefined();
    await type(c, 'ws-name', 'Shop');
    await submit('channel-next');
    expect(sent('PUT /v1/assets/shop')[0]).toMatchObject({ channel: 'web', account: 'shop' });
    expect(location.hash).toBe('#assets/shop/page');
    expect(value('ws-snippet')).toBe(
      `<script src="${location.origin}/widget.js" data-asset="shop" async></script>`,
    );
    expect(get('ws-try').getAttribute('href')).toBe('/chat?asset=shop');
    await type(c, 'ws-origins-text', 'https://shop.example');
    expect(textOf('ws-shut')).toContain(location.origin);
    await submit('channel-next');
    expect(sent('PUT /v1/settings/queues/support')).toEqual([{ version: 3, own }]);
    expect(textOf('channel-done')).toContain('Shop is connected.');
  });
});

describe('the list of channels', () => {
  it('each row says how its channel stands, and where its admin goes on', async () => {
    world.asset('sales', 'Sales', 'whatsapp', 'support');
    world.asset('shop', 'Shop', 'web', 'support');
    await open('assets');
    const row = (id: string) => all('ws-row').find((one) => one.dataset.id === id)?.textContent;
    expect(row('shop')).toContain('Ready');
    expect(row('sales')).toContain('Credentials missing');
    expect(row('sales')).toContain('Last webhook: never · Last sent: never');
    expect(sent('POST /v1/assets/sales/check')).toEqual([]);
    await click(c, 'ws-continue-sales');
    expect(location.hash).toBe('#assets/sales/secrets');
  });

  it('a row shows trouble, and the provider’s warnings', async () => {
    world.asset('sales', 'Sales', 'whatsapp', 'support');
    line.enter('sales', { app_secret: '0123456789abcdef', access_token: 'EAAGm0PX4ZCpsBAKZCm1' });
    Object.assign(line.health('sales'), {
      webhook: NOW - 3_600_000,
      sent: NOW - 60_000,
      refused: { at: NOW, why: 'The signature does not fit.' },
    });
    const message = 'The access token expires in 2 hours.';
    const findings = [{ about: 'access_token', state: 'warning' as const, message }];
    line.answers.check = { ready: true, findings };
    await open('assets');
    expect(get('ws-state').dataset.state).toBe('refused');
    expect(textOf('ws-row-refused')).toContain('The signature does not fit.');
    expect(textOf('ws-row-finding')).toBe(message);
    await click(c, 'ws-edit-sales');
    expect(get('ws-health-failed').dataset.state).toBe('never');
    expect(textOf('ws-health-access_token')).toBe(message);
    expect(textOf('ws-health-quality')).toBe('Not checked yet');
  });
});
