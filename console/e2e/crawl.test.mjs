// On every screen, each control has an effect, and the pointer shows nothing that the focus does
// not.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openAgent } from './agent.mjs';
import { hoverOnly, layers, press, ready, settled, there } from './crawl.mjs';
import { start } from './platform.mjs';
import { step } from './steps.mjs';
import { furnish, near, RULES, reset, SCREENS } from './tour.mjs';

const problems = [];
const found = [];
const known = new Set();
let platform;
let browser;
let world;
let heard;

before(async () => {
  [platform, browser] = await start('--no-demo');
  world = await furnish(browser, platform, { problems });
  heard = await ready(world.mark.page);
  await world.mark.page.reload();
});
after(async () => {
  await browser?.close();
  await platform?.stop();
});

test('the crawl finds a dead button, a live one, and words that only the pointer shows', async () => {
  const page = await browser.newPage();
  const ears = await ready(page);
  await page.route('http://made.up/', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<style>.late { display: none } #b:hover .late { display: inline }
               #c:is(:hover, :focus) .late { display: inline }</style>
        <button data-testid="dead">Dead</button>
        <button data-testid="live" onclick="this.after('Done')">Live</button>
        <button data-testid="asks" onclick="fetch('/v1/x')">Asks</button>
        <button data-testid="off" disabled>Off</button>
        <button data-testid="hover" id="b">Hover <i class="late">only the pointer</i></button>
        <button data-testid="both" id="c">Both <i class="late">both see it</i></button>
        <button data-testid="titled" title="A title" onclick="this.after('.')">T</button>`,
    }),
  );
  await page.goto('http://made.up/');
  const names = (await page.evaluate(() => crawler.keys())).map(({ name }) => name);
  assert.ok(names.includes('Dead') && !names.includes('Off'));
  const outcome = (id) => press(page, ears, id);
  assert.equal(await outcome('dead'), 'dead');
  assert.equal(await outcome('live'), 'works');
  assert.equal(await outcome('asks'), 'works');
  assert.deepEqual(await hoverOnly(page, 'hover'), ['only the pointer']);
  assert.deepEqual(await hoverOnly(page, 'both'), []);
  assert.deepEqual(await hoverOnly(page, 'titled'), ['A title']);
  await page.close();
});

/**
 * Presses the controls that this screen has and no earlier screen had. `open` comes to the screen
 * from anywhere, `nearer` from a place close by, if it can.
 */
async function crawl({ page }, ears, name, open, nearer = async () => false) {
  const again = () => open().then(() => settled(page));
  /** Waits for the control; loads the page anew only where nothing less helps. */
  const come = async (key) => {
    if (await there(page, key)) return;
    for (let n = 0; n < 3 && (await layers(page)); n += 1) await page.keyboard.press('Escape');
    if (await there(page, key)) return;
    if ((await nearer()) && (await there(page, key))) return;
    await again();
  };
  await again();
  const usual = await layers(page);
  for (const { key, name: called } of await page.evaluate(() => crawler.keys())) {
    if (known.has(key)) continue;
    known.add(key);
    await come(key);
    for (const word of await hoverOnly(page, key))
      found.push(`${name}: “${called}” shows “${word}” to the pointer alone`);
    let outcome = await press(page, ears, key);
    if (outcome !== 'works') {
      // An earlier press may stand in the way, or the machine is slow.
      await again();
      outcome = await press(page, ears, key, 3_000);
    }
    if (outcome === 'dead') found.push(`${name}: “${called}” (${key}) does nothing`);
    if (outcome === 'gone') found.push(`${name}: “${called}” (${key}) does not come again`);
    if ((await layers(page)) > usual) await page.keyboard.press('Escape');
  }
}

step('every control of every screen does something', async () => {
  for (const name of Object.keys(SCREENS)) {
    const open = () =>
      reset(world, name).catch(async () => {
        await world.mark.page.goto(`${platform.url}/?as=mark`);
        await reset(world, name);
      });
    await crawl(world.mark, heard, name, open, () => near(world, name));
  }
});

step('a request, a discussion, the board and a page of rules have no dead control', async () => {
  const { conversation, api, mark } = world;
  const ada = await openAgent(browser, platform, 'ada', { problems });
  const rules = await platform.as('ada');
  const { version } = await rules.ask('GET', '/v1/settings');
  await rules.ask('PUT', '/v1/settings', { version, discuss_timeout_seconds: 1_800 });
  const martha = await openAgent(browser, platform, 'martha', { problems });
  const [hers, admins] = [await ready(martha.page), await ready(ada.page)];
  const at =
    ({ page }, path, what) =>
    async () => {
      // The browser does not load a page anew whose address differs only in its fragment.
      await page.goto('about:blank');
      await page.goto(platform.url + path);
      await page.getByTestId(what).first().waitFor();
    };
  await api.run(conversation, { type: 'discuss', to: { agent: 'martha' }, note: 'Known batch?' });
  await crawl(martha, hers, 'request', at(martha, '/', 'offer-toast'));
  await crawl(mark, heard, 'pending request', at(mark, `/c/${conversation}`, 'withdraw'));
  await at(martha, '/', 'offer-toast')();
  await martha.at('offer-accept').first().click();
  await mark.at('discussion-panel').waitFor();
  for (const [who, ears] of [
    [mark, heard],
    [martha, hers],
  ])
    await crawl(who, ears, 'discussion', at(who, `/c/${conversation}`, 'discussion-panel'));
  await crawl(ada, admins, 'board', at(ada, '/board', 'board-offer'));
  await crawl(ada, admins, 'what to do with an agent', async () => {
    await at(ada, '/board', 'agent-acts')();
    await ada.at('agent-acts').first().click();
  });
  for (const page of RULES)
    await crawl(ada, admins, `rules, ${page}`, at(ada, `/settings#${page}`, 'settings'));
});

test('no control is dead, and no words are for the pointer alone', (t) => {
  t.diagnostic(`${known.size} controls`);
  assert.deepEqual(found, []);
  assert.ok(known.size > 100, `${known.size} controls`);
});
test('no page logged an error', () => assert.deepEqual(problems, []));
