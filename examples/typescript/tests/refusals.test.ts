import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Api, type Visitor as Client, Refused, Visitor } from 'switchboard-client';
import { Platform } from './platform.js';

/** The refusal that `act` meets. */
async function refusal(act: Promise<unknown>): Promise<Refused> {
  const error = await act.then(
    () => assert.fail('nothing was refused'),
    (reason) => reason,
  );
  assert.ok(error instanceof Refused, String(error));
  return error;
}

test('refusals are typed, over HTTP and over a socket', async (t) => {
  const platform = await Platform.start(t);
  const api = platform.api('mark');
  const path = { conversation: '4t9m0c2xkq7w1h5z-1' };

  const unknown = await refusal(api.call('GET', '/v1/conversations/{conversation}', { path }));
  assert.equal(unknown.code, 'not_found');
  assert.equal(unknown.status, 404);
  assert.ok(unknown.message && unknown.remedy);

  const limit = await refusal(api.call('GET', '/v1/conversations', { query: { limit: 1_000 } }));
  assert.equal(limit.code, 'out_of_range');
  assert.equal(limit.field, 'limit');

  const stranger = new Api(platform.address, 'swk_unknown');
  assert.equal((await refusal(stranger.call('GET', '/v1/me'))).code, 'unauthenticated');

  const smith: Client = new Visitor(platform.address, 'web-demo', { name: 'Smith' });
  t.after(() => smith.stop());
  await smith.start();
  assert.equal((await refusal(smith.write(''))).field, 'text');

  const [mark, martha] = [await platform.agent(t, 'mark'), await platform.agent(t, 'martha')];
  await smith.write('My kettle leaks.');
  const place = await mark.until(() => mark.queues.get('support')?.waiting[0], 10_000);
  await mark.command(place.conversation, { type: 'accept' });
  const taken = await refusal(martha.command(place.conversation, { type: 'accept' }));
  assert.equal(taken.code, 'already_taken');
  assert.equal(taken.refused.agent, 'mark');
  assert.equal(taken.status, undefined);
});

test('a command under the id of an earlier one gets the first answer', async (t) => {
  const platform = await Platform.start(t);
  const mark = await platform.agent(t, 'mark');
  const smith = new Visitor(platform.address, 'web-demo', { name: 'Smith' });
  t.after(() => smith.stop());
  await smith.start();
  await smith.write('My kettle leaks.', 'visitor-0001');
  await smith.write('My kettle leaks.', 'visitor-0001');
  const place = await mark.until(() => mark.queues.get('support')?.waiting[0], 10_000);
  await mark.command(place.conversation, { type: 'accept' });
  const content = { kind: 'text' as const, text: 'Hello Smith' };
  const first = await mark.command(
    place.conversation,
    { type: 'send', content },
    { id: 'hello-001' },
  );
  const again = await mark.api.command(
    place.conversation,
    { type: 'send', content },
    { id: 'hello-001' },
  );
  assert.equal(first.seq, again.seq);
  await smith.until(() => smith.texts('us').length > 0, 10_000);
  assert.deepEqual(smith.texts('us'), ['Hello Smith']);
  assert.deepEqual(smith.texts('you'), ['My kettle leaks.']);
  assert.equal(mark.events(place.conversation, 'customer_message').length, 1);
});
