// The steps that an agent takes in the console.
import { openPage } from './platform.mjs';

const NAMES = {
  mark: 'Mark Adler',
  martha: 'Martha Osei',
  nina: 'Nina Park',
  omar: 'Omar Haddad',
  olga: 'Olga Brandt',
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

/** Chooses a target: a colleague, or `{ kind: 'team', id, name }`. */
export async function choose(from, to) {
  await from.at(`type-${to.kind ?? 'agent'}`).click();
  await from.at('target').fill(to.name.slice(0, 5));
  await from.page.locator(`[data-testid="target-option"][data-agent="${to.id}"]`).click();
}

/** Opens Assign/Discuss or Transfer and fills it in, up to the button that sends it. */
export async function engage(from, to, options = {}) {
  const { button = 'action-discuss', act = 'discuss', mode, note, all } = options;
  await from.at(button).click();
  if (act !== 'transfer') await from.at(`act-${act}`).click();
  await choose(from, to);
  if (all) await from.at('ask-all').check();
  if (mode) await from.at(`mode-${mode}`).click();
  if (note) await from.at('note').fill(note);
  await from.at('dialog-submit').click();
  await gone(from.at('dialog'));
}

/**
 * Turns a discussion into a transfer or a conference: by its button, or by the menu on a narrow
 * screen.
 */
export async function promote(who, into, expert) {
  const button = who.at(`promote-${into}-${expert}`);
  if (await button.count()) return button.click();
  await who.at('discussion-menu').click();
  return who.at(`menu-${into}-${expert}`).click();
}

/** Writes into the private talk, and waits until the colleague reads it. */
export async function tell(from, to, text) {
  await from.at('discussion-composer').fill(text);
  await from.at('discussion-send').click();
  await to.at('discussion-message').filter({ hasText: text }).waitFor();
}

/** Rejects or withdraws with a reason: the nth of the list. */
export async function giveReason(who, button, n) {
  await button.click();
  await who.at('reason-option').nth(n).click();
  const reason = (await who.at('reason-option').nth(n).locator('span').innerText()).trim();
  await who.at('reason-submit').click();
  await gone(who.at('dialog'));
  return reason;
}

/** Changes the settings of a scope, such as `queues/support`. */
export async function configure(who, place, section, change) {
  await who.at('open-settings').click();
  await who.at('settings-scope').selectOption(place);
  await who.at(`section-${section}`).click();
  await change();
  await who.at('settings-save').click();
  await who.page.getByText('Saved.').waitFor();
}
