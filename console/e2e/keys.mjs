// Steps by keyboard alone.
import assert from 'node:assert/strict';
import { until } from './platform.mjs';

const MANY = 60;

/** The focused element: its test id, or its name. */
export const focus = (page) =>
  page.evaluate(() => {
    const at = document.activeElement;
    return at?.dataset.testid ?? at?.getAttribute('aria-label') ?? at?.tagName ?? '';
  });

export const focusOn = (page, testid) =>
  until(`the focus on ${testid}`, async () => (await focus(page)) === testid, 5000);

/** Goes with Tab to a control; a control that takes too many steps counts as unreachable. */
export async function reach(page, testid, key = 'Tab') {
  const way = [];
  for (let n = 0; n < MANY; n += 1) {
    const at = await focus(page);
    if (at === testid) return;
    way.push(at);
    await page.keyboard.press(key);
  }
  assert.fail(`${testid} was not reached by ${key}: ${way.join(', ')}`);
}

export const press = (page, ...chords) =>
  chords.reduce(
    (before, chord) => before.then(() => page.keyboard.press(chord)),
    Promise.resolve(),
  );

export const type = (page, text) => page.keyboard.type(text);

/** Chooses a person in a dialog, by name, from the list that opens. */
export async function choosePerson(page, name) {
  await reach(page, 'target');
  await type(page, name.slice(0, 5));
  await page.getByTestId('target-option').filter({ hasText: name }).waitFor();
  await press(page, 'ArrowDown', 'Enter');
}

export async function submit(page, testid = 'dialog-submit') {
  await reach(page, testid);
  await press(page, 'Enter');
  await page.getByTestId('dialog').waitFor({ state: 'detached' });
}
