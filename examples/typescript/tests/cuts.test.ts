import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { type Agent, type News, Visitor } from 'switchboard-client';
import { WebSocket } from 'ws';
import { collected, eventually, Platform } from './platform.js';

const CUSTOMERS = ['16505552000', '16505552001', '16505552002'];

/** The sockets of a client, the newest last, to be cut as a network cuts them: without a word. */
function cuttable(passes: (frame: string) => boolean = () => true) {
  const sockets: WebSocket[] = [];
  class Cuttable extends WebSocket {
    constructor(url: string) {
      super(url);
      sockets.push(this);
    }

    /** Gives frames to their listeners, unless the network loses them. */
    override emit(name: string | symbol, ...values: unknown[]): boolean {
      if (name === 'message' && !passes(String(values[0]))) return true;
      return super.emit(name, ...values);
    }
  }
  return { WebSocket: Cuttable, cut: () => sockets.at(-1)?.terminate() };
}

/** Three customers whose conversations are the agent's, and the loop's news of them. */
async function served(test: TestContext, platform: Platform, agent: Agent) {
  const news: News[] = [];
  const loop = (async () => {
    for await (const one of agent) {
      if (one.type === 'waiting') await agent.command(one.conversation, { type: 'accept' });
      news.push(one);
    }
  })();
  test.after(() => loop);
  for (const customer of CUSTOMERS) await platform.whatsapp(customer, 'Hello', `wamid.${customer}`);
  await agent.until(() => agent.threads.size === CUSTOMERS.length, 20_000);
  const conversations = [...agent.threads.values()].map(({ conversation }) => conversation.id);
  return { news, conversations };
}

/** Holds what the client has and what the loop has told against the server's log. */
async function compare(agent: Agent, conversation: string, news: News[]): Promise<string[]> {
  const position = (await collected(agent.api.log(conversation))).at(-1)?.seq ?? 0;
  await agent.until(() => (agent.thread(conversation)?.position ?? 0) >= position, 30_000);
  const { entries, id } = agent.thread(conversation) ?? assert.fail('the thread is gone');
  await eventually('the loop has dealt with the log', () => (agent.told[id] ?? 0) >= position);
  // Deliveries may have come meanwhile: the comparison goes as far as the shorter log.
  const log = await collected(agent.api.log(conversation));
  for (const entry of entries) assert.deepEqual(entry.events, log[entry.seq - 1]?.events);
  assert.deepEqual(
    entries.map(({ seq }) => seq),
    entries.map((_, index) => (entries[0]?.seq ?? 0) + index),
    'there is a gap',
  );
  const told = news.filter((one) => one.type === 'event' && one.thread.id === id);
  const expected = log.flatMap(({ events, seq }) => events.map((_, n) => `${id}-${seq}-${n}`));
  assert.deepEqual(
    told.map((one) => (one.type === 'event' ? one.id : '')),
    expected.slice(0, told.length),
    'the loop gives every event once, in order',
  );
  assert.ok(told.length >= log.slice(0, position).flatMap(({ events }) => events).length);
  return log.flatMap(({ events }) =>
    events.flatMap((event) =>
      event.type === 'agent_message' && event.content.kind === 'text' ? [event.content.text] : [],
    ),
  );
}

async function play(test: TestContext, rounds: number, passes?: (frame: string) => boolean) {
  const platform = await Platform.start(test);
  const { WebSocket, cut } = cuttable(passes);
  const times = passes ? { pingEvery: 300, answerWithin: 250 } : {};
  const mark = await platform.agent(test, 'mark', { WebSocket, times });
  const { news, conversations } = await served(test, platform, mark);
  for (let round = 0; round < rounds; round += 1) {
    const writes = CUSTOMERS.map((customer) =>
      platform.whatsapp(customer, `Line ${round}`, `wamid.${customer}.${round}`),
    );
    const content = { kind: 'text' as const, text: `Answer ${round}` };
    const conversation = conversations[round % conversations.length] ?? '';
    const sent = mark.command(conversation, { type: 'send', content });
    if (!passes) cut();
    await Promise.all([sent, ...writes]);
  }
  const answers: string[] = [];
  for (const conversation of conversations)
    answers.push(...(await compare(mark, conversation, news)));
  assert.equal(answers.length, rounds, 'an answer is lost or was sent twice');
  assert.equal(new Set(answers).size, rounds);
  return mark;
}

test('a socket that is cut while customers write ends with exactly the log of the server', async (t) => {
  const mark = await play(t, 60);
  assert.ok(mark.cuts >= 60, `the socket was cut ${mark.cuts} times only`);
});

test('a network that loses every third frame ends with exactly the log of the server', async (t) => {
  let frames = 0;
  await play(t, 20, (frame) => {
    const losable = /^\{"type":"(entries|ack|snapshot)"/.test(frame);
    if (losable) frames += 1;
    return !losable || frames % 3 !== 0;
  });
});

test('a visitor whose socket is cut reads every message once', async (t) => {
  const platform = await Platform.start(t);
  const { WebSocket, cut } = cuttable();
  const smith = new Visitor(platform.address, 'web-demo', { name: 'Smith', WebSocket });
  t.after(() => smith.stop());
  await smith.start();
  const lines = Array.from({ length: 20 }, (_, number) => `Line ${number}`);
  for (const line of lines) {
    const written = smith.write(line);
    cut();
    await written;
  }
  await smith.until(() => smith.texts('you').length >= lines.length, 20_000);
  assert.deepEqual(smith.texts('you'), lines);
});
