import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Agent, Api, Refused, Stopped, Unreachable } from 'switchboard-client';
import type { WebSocket } from 'ws';
import { fakeApi, fakeSockets } from './fake.js';
import { eventually } from './platform.js';

const ME = { id: 'mark', presence: 'available' };
const WELCOME = { type: 'welcome', me: ME, agents: [], queues: [], following: [], settings: {} };
const give = (socket: WebSocket, frame: object) => socket.send(JSON.stringify(frame));

test('a command is repeated unchanged until its answer arrives, over the next socket, too', async (t) => {
  let seen = 0;
  const server = await fakeSockets(t, (frame, socket) => {
    if (frame.action === 'hello') return give(socket, WELCOME);
    seen += 1;
    if (seen === 2) return socket.terminate();
    if (seen === 4) give(socket, { type: 'ack', id: frame.id, seq: 9 });
  });
  const agent = new Agent(new Api(server.address, 'swk_key'), { times: { answerWithin: 100 } });
  t.after(() => agent.stop());
  await agent.start();
  const { seq } = await agent.command('t-1', { type: 'accept' });
  assert.equal(seq, 9);
  const commands = server.frames.filter(({ action }) => action === 'assignment');
  assert.equal(commands.length, 4);
  assert.equal(new Set(commands.map((frame) => JSON.stringify(frame))).size, 1);
});

test('a command that met a busy server is given again under its id', async (t) => {
  let seen = 0;
  const server = await fakeSockets(t, (frame, socket) => {
    if (frame.action === 'hello') return give(socket, WELCOME);
    seen += 1;
    const busy = { code: 'busy', message: 'Busy.', remedy: 'Again.', retry_after: 0 };
    give(
      socket,
      seen < 3 ? { type: 'refused', ...busy, id: frame.id } : { type: 'ack', id: frame.id },
    );
  });
  const agent = await new Agent(new Api(server.address, 'swk_key')).start();
  t.after(() => agent.stop());
  await agent.command('t-1', { type: 'accept' });
  assert.equal(seen, 3);
});

test('a socket on which a ping stays without an answer is replaced', async (t) => {
  const server = await fakeSockets(t, (frame, socket, number) => {
    if (frame.action === 'hello') give(socket, WELCOME);
    if (frame.action === 'ping' && number > 1) give(socket, { type: 'pong', following: [] });
  });
  const times = { pingEvery: 200, answerWithin: 100 };
  const agent = await new Agent(new Api(server.address, 'swk_key'), { times }).start();
  t.after(() => agent.stop());
  await eventually('there is a second socket', () => server.opened() === 2);
  await new Promise((resolve) => setTimeout(resolve, 500));
  assert.equal(server.opened(), 2, 'a socket that answers was replaced');
});

test('the client moves to a new socket before the server ends the old one', async (t) => {
  const closed: number[] = [];
  const server = await fakeSockets(t, (frame, socket, number) => {
    socket.on('close', () => closed.push(number));
    if (frame.action !== 'hello') return;
    assert.ok(!closed.includes(number - 1), 'the old socket was closed first');
    give(socket, WELCOME);
  });
  const times = { moveAfter: () => 200 };
  const agent = await new Agent(new Api(server.address, 'swk_key'), { times }).start();
  t.after(() => agent.stop());
  await eventually('the old socket is closed', () => closed.includes(1));
});

test('a server that has lost sight of the agent gets a new socket', async (t) => {
  const offline = { ...WELCOME, me: { ...ME, presence: 'offline' } };
  const server = await fakeSockets(t, (_, socket, number) => {
    give(socket, number === 1 ? offline : WELCOME);
  });
  const agent = await new Agent(new Api(server.address, 'swk_key')).start();
  t.after(() => agent.stop());
  await agent.until(() => agent.me?.presence === 'available', 5_000);
});

test('an agent who may not enter learns the refusal', async (t) => {
  const error = { code: 'forbidden', message: 'No.', remedy: 'Ask an admin.' };
  const { address } = await fakeApi(t, { status: 403, body: { error } });
  await assert.rejects(new Agent(new Api(address, 'swk_key')).start(), Refused);
});

test('a client that finds no server gives up when its patience is over', async (t) => {
  const { address } = await fakeApi(t, 'lost');
  const reasons: unknown[] = [];
  const api = new Api(address, 'swk_key', { patience: 50 });
  const options = {
    times: { patience: 100 },
    onUnreachable: (error: unknown) => reasons.push(error),
  };
  await assert.rejects(new Agent(api, options).start(), Unreachable);
  assert.ok(reasons.length > 0);
});

test('a stopped agent ends its loop, and its open command throws', async (t) => {
  const server = await fakeSockets(t, (frame, socket) => {
    if (frame.action === 'hello') give(socket, WELCOME);
  });
  const agent = await new Agent(new Api(server.address, 'swk_key')).start();
  const loop = (async () => {
    for await (const _ of agent) assert.fail('there is no news');
  })();
  const command = assert.rejects(agent.command('t-1', { type: 'accept' }), Stopped);
  await agent.stop();
  await Promise.all([loop, command]);
});

test('a frame that the server could not take is refused before it closes the socket', async (t) => {
  const server = await fakeSockets(t, (_, socket) => give(socket, WELCOME));
  const agent = await new Agent(new Api(server.address, 'swk_key')).start();
  t.after(() => agent.stop());
  const content = { kind: 'text' as const, text: 'é'.repeat(17_000) };
  await assert.rejects(agent.command('t-1', { type: 'send', content }), {
    code: 'frame_too_large',
  });
});
