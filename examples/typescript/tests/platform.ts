// A platform of the test's own: in memory, without a past, on a port of its own.
import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import type { TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Agent, type AgentOptions, Api } from 'switchboard-client';

// The compiled test stands one folder deeper than its source.
export const HERE = new URL('../../', import.meta.url);
export const ROOT = new URL('../../', HERE);
const BINARY =
  process.env.SWITCHBOARD_BIN ?? fileURLToPath(new URL('target/debug/switchboard', ROOT));
const NUMBER_ID = '106540352242922';
const SECRET = 'demo-app-secret';

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => probe.once('listening', resolve));
  const { port } = probe.address() as { port: number };
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

/** Waits until `truth` resolves with something, and gives it. */
export async function eventually<T>(
  what: string,
  truth: () => Promise<T> | T,
): Promise<Exclude<T, false | null | undefined>> {
  for (const until = Date.now() + 20_000; Date.now() < until; ) {
    const value = await truth();
    if (value) return value as Exclude<T, false | null | undefined>;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  assert.fail(`it did not come true that ${what}`);
}

export class Platform {
  readonly address: string;
  private readonly process: ChildProcess;

  private constructor(port: number) {
    this.address = `http://127.0.0.1:${port}`;
    const options = ['--memory', '--no-demo', '--port', String(port)];
    this.process = spawn(BINARY, options, { cwd: ROOT, stdio: 'ignore' });
    // The runner ends a test file that takes too long: the platform must not outlive it.
    process.once('exit', () => this.process.kill());
    process.once('SIGTERM', () => process.exit(1));
  }

  /** Starts a platform that ends with the test. */
  static async start(test: TestContext): Promise<Platform> {
    assert.ok(existsSync(BINARY), `${BINARY} is missing: \`make build\`, or SWITCHBOARD_BIN`);
    const platform = new Platform(await freePort());
    test.after(() => platform.stop());
    await eventually('the platform answers', async () => {
      assert.equal(platform.process.exitCode, null, 'the platform ended');
      const answer = await fetch(`${platform.address}/config.json`).catch(() => undefined);
      return answer?.ok;
    });
    return platform;
  }

  private async stop(): Promise<void> {
    const ended = new Promise((resolve) => this.process.once('exit', resolve));
    if (this.process.exitCode === null && this.process.kill()) await ended;
  }

  async token(agent: string): Promise<string> {
    const answer = await fetch(`${this.address}/oidc/demo-token?agent=${agent}`);
    return (await answer.json()).id_token;
  }

  api(agent: string): Api {
    return new Api(this.address, () => this.token(agent));
  }

  /** An agent who is signed in and takes work, until the test ends. */
  async agent(test: TestContext, name: string, options: AgentOptions = {}): Promise<Agent> {
    const agent = new Agent(this.api(name), options);
    test.after(() => agent.stop());
    await agent.start();
    agent.send({ action: 'presence', presence: 'available' });
    await agent.until(() => agent.agents.get(name)?.presence === 'available', 10_000);
    return agent;
  }

  /** A customer's WhatsApp message, by the provider's signed webhook. */
  async whatsapp(from: string, text: string, id: string): Promise<void> {
    const message = { from, id, timestamp: String(Math.floor(Date.now() / 1_000)), type: 'text' };
    const value = {
      messaging_product: 'whatsapp',
      metadata: { phone_number_id: NUMBER_ID },
      contacts: [{ profile: { name: `Customer ${from}` }, wa_id: from }],
      messages: [{ ...message, text: { body: text } }],
    };
    const entry = [{ id: '1', changes: [{ field: 'messages', value }] }];
    const body = JSON.stringify({ object: 'whatsapp_business_account', entry });
    const signature = createHmac('sha256', SECRET).update(body).digest('hex');
    const headers = { 'x-hub-signature-256': `sha256=${signature}` };
    const path = `${this.address}/webhooks/whatsapp/wa-demo`;
    const answer = await fetch(path, { method: 'POST', headers, body });
    assert.equal(answer.status, 200, await answer.text());
  }
}

/** All of an async iterable. */
export async function collected<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}
