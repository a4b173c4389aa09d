// The console and the web chat in German and Spanish: by the browser's language, and by choice.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { line, message, openAgent, row, say, take } from './agent.mjs';
import { bursting, cut } from './bursting.mjs';
import { start, until } from './platform.mjs';
import { accessible, step } from './steps.mjs';
import { openVisitor, standing, write } from './visitor.mjs';

const problems = [];
let platform;
let browser;
let mark;
let conversation;

before(async () => {
  [platform, browser] = await start('--no-demo');
});
after(async () => {
  await browser?.close();
  await platform?.stop();
});

/** Names, and people's own words. */
const THEIRS = ['John Smith', 'Wasserkocher', 'Tropft', 'Sin enviar', 'Mark Adler', 'WhatsApp'];
const lang = (page) => page.evaluate(() => document.documentElement.lang);
const home = async () => {
  await mark.page.goto(`${platform.url}/c/${conversation}`);
  await mark.at('composer').waitFor();
};

/**
 * Judges the list with a thread, and the settings: no screen breaks a rule of WCAG or cuts words
 * off.
 */
async function judge(name) {
  const { page } = mark;
  await home();
  for (const [width, height] of [
    [1440, 900],
    [1024, 768],
  ]) {
    await page.setViewportSize({ width, height });
    await accessible(page, `thread ${name} ${width}`);
    assert.deepEqual(await bursting(page), [], `${name}, ${width}`);
    assert.deepEqual(await cut(page, THEIRS), [], `${name}, ${width}`);
  }
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(`${platform.url}/settings#appearance`);
  await mark.at('language').waitFor();
  await accessible(page, `settings ${name}`);
  assert.deepEqual(await bursting(page), [], `settings, ${name}`);
}

step('a German browser has the console in German', async () => {
  mark = await openAgent(browser, platform, 'mark', { problems, locale: 'de-DE' });
  assert.equal(await lang(mark.page), 'de');
  const smith = platform.customer('John Smith', '447700900123');
  await smith.writes('Der Wasserkocher tropft.');
  await mark.at('tab-queue').filter({ hasText: 'Wartend' }).waitFor();
  await take(mark, 'John Smith');
  await say(mark, 'Tropft er immer?');
  await line(mark, 'Sie haben die Unterhaltung übernommen').waitFor();
  await mark.page.getByRole('button', { name: 'Abschließen' }).first().waitFor();
  conversation = new URL(mark.page.url()).pathname.slice('/c/'.length);
  const time = await message(mark, 'Tropft').locator('time').first().innerText();
  assert.match(time, /^\d\d:\d\d$/, 'the time of day as Germans write it');
  await judge('de');
});

step('Spanish holds at once, and the draft stays', async () => {
  await home();
  await mark.at('composer').fill('Sin enviar');
  await mark.page.evaluate(() => {
    window.same = true;
  });
  await mark.at('open-settings').click();
  await mark.at('section-appearance').click();
  const choices = await mark.at('language').locator('option').allInnerTexts();
  assert.deepEqual(choices, ['Wie im Browser', 'English', 'Deutsch', 'Español']);
  await mark.at('language').selectOption('es');
  await mark.page.getByRole('heading', { name: 'Aspecto y escritura' }).waitFor();
  assert.equal(await lang(mark.page), 'es');
  await mark.page.getByRole('button', { name: 'Conversaciones', exact: true }).click();
  await row(mark, 'John Smith').click();
  assert.equal(await mark.at('composer').inputValue(), 'Sin enviar');
  assert.ok(await mark.page.evaluate(() => window.same), 'it is the same page');
  await mark.page.reload();
  await mark.at('tab-queue').filter({ hasText: 'En cola' }).waitFor();
  assert.equal(await lang(mark.page), 'es', 'after a reload');
  await judge('es');
});

step('the language holds on every device, and any browser offers English', async () => {
  const api = await platform.as('mark');
  const kept = () => api.ask('GET', '/v1/preferences');
  await until('the server has it', async () => (await kept()).language === 'es');
  const other = await openAgent(browser, platform, 'mark', { problems, locale: 'de-DE' });
  await until('Spanish', async () => (await lang(other.page)) === 'es');
  await other.page.goto(`${platform.url}/settings#appearance`);
  await other.at('language').selectOption({ label: 'English' });
  await until('English', async () => (await lang(other.page)) === 'en');
  await until('English here, too', async () => (await lang(mark.page)) === 'en');
  await other.page.context().close();
});

