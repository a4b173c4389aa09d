// Screens beside the conversations, on the real platform: mentions, the board, the palette.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { engage, gone, line, message, openAgent, row, say } from './agent.mjs';
import { start, until } from './platform.mjs';
import { accessible, step } from './steps.mjs';

const LONG = `Maximiliana ${'von und zu Hohenlohe-Langenburg '.repeat(6)}`.trim().slice(0, 180);
const problems = [];
let platform;
let browser;
let mark;
let martha;
let olga;
let smith;
/** The number of answers at the start. */
let counted;

const agent = (id) => openAgent(browser, platform, id, { problems });
before(async () => {
  [platform, browser] = await start('--no-demo');
  smith = platform.customer('John Smith', '447700900123');
  const { in_time, late } = await answers();
  counted = in_time + late;
  [mark, martha, olga] = await Promise.all(['mark', 'martha', 'olga'].map(agent));
});
after(async () => {
  await browser?.close();
  await platform?.stop();
});
/** Today's first responses, over all queues. */
async function answers() {
  const { ask } = await platform.as('olga');
  const all = (await ask('GET', '/v1/board')).queues.map((queue) => queue.answered_today);
  const sum = (what) => all.reduce((sum, one) => sum + one[what], 0);
  return { in_time: sum('in_time'), late: sum('late') };
}
const key = (who, chord) => who.page.keyboard.press(chord);
const onBoard = (id, what) => olga.page.locator(`[data-agent="${id}"]`).getByText(what);

step('Alt+A with nothing open shows the longest waiting customer, then takes them', async () => {
  await smith.writes('My kettle leaks');
  await platform.customer(LONG, '447700900199').writes('Hello?');
  await mark.at('tab-queue').click();
  await row(mark, 'Maximiliana').waitFor();
  // The ring of the due time stays in its row, however long the name is.
  const [ring, whole] = await Promise.all([
    row(mark, 'Maximiliana').getByTestId('due').boundingBox(),
    row(mark, 'Maximiliana').boundingBox(),
  ]);
  assert.ok(ring.x + ring.width <= whole.x + whole.width, 'the ring has left its row');
  await mark.at('tab-mine').click();
  await key(mark, 'Alt+KeyA');
  await mark.at('accept').waitFor();
  await message(mark, 'My kettle leaks').waitFor();
  await key(mark, 'Alt+KeyA');
  await say(mark, 'Where does it leak?');
});

step('colleagues mark a waiting conversation, and the queue shows the marks', async () => {
  await mark.at('tab-queue').click();
  await martha.at('tab-queue').click();
  await row(mark, 'Maximiliana').focus();
  await key(mark, 'l');
  await mark.at('label-item').filter({ hasText: 'Escalated' }).click();
  await key(mark, 'Escape');
  await row(martha, 'Maximiliana').filter({ hasText: 'Escalated' }).waitFor();
});

step('a mention is counted, found, shown, and then seen', async () => {
  await mark.at('tab-mine').click();
  await row(mark, 'John Smith').click();
  await key(mark, 'Alt+KeyC');
  await mark.at('composer').fill('@Martha');
  await mark.at('mention-option').filter({ hasText: 'Martha Osei' }).click();
  await mark.at('composer').pressSequentially('is the batch known?');
  await key(mark, 'Control+Enter');
  await martha.at('mentions-badge').waitFor();
  await martha.at('open-mentions').click();
  const item = martha.at('mention-item').filter({ hasText: 'is the batch known?' });
  await item.waitFor();
  await gone(martha.at('mentions-badge'));
  await accessible(martha.page, 'mentions');
  await item.click();
  const comment = message(martha, 'is the batch known?');
  await comment.waitFor();
  await until('the focus', () => comment.evaluate((one) => one === document.activeElement));
  const again = await agent('martha');
  assert.equal(await again.at('mentions-badge').count(), 0, 'the server knows it was seen');
  await again.page.context().close();
});

step('the board counts the answer and follows a request', async () => {
  await engage(mark, martha);
  await olga.at('open-board').click();
  await until('the answer to be counted', async () => {
    const { in_time, late } = await answers();
    return in_time + late > counted;
  });
  await olga
    .at('tile-answered')
    .getByText(/\d+ (late )?of \d+/)
    .waitFor();
  const asked = olga.at('board-offer').filter({ hasText: 'Martha Osei' });
  await asked.filter({ hasText: 'Pending' }).waitFor();
  await martha.at('offer-accept').first().click();
  await asked.filter({ hasText: 'Accepted' }).waitFor();
  await accessible(olga.page, 'board');
});

step('a manager sets an agent away and available again, and the agent reads who did', async () => {
  await olga.page.locator('[data-agent="martha"]').getByTestId('agent-acts').click();
  await olga.at('menu-away').click();
  await olga.at('away-choice').nth(1).click();
  await olga.at('away-words').fill('until four');
  await accessible(olga.page, 'set away');
  await olga.at('dialog-submit').click();
  await gone(olga.at('dialog'));
  await martha
    .at('notice')
    .filter({ hasText: `${olga.name} set you away` })
    .waitFor();
  await onBoard('martha', 'Away').waitFor();
  await onBoard('martha', 'until four').waitFor();
  await olga.page.locator('[data-agent="martha"]').getByTestId('agent-acts').click();
  await olga.at('menu-log').click();
  await olga.at('presences').getByText('by You').first().waitFor();
  await key(olga, 'Escape');
  await olga.page.locator('[data-agent="martha"]').getByTestId('agent-acts').click();
  await olga.at('menu-available').click();
  await onBoard('martha', 'Available').waitFor();
});

step('a manager gives a waiting conversation to an agent from the board', async () => {
  await olga.page.locator('[data-agent="martha"]').getByTestId('agent-acts').click();
  await olga.at('menu-next').click();
  await olga.at('dialog-submit').click();
  await olga.at('bulk-summary').getByText('1 of 1 transferred').waitFor();
  const name = await olga.at('bulk-item').locator('.name').innerText();
  await key(olga, 'Escape');
  await martha.at('tab-mine').click();
  await row(martha, name.slice(0, 20)).waitFor();
});

step('the palette finds records elsewhere that the session does not hold', async () => {
  await key(mark, 'Control+KeyK');
  await mark.at('palette-query').fill('Maximiliana');
  await mark.at('palette-result').filter({ hasText: 'Search everywhere' }).click();
  await mark.at('palette-result').filter({ hasText: 'Maximiliana' }).first().waitFor();
  await accessible(mark.page, 'palette everywhere');
  await mark.at('palette-query').fill('nobody of that name');
  await mark.at('palette-result').filter({ hasText: 'Search everywhere' }).click();
  await mark.at('palette-note').getByText('Nothing found').waitFor();
  await key(mark, 'Escape');
});

step('no page logged an error', async () => {
  await line(mark, 'accepted').first().waitFor();
  assert.deepEqual(problems, []);
});
