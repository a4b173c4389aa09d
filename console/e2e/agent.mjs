// What an agent's hands do in the console.
import { openPage } from './platform.mjs';

const NAMES = {
  mark: 'Mark Adler',
  martha: 'Martha Osei',
  nina: 'Nina Park',
  ada: 'Ada Winter',
};

export async function openAgent(browser, platform, id, options) {
  const page = await openPage(browser, `${platform.url}/?as=${id}`, options);
  await page.locator('[data-testid="connection"][data-state="live"]').waitFor();
  return { id, name: NAMES[id], page, at: (testid) => page.getByTestId(testid) };
}

export const row = (who, name) => who.at('row').filter({ hasText: name });
export const line = (who, text) => who.at('system-line').filter({ hasText: text });
export const message = (who, text) => who.at('message').filter({ hasText: text });
export const gone = (locator) => locator.waitFor({ state: 'detached' });

export async function take(who, name) {
  await who.at('tab-queue').click();
  await row(who, name).click();
  await who.at('accept').click();
  await who.at('composer').waitFor();
}

export async function say(who, text) {
  await who.at('composer').fill(text);
  await who.at('composer').press('Enter');
  await message(who, text).waitFor();
}

/** Assign/Discuss or Transfer, up to the button that does it. */
export async function engage(from, to, { button = 'action-discuss', act = 'discuss', mode, note }) {
  await from.at(button).click();
  if (act !== 'transfer') await from.at(`act-${act}`).click();
  await from.at('type-agent').click();
  await from.at('target').fill(to.name.slice(0, 5));
  await from.page.locator(`[data-testid="target-option"][data-agent="${to.id}"]`).click();
  if (mode) await from.at(`mode-${mode}`).click();
  if (note) await from.at('note').fill(note);
  await from.at('dialog-submit').click();
  await gone(from.at('dialog'));
}

/** Into the private talk, until the other one reads it. */
export async function tell(from, to, text) {
  await from.at('discussion-composer').fill(text);
  await from.at('discussion-send').click();
  await to.at('discussion-message').filter({ hasText: text }).waitFor();
}
