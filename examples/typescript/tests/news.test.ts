import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Agent, Agent as Client, type News } from 'switchboard-client';
import { eventually, Platform } from './platform.js';

const SMITH = '16505553000';
type Happened = Extract<News, { type: 'event' }>;

/** Keeps the news of the customers' texts; the loop takes every customer who waits. */
function listen(agent: Agent): Happened[] {
  const texts: Happened[] = [];
  void (async () => {
    for await (const news of agent) {
      if (news.type === 'waiting') await agent.command(news.conversation, { type: 'accept' });
      else if (news.event.type === 'customer_message') texts.push(news);
    }
  })();
  return texts;
}

const words = (news: Happened[]) =>
  news.map(({ event }) =>
    event.type === 'customer_message' && event.content.kind === 'text' ? event.content.text : '',
  );

test('a customer who wrote more than a frame holds is news from the first line on', async (t) => {
  const platform = await Platform.start(t);
  const lines = Array.from({ length: 60 }, (_, n) => `${n} ${'x'.repeat(1_000)}`);
  for (const [n, line] of lines.entries()) await platform.whatsapp(SMITH, line, `wamid.long.${n}`);
  const mark = await platform.agent(t, 'mark');
  const texts = listen(mark);
  await eventually('all lines are told', () => texts.length >= lines.length);
  assert.deepEqual(words(texts), lines);
  const thread = [...mark.threads.values()][0];
  assert.ok((thread?.entries.length ?? 0) < lines.length, 'one frame held everything');
});

test('a loop begins with the present, or where an earlier one has ended', async (t) => {
  const platform = await Platform.start(t);
  const first = await platform.agent(t, 'mark');
  const before = listen(first);
  await platform.whatsapp(SMITH, 'One', 'wamid.one');
  await eventually('the first line is told', () => before.length === 1);
  await first.answer(before[0] as Happened, 'Answer to one');
  await eventually(
    'the loop is done',
    () => Object.values(first.told)[0] === first.threads.values().next().value?.position,
  );
  await first.stop();
  const { told } = first;

  await platform.whatsapp(SMITH, 'Two', 'wamid.two');
  const fresh = await platform.agent(t, 'mark');
  const present = listen(fresh);
  await fresh.until(() => fresh.threads.size === 1, 10_000);
  await platform.whatsapp(SMITH, 'Three', 'wamid.three');
  await eventually('the third line is told', () => present.length > 0);
  assert.deepEqual(words(present), ['Three']);
  await fresh.stop();

  const second = new Client(platform.api('mark'), { told });
  t.after(() => second.stop());
  const missed = listen(await second.start());
  await eventually('the other lines are told', () => missed.length >= 2);
  assert.deepEqual(words(missed), ['Two', 'Three']);

  // The first answer again, as after a crash: the customer gets no second one.
  await second.answer(before[0] as Happened, 'Answer to one');
  const conversation = before[0]?.conversation ?? '';
  assert.equal(second.events(conversation, 'agent_message').length, 1);
  const asset = await fetch(`${platform.address}/sandbox/api/customers`);
  assert.equal((await asset.text()).split('Answer to one').length - 1, 1);
});
