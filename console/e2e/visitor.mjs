// The steps that a customer takes in the web chat, on its own page or in a shop's corner.
import { openPage } from './platform.mjs';

/** Opens a page with the chat on it, and the chat if it is closed. */
export async function openVisitor(browser, url, options) {
  const page = await openPage(browser, url, options);
  const who = { page, at: (testid) => page.getByTestId(testid) };
  await page.locator('switchboard-chat').waitFor({ state: 'attached' });
  return who;
}

export async function begin(visitor, name) {
  await visitor.at('chat-name').fill(name);
  await visitor.at('chat-start').click();
}

/** Writes, and waits until the log has the text. */
export async function write(visitor, text) {
  await visitor.at('chat-text').fill(text);
  await visitor.at('chat-send').click();
  await bubble(visitor, text).and(visitor.page.locator('[data-stamp="log"]')).waitFor();
}

export const bubble = (visitor, text) => visitor.at('chat-message').filter({ hasText: text });
export const standing = (visitor, state) =>
  visitor.page.locator(`[data-testid="chat-state"][data-state="${state}"]`).waitFor();

/** Hands a file over, as the picker would. */
export const attach = (visitor, name, content) =>
  visitor.page
    .locator('switchboard-chat input[type=file]')
    .setInputFiles({ name, mimeType: 'image/png', buffer: content });

/** The focused element, also inside the widget. */
export const focused = (page) =>
  page.evaluate(() => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    return at?.dataset.testid ?? at?.getAttribute('aria-label') ?? at?.tagName;
  });
