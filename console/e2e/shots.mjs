// Pictures for the README, from the real platform, into ../docs/screens.
import { mkdir, stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { engage, message, openAgent, promote, row, say, take, tell } from './agent.mjs';
import { openPage, start, still, until } from './platform.mjs';

const folder = fileURLToPath(new URL('../../docs/screens/', import.meta.url));
const LIMIT = 300 * 1024;
const DESK = { width: 1440, height: 900 };
const TABLET = { width: 1024, height: 768 };
const PHONE = { width: 390, height: 844 };
const [platform, browser] = await start();

async function picture(page, name) {
  await page.mouse.move(0, 0);
  await still(page);
  const path = `${folder}${name}.png`;
  await page.screenshot({ path, caret: 'hide' });
  const { size } = await stat(path);
  if (size > LIMIT) throw new Error(`${name}.png has ${size} bytes`);
  console.log(`${name}.png ${(size / 1024).toFixed(0)} KB`);
}
const read = (who, text) =>
  until(`${text} to be read`, async () => {
    await smith.reads();
    return (await message(who, text).getAttribute('data-delivery')) === 'read';
  });

const smith = platform.customer('John Smith', '447700900123');
try {
  await mkdir(folder, { recursive: true });
  // The demo's past takes a moment to arrive; an agent who signs in afterwards gets no news of it.
  const scout = await openAgent(browser, platform, 'mark');
  await row(scout, 'In about a day').waitFor({ timeout: 60_000 });
  await scout.page.context().close();
  const [mark, martha, olga] = await Promise.all(
    ['mark', 'martha', 'olga', 'nina', 'omar'].map((id) => openAgent(browser, platform, id)),
  );
  await row(mark, 'Farid Rahman').waitFor();
  await smith.writes('Hello, my new kettle leaks at the handle. Order 20817, it came on Tuesday.');
  await smith.writes('Every time I pour, it drips onto the base. Is that safe?');
  await mark.at('tab-queue').click();
  await row(mark, 'John Smith').click();
  await message(mark, 'Is that safe?').waitFor();
  await picture(mark.page, 'queue');

  const visitor = await openPage(browser, `${platform.url}/shop`);
  await visitor.getByTestId('chat-launcher').click();
  await visitor.getByTestId('chat-name').fill('Vera Lind');
  await visitor.getByTestId('chat-start').click();
  const chat = async (text) => {
    await visitor.getByTestId('chat-text').fill(text);
    await visitor.getByTestId('chat-send').click();
    await visitor.locator('[data-stamp="log"]', { hasText: text }).waitFor();
  };
  await chat('Hi! Is the blue reading lamp back in stock?');
  await take(martha, 'Vera Lind');
  await say(martha, 'Hello Vera! Yes, since this morning: 14 of them.');
  await chat('Wonderful. Could you put one aside for me until Saturday?');
  await say(martha, 'Done, it is reserved in your name until Saturday, 6 pm.');
  await chat('Perfect, thank you so much!');
  await martha.at('composer').pressSequentially('You are very welcome', { delay: 250 });
  await visitor.getByTestId('chat-typing').waitFor();
  await picture(visitor, 'widget');
  await visitor.emulateMedia({ colorScheme: 'dark' });
  await visitor.setViewportSize(PHONE);
  await picture(visitor, 'widget-phone-dark');
  await martha.at('composer').fill('');
  await say(martha, 'You are welcome. See you on Saturday!');

  await mark.at('accept').click();
  await say(mark, 'Good morning Mr Smith, I am sorry about that. Please unplug it for now.');
  await smith.writes('Unplugged. I would rather keep it than send it back, it was a present.');
  await say(mark, 'I understand. Let me see what we can do without you parting with it.');
  await read(mark, 'Let me see what');
  await mark.at('mode-comment').click();
  await mark.at('composer').fill('Second leaking handle this week, both from the March batch.');
  await mark.at('send').click();
  await message(mark, 'Second leaking handle').waitFor();
  await mark.at('mode-reply').click();
  await smith.writes('That would be kind. Thank you!');
  await message(mark, 'That would be kind').waitFor();
  await picture(mark.page, 'console');
  await mark.page.setViewportSize(TABLET);
  await picture(mark.page, 'console-tablet');
  await mark.page.setViewportSize(PHONE);
  await picture(mark.page, 'console-phone');
  await mark.page.setViewportSize(DESK);
  await mark.page.emulateMedia({ colorScheme: 'dark' });
  await picture(mark.page, 'console-dark');
  await mark.page.emulateMedia({ colorScheme: 'light' });

  const note = 'Leaking handle, March batch. Can I send the gasket instead of a new kettle?';
  await engage(mark, martha, { note });
  await martha.at('offer-toast').waitFor();
  await picture(martha.page, 'offer');
  await martha.at('offer-accept').first().click();
  await mark.at('discussion-panel').waitFor();
  await tell(mark, martha, 'He would like to keep it. Is a gasket enough for this batch?');
  await tell(martha, mark, 'Yes, part 20-817 fixes it. Two minutes, no tools.');
  await tell(martha, mark, 'It is free of charge for March, no approval needed.');
  await mark.at('composer').fill('Good news: a small part fixes it, and it is free.');
  await picture(mark.page, 'discussion');

  await mark.at('composer').fill('');
  await promote(mark, 'conference', 'martha');
  await martha.at('composer').waitFor();
  await say(mark, 'Good news: a small part fixes it, and it is free. Martha is with us now.');
  await say(martha, 'Hello Mr Smith! The gasket is in the post; I will show you how it goes in.');
  await smith.writes('Wonderful, both of you. I am not very handy, though.');
  await message(mark, 'I am not very handy').waitFor();
  await picture(mark.page, 'conference');

  await olga.page.goto(mark.page.url().concat('?as=olga'));
  await olga.at('action-monitor').click();
  await olga.at('monitor-coach').click();
  await olga
    .at('coach-composer')
    .fill('Offer him the video from the help page, it takes a minute.');
  await olga.at('coach-send').click();
  await message(olga, 'Offer him the video').waitFor();
  await mark.at('coach-composer').fill('Thank you, I had forgotten about it.');
  await mark.at('coach-send').click();
  await message(olga, 'I had forgotten about it').waitFor();
  await picture(olga.page, 'monitoring');

  await olga.at('open-board').click();
  await olga.page.getByTestId('board-agents').waitFor();
  await picture(olga.page, 'board');

  await olga.at('open-settings').click();
  await olga.at('section-queue').click();
  await olga.at('settings-scope').selectOption('queues/support');
  await olga.at('mode').selectOption('auto');
  await picture(olga.page, 'settings');

  const ada = await openAgent(browser, platform, 'ada', { colorScheme: 'dark' });
  await ada.at('open-lab').click();
  await ada.at('lab-switches').locator('summary').click();
  await picture(ada.page, 'lab-dark');
} finally {
  await browser.close();
  await platform.stop();
}