step('a browser with an unknown language has English', async () => {
  const martha = await openAgent(browser, platform, 'martha', { problems, locale: 'fr-FR' });
  assert.equal(await lang(martha.page), 'en');
  await martha.at('tab-queue').filter({ hasText: 'In queue' }).waitFor();
  await martha.page.context().close();
});

/** A whole small chat, up to its end. */
async function chat(options, url, words) {
  const guest = await openVisitor(browser, url, { problems, ...options });
  const { page, at } = guest;
  const state = (hasText) => at('chat-state').filter({ hasText }).waitFor();
  await page.getByText(words.intro).waitFor();
  await at('chat-name').fill(words.name);
  await accessible(page, `chat of ${words.name}`);
  await at('chat-start').filter({ hasText: words.start }).click();
  await write(guest, words.hello);
  await standing(guest, 'waiting');
  await state(words.waiting);
  await at('chat-place').filter({ hasText: words.next }).waitFor();
  await take(mark, words.name);
  await state(words.open);
  await say(mark, `Hello ${words.name}`);
  await at('chat-message')
    .filter({ hasText: `Hello ${words.name}` })
    .waitFor();
  await accessible(page, `chat of ${words.name}, answered`);
  await at('chat-leave').filter({ hasText: words.leave }).click();
  await page.getByRole('group', { name: words.sure }).waitFor();
  await at('chat-leave-sure').click();
  await page.getByText(words.left).waitFor();
  await page.context().close();
}
const GERMAN = {
  intro: 'Wir antworten meist in wenigen Minuten.',
  name: 'Anna Weber',
  start: 'Chat starten',
  hello: 'Guten Tag',
  waiting: 'Wir sind gleich für Sie da.',
  next: 'Sie sind als Nächstes dran.',
  open: 'Wir sind für Sie da.',
  leave: 'Chat beenden',
  sure: 'Diesen Chat beenden?',
  left: 'Chat verlassen. Schreiben Sie, um fortzufahren.',
};
const SPANISH = {
  intro: 'Solemos responder en pocos minutos.',
  name: 'Lucía Gómez',
  start: 'Iniciar chat',
  hello: 'Buenos días',
  waiting: 'Le atenderemos en breve.',
  next: 'Es su turno a continuación.',
  open: 'Le estamos atendiendo.',
  leave: 'Terminar chat',
  sure: '¿Terminar este chat?',
  left: 'Ha salido. Escriba para continuar.',
};

step('the web chat speaks the visitor’s language', async () => {
  await home();
  await chat({ locale: 'de-AT' }, `${platform.url}/chat`, GERMAN);
  await chat({ locale: 'es-MX' }, `${platform.url}/chat`, SPANISH);
});

/** A page of another site, with the widget in it. */
async function site(locale, attributes, prepare = () => {}) {
  const context = await browser.newContext({ locale, viewport: { width: 1024, height: 700 } });
  const page = await context.newPage();
  page.on('pageerror', (error) => problems.push(error.message));
  const origin = 'http://localhost:5173';
  const body = `<!doctype html><html lang="en"><title>Site</title><h1>Site</h1>
    <script src="${platform.url}/widget.js" data-asset="web-demo" ${attributes}></script></html>`;
  await page.route(`${origin}/**`, (route) =>
    route.fulfill({ headers: { 'content-type': 'text/html; charset=utf-8' }, body }),
  );
  await prepare(page);
  await page.goto(`${origin}/`);
  return page;
}
const button = (page, name) => page.getByRole('button', { name });

step('a page chooses the language of its chat, and replaces some words', async () => {
  const page = await site('en-GB', 'data-language="es" data-text-send="¡Ya!" data-pre-chat="off"');
  await button(page, 'Abrir el chat').click();
  await button(page, '¡Ya!').waitFor();
  await page.getByPlaceholder('Escribir un mensaje…').waitFor();
  assert.equal(await page.locator('#panel').getAttribute('lang'), 'es');
  await page.context().close();
});

step('the chat falls back to English if a language is unknown or does not arrive', async () => {
  for (const [locale, attributes] of [
    ['fr-FR', ''],
    ['de-DE', 'data-language="fr"'],
    ['de-DE', 'data-language="en"'],
  ]) {
    const page = await site(locale, attributes);
    await button(page, 'Open the chat').waitFor();
    await page.context().close();
  }
  const without = (page) => page.route('**/widget-de.js', (route) => route.abort());
  const page = await site('de-DE', '', without);
  await button(page, 'Open the chat').waitFor();
  await page.context().close();
});

test('no page logged an error', () => assert.deepEqual(problems, []));
