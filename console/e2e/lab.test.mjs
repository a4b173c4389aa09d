// One person alone with the lab: the first story, and faults on purpose that heal.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { engage, gone, line, message, openAgent, say, take } from './agent.mjs';
import { start, until } from './platform.mjs';
import { accessible, step } from './steps.mjs';

const SMITH = 'John Smith';
const MARTHA = { id: 'martha', name: 'Martha Osei' };
const problems = [];
let platform;
let browser;
let mark;

before(async () => {
  [platform, browser] = await start('--no-demo');
  mark = await openAgent(browser, platform, 'mark', { problems });
});
after(async () => {
  await browser?.close();
  await platform?.stop();
});

const ticked = (name) =>
  mark.page.locator(`[data-testid="story-${name}"][data-done="true"]`).waitFor();
const toggleLab = () => mark.at('open-lab').click();

step('the guide waits in the rail, and Smith writes on demand', async () => {
  await toggleLab();
  await accessible(mark.page, 'lab');
  await mark.at('story-begin').click();
  await ticked('write');
  await toggleLab();
});

step('the agent accepts and answers Smith, and Smith answers back', async () => {
  await take(mark, SMITH);
  await say(mark, 'I am sorry. Does it leak whenever you pour?');
  await message(mark, 'every time I pour').waitFor();
});

step('Martha accepts the discussion by herself and knows the answer', async () => {
  await engage(mark, MARTHA, { note: 'Leaking handle' });
  await mark.at('discussion-panel').waitFor();
  const talk = (text) => mark.at('discussion-message').filter({ hasText: text });
  await talk('March batch').waitFor();
  await mark.at('discussion-composer').fill('What can I do for him?');
  await mark.at('discussion-send').click();
  await talk('a gasket, fixes it').waitFor();
});

step('the agent ends the discussion and resolves; every step is ticked', async () => {
  await mark.at('discussion-end').click();
  await mark.at('resolved-yes').click();
  await gone(mark.at('dialog'));
  await mark.at('discussion-done').click();
  await say(mark, 'Good news: a small part fixes it, for free.');
  await mark.at('action-resolve').click();
  await mark.at('dialog-submit').click();
  await gone(mark.at('dialog'));
  await toggleLab();
  for (const name of ['accept', 'answer', 'discuss', 'talk', 'end', 'resolve']) await ticked(name);
  assert.equal(await mark.at('story-progress').innerText(), '7 of 7');
  await accessible(mark.page, 'lab with the story told');
});

step('messages stay complete and in order despite lost, doubled and late frames', async () => {
  await mark.at('lab-switches').locator('summary').click();
  await accessible(mark.page, 'lab with its switches');
  for (const fault of ['drop', 'duplicate', 'reorder', 'delay']) {
    await mark.at(`lab-${fault}`).check();
    await until(fault, async () => {
      const { frames } = await platform.lab('GET');
      return frames[fault === 'delay' ? 'delay_ms' : fault] > 0;
    });
  }
  await toggleLab();
  const ida = platform.customer('Ida Berg', '447700900777');
  for (let n = 1; n <= 12; n += 1) await ida.writes(`line ${n} of 12`);
  await platform.faults({});
  await take(mark, 'Ida Berg');
  await platform.faults({ drop: 40, duplicate: 40, reorder: 40, delay_ms: 50 });
  for (let n = 1; n <= 12; n += 1) await ida.writes(`more ${n} of 12`);
  await platform.faults({});
  await platform.cutSockets();
  for (let n = 1; n <= 12; n += 1) await message(mark, `more ${n} of 12`).waitFor();
  const texts = await mark.at('message').filter({ hasText: 'of 12' }).allInnerTexts();
  const found = texts.map((text) => /(line|more) \d+/.exec(text)?.[0]);
  const wanted = ['line', 'more'].flatMap((w) =>
    Array.from({ length: 12 }, (_, n) => `${w} ${n + 1}`),
  );
  assert.deepEqual(found, wanted, 'each once, in order');
});

step('a request lapses at once by the lab’s clock, for everybody', async () => {
  const nina = await openAgent(browser, platform, 'nina', { problems });
  await engage(mark, { id: 'nina', name: 'Nina Park' }, {});
  await nina.at('offer-toast').waitFor();
  await toggleLab();
  await mark.at('lab-forward-120').click();
  await mark.at('lab-told').filter({ hasText: '2m ahead' }).waitFor();
  await toggleLab();
  await line(mark, 'Nina Park did not answer in time').waitFor();
  await gone(nina.at('offer-toast'));
  await nina.page.context().close();
});

test('no page logged an error', () => assert.deepEqual(problems, []));
