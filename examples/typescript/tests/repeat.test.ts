import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Api, Refused, Unreachable } from 'switchboard-client';
import { fakeApi, type Given } from './fake.js';

const DONE = { status: 200, body: { id: 'command-0001', conversation: 'c-1', seq: 7 } };

const refused = (status: number, code: string, after?: number): Given => ({
  status,
  body: { error: { code, message: 'No.', remedy: 'Later.' } },
  ...(after === undefined ? {} : { headers: { 'retry-after': String(after) } }),
});

test('a command is repeated unchanged after a lost answer, a 503 and a 429', async (t) => {
  const { asked, address } = await fakeApi(
    t,
    'lost',
    refused(503, 'unavailable', 0),
    { status: 429, body: { message: 'Too Many Requests' }, headers: { 'retry-after': '0' } },
    DONE,
  );
  const done = await new Api(address, 'swk_key').command('c-1', { type: 'accept' });
  assert.equal(done.seq, 7);
  assert.equal(asked.length, 4);
  assert.equal(new Set(asked.map(({ body }) => body)).size, 1, 'a repetition differs');
  assert.equal(asked[0]?.headers.authorization, 'Bearer swk_key');
});

test('an upload keeps its key when it is repeated, and the next upload has another', async (t) => {
  const { asked, address } = await fakeApi(t, refused(503, 'busy', 0), { status: 201 });
  const api = new Api(address, 'swk_key');
  const body = {
    conversation: 'c-1',
    purpose: 'message' as const,
    name: 'a.png',
    mime: 'image/png',
    size: 1,
  };
  for (let number = 0; number < 2; number += 1) {
    await api.call('POST', '/v1/uploads', { body });
  }
  const keys = asked.map(({ headers }) => headers['idempotency-key']);
  assert.equal(keys[0], keys[1]);
  assert.notEqual(keys[1], keys[2]);
});

test('a repetition waits for as long as the server asks', async (t) => {
  const { address } = await fakeApi(t, refused(503, 'unavailable', 1), DONE);
  const began = Date.now();
  await new Api(address).command('c-1', { type: 'accept' });
  assert.ok(Date.now() - began >= 1_000);
});

test('a wait beyond the patience is a refusal at once, which says when to come again', async (t) => {
  const { asked, address } = await fakeApi(t, refused(429, 'too_many_uploads', 3_600));
  await assert.rejects(new Api(address).command('c-1', { type: 'accept' }), (error) => {
    assert.ok(error instanceof Refused);
    assert.equal(error.retryAfter, 3_600);
    return true;
  });
  assert.equal(asked.length, 1);
});

test('a refusal and a mistake of the server are not repeated', async (t) => {
  for (const answer of [refused(409, 'already_taken'), refused(500, 'internal')]) {
    const { asked, address } = await fakeApi(t, answer);
    await assert.rejects(new Api(address).command('c-1', { type: 'accept' }), Refused);
    assert.equal(asked.length, 1);
  }
});

test('a server that stays away is unreachable once the patience is over', async (t) => {
  const { asked, address } = await fakeApi(t, 'lost');
  const api = new Api(address, undefined, { patience: 200 });
  await assert.rejects(api.call('GET', '/v1/me'), Unreachable);
  assert.ok(asked.length >= 1);
});

test('a token function is asked again, once, after a token has lapsed', async (t) => {
  const { asked, address } = await fakeApi(t, refused(401, 'unauthenticated'), DONE);
  const tokens = ['old', 'new'];
  await new Api(address, () => tokens.shift()).command('c-1', { type: 'accept' });
  const bearers = asked.map(({ headers }) => headers.authorization);
  assert.deepEqual(bearers, ['Bearer old', 'Bearer new']);
});

test('a caller can end a request and its repetitions', async (t) => {
  const { asked, address } = await fakeApi(t, refused(503, 'unavailable', 30));
  const controller = new AbortController();
  const call = new Api(address).call('GET', '/v1/me', { signal: controller.signal });
  setTimeout(() => controller.abort(), 100);
  await assert.rejects(call, { name: 'AbortError' });
  assert.equal(asked.length, 1);
});

test('pages follow the cursor, and lists in a query are repeated parameters', async (t) => {
  const { asked, address } = await fakeApi(
    t,
    { status: 200, body: { conversations: [1], cursor: 'a b' } },
    { status: 200, body: { conversations: [2] } },
  );
  const query = { status: ['queued' as const, 'active' as const] };
  let pages = 0;
  for await (const _ of new Api(address).pages('/v1/conversations', { query })) pages += 1;
  assert.equal(pages, 2);
  assert.deepEqual(
    asked.map(({ path }) => path),
    [
      '/v1/conversations?status=queued&status=active',
      '/v1/conversations?status=queued&status=active&cursor=a+b',
    ],
  );
});
