// Every screen, and the way to it: for axe, narrow windows, strange languages, pictures.
import { openAgent, say, take } from './agent.mjs';
import { openPage, until, WAIT } from './platform.mjs';

const PAGES = ['appearance', 'alerts', 'keys', 'engage', 'queue', 'timers', 'hours', 'wrapUp'];
export const RULES = [...PAGES, 'transfer', 'lists', 'changes'];

/** Puts enough into the world to have something on every screen. */
export async function furnish(browser, platform, options) {
  const smith = platform.customer('John Smith', '447700900123');
  await smith.writes('My new kettle leaks at the handle. Order 20817.');
  const mark = await openAgent(browser, platform, 'mark', options);
  await take(mark, 'John Smith');
  await say(mark, 'I am sorry. Does it leak whenever you pour?');
  await smith.writes('Yes, every time.');
  const conversation = new URL(mark.page.url()).pathname.slice('/c/'.length);
  const api = await platform.as('mark');
  await api.run(conversation, { type: 'comment', text: 'Second one from the March batch' });
  await api.run(conversation, { type: 'tag', add: ['kettle', 'march'] });
  await api.run(conversation, { type: 'label', add: ['Escalated'] });
  await platform.customer('Ines Costa', '447700900124').writes('Where is my parcel?');
  return { browser, platform, options, mark, conversation, api };
}

const key =
  (chord) =>
  ({ mark }) =>
    mark.page.keyboard.press(chord);
const home = ({ mark, platform, conversation }) =>
  mark.page.goto(`${platform.url}/c/${conversation}`).then(() => mark.at('composer').waitFor());
const click =
  (testid) =>
  ({ mark }) =>
    mark.at(testid).first().click();
const dialog = ({ mark }) => mark.at('dialog').waitFor();
const tab =
  (name) =>
  ({ mark }) =>
    mark.at(`tab-${name}`).click();

async function settings({ mark, platform }, page) {
  await mark.page.goto(`${platform.url}/settings#${page}`);
  await mark.at('settings').waitFor();
}

/** The screens in order; each begins where the one before it ended, or at home. */
export const SCREENS = {
  thread: [home],
  queue: [home, tab('queue')],
  preview: [
    tab('queue'),
    async ({ mark }) => {
      await mark.at('row').first().click();
      await mark.at('accept').waitFor();
    },
  ],
  filters: [home, click('list-filters')],
  sorting: [home, click('list-sort')],
  'row menu': [
    home,
    async ({ mark }) => {
      await mark.at('row').first().focus();
      await mark.page.keyboard.press('Shift+F10');
      await mark.at('row-menu').waitFor();
    },
  ],
  selecting: [home, click('select'), click('select-all')],
  comment: [home, click('mode-comment')],
  'message filter': [home, click('action-menu')],
  actions: [home, click('action-menu')],
  discuss: [home, click('action-discuss'), dialog],
  transfer: [home, click('action-transfer'), dialog],
  resolve: [home, click('action-resolve'), dialog],
  palette: [home, key('Control+KeyK'), ({ mark }) => mark.at('palette').waitFor()],
  help: [
    home,
    async ({ mark }) => {
      await mark.at('row').first().focus();
      await mark.page.keyboard.press('?');
      await mark.at('dialog').waitFor();
    },
  ],
  mentions: [
    home,
    click('open-mentions'),
    ({ mark }) => mark.at('mentions').getByTestId('empty').waitFor(),
  ],
  presence: [home, click('presence-menu')],
  'team chat': [home, click('open-team-chat')],
  people: [home, click('open-people'), ({ mark }) => mark.at('person').first().waitFor()],
  lab: [home, click('open-lab'), ({ mark }) => mark.at('lab').waitFor()],
  ...Object.fromEntries(
    PAGES.map((page) => [`settings ${page}`, [(world) => settings(world, page)]]),
  ),
};
/** Comes to one screen from home, by way of the screens that it follows on. */
export async function reset(world, name) {
  const names = Object.keys(SCREENS);
  const first = names.slice(0, names.indexOf(name) + 1).findLastIndex((one) => FROM_HOME(one));
  for (const one of names.slice(first, names.indexOf(name) + 1))
    for (const go of SCREENS[one]) await go(world);
}
/**
 * Comes to a screen from the present one, without loading the page anew; returns whether it could.
 */
export async function near(world, name) {
  const { page } = world.mark;
  page.setDefaultTimeout(1_000);
  try {
    for (const go of SCREENS[name]) if (go !== home) await go(world);
    return true;
  } catch {
    return false;
  } finally {
    page.setDefaultTimeout(WAIT);
  }
}
const FROM_HOME = (name) => SCREENS[name][0] === home || name.startsWith('settings');

/** Goes to every screen, and calls `visit` there. */
export async function tour(world, visit, names = Object.keys(SCREENS)) {
  for (const name of names) {
    for (const go of SCREENS[name]) await go(world);
    await visit(world.mark.page, name);
    await world.mark.page.keyboard.press('Escape');
  }
}

/** Goes to other people's screens: a request, a discussion, the board, an admin's settings. */
export async function others(world, visit) {
  const { browser, platform, options, conversation, api, mark } = world;
  const [martha, ada] = await Promise.all(
    ['martha', 'ada'].map((id) => openAgent(browser, platform, id, options)),
  );
  await api.run(conversation, { type: 'discuss', to: { agent: 'martha' }, note: 'Known batch?' });
  await martha.at('offer-toast').waitFor();
  await visit(martha.page, 'request');
  await martha.at('offer-reject').first().click();
  await martha.at('reason-option').first().waitFor();
  await visit(martha.page, 'reasons');
  await martha.page.keyboard.press('Escape');
  await home(world);
  await visit(mark.page, 'pending request');
  await martha.at('offer-accept').first().click();
  await martha.at('discussion-panel').waitFor();
  await mark.at('discussion-panel').waitFor();
  await visit(mark.page, 'discussion');
  await visit(martha.page, 'consulting');
  await mark.at('discussion-end').click();
  await mark.at('resolved-yes').waitFor();
  await visit(mark.page, 'end of a discussion');
  await mark.page.keyboard.press('Escape');
  await ada.at('open-board').click();
  await ada.at('board-offer').first().waitFor();
  await visit(ada.page, 'board');
  await ada.at('agent-acts').first().click();
  await visit(ada.page, 'what to do with an agent');
  await ada.page.keyboard.press('Escape');
  for (const page of RULES) {
    await settings({ mark: ada, platform }, page);
    await visit(ada.page, `admin’s settings ${page}`);
  }
  await Promise.all([martha, ada].map((who) => who.page.context().close()));
}

/** Goes to the public pages, and to the console without a connection. */
export async function outside(world, visit) {
  const { browser, platform, options, mark } = world;
  for (const path of ['/shop', '/chat', '/sandbox', '/demo']) {
    const page = await openPage(browser, platform.url + path, options);
    await until('the page', () => page.evaluate(() => document.readyState === 'complete'));
    await visit(page, path);
    await page.context().close();
  }
  await home(world);
  await mark.page.context().setOffline(true);
  await mark.page.evaluate(() => dispatchEvent(new Event('offline')));
  await mark.page.locator('[data-testid="connection"][data-state="offline"]').waitFor();
  await visit(mark.page, 'offline');
  await mark.page.context().setOffline(false);
}
