import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { type TestContext, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { eventually, HERE, Platform, ROOT } from './platform.js';

/** Runs an example as its reader would, and keeps what it prints. */
function run(t: TestContext, name: string, env: Record<string, string>, ...values: string[]) {
  const path = fileURLToPath(new URL(`../examples/${name}.js`, import.meta.url));
  const program: ChildProcess = spawn(process.execPath, [path, ...values], {
    env: { ...process.env, ...env },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  t.after(() => program.kill());
  const said = { text: '' };
  program.stdout?.on('data', (part) => {
    said.text += part;
  });
  const ended = new Promise<number | null>((resolve) => program.once('close', resolve));
  return { program, said, ended };
}

test('answer and visitor talk with each other; the key comes from SWITCHBOARD_KEY', async (t) => {
  const platform = await Platform.start(t);
  const env = { SWITCHBOARD: platform.address };
  const key = { ...env, SWITCHBOARD_KEY: await platform.token('martha') };
  const answering = run(t, 'answer', key);
  await eventually('Martha listens', () => answering.said.text.includes('Listening as Martha'));
  const smith = run(t, 'visitor', env, 'Smith');
  smith.program.stdin?.write('Is the "kettle" back? 😊\n');
  const answer = 'Martha: You said: Is the "kettle" back? 😊\n';
  await eventually('Smith reads the answer', () => smith.said.text.includes(answer));
  smith.program.stdin?.end('Thank you\n');
  assert.equal(await smith.ended, 0, 'the visitor ended with an error');
});

test('without a key, answer is the Mark of the demo, and serves WhatsApp', async (t) => {
  const platform = await Platform.start(t);
  run(t, 'answer', { SWITCHBOARD: platform.address, SWITCHBOARD_KEY: '' });
  await platform.whatsapp('16505554000', 'Hello', 'wamid.hello');
  await eventually('the customer is answered', async () => {
    const customers = await fetch(`${platform.address}/sandbox/api/customers`);
    return (await customers.text()).includes('You said: Hello');
  });
});

test('export-day writes the resolved conversations of the day, and no formula', async (t) => {
  const platform = await Platform.start(t);
  const mark = await platform.agent(t, 'mark');
  const day = new Date().toISOString().slice(0, 10);
  await platform.whatsapp('16505554001', '=HYPERLINK("x")', 'wamid.formula');
  await platform.whatsapp('16505554002', 'Still open', 'wamid.open');
  const waiting = () => mark.queues.get('support')?.waiting ?? [];
  await mark.until(() => waiting().length === 2, 10_000);
  const { conversation } =
    waiting().find(({ summary }) => summary.startsWith('=')) ?? assert.fail();
  await mark.command(conversation, { type: 'accept' });
  await mark.command(conversation, { type: 'resolve' });
  const rows = await eventually('the list has the conversation', async () => {
    const { said, ended } = run(t, 'export-day', { SWITCHBOARD: platform.address }, day);
    assert.equal(await ended, 0);
    const lines = said.text.trim().split('\r\n');
    return lines.length > 1 && lines;
  });
  assert.match(rows[0] ?? '', /^"reference","channel","customer"/);
  assert.equal(rows.length, 2, 'an open conversation was exported');
  assert.match(rows[1] ?? '', /"whatsapp","Customer 16505554001","support"/);
  assert.match(rows[1] ?? '', /"'=HYPERLINK\(""x""\)"$/);
});

test('the documents show the very program that is tested', async () => {
  const program = await readFile(new URL('examples/answer.ts', HERE), 'utf8');
  for (const page of [new URL('docs/protocol/quick-start.md', ROOT), new URL('README.md', HERE)]) {
    const shown = (await readFile(page, 'utf8')).split('```ts\n')[1]?.split('```')[0];
    assert.equal(shown, program, `${page.pathname} shows another program`);
  }
  const lines = program.split('\n').filter((line) => line.trim());
  assert.ok(lines.length <= 30, `the quick start has ${lines.length} lines`);
});
