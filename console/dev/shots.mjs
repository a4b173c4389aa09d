// The list of screens, and the way to each.
import { chatShots } from './shots-chat.mjs';
import { deskShots } from './shots-desk.mjs';
import { paletteShots } from './shots-palette.mjs';
import { teamShots } from './shots-team.mjs';
import { threadShots as threads } from './shots-thread.mjs';
import { together } from './shots-together.mjs';
import { THREADS } from './world.mjs';

const id = (name) => (page) => page.getByTestId(name);
const smith = `/c/${THREADS.smith}-2`;
const seen = [
  [THREADS.smith, { seq: 15, conversation: `${THREADS.smith}-2` }],
  [THREADS.ines, { seq: 10, conversation: `${THREADS.ines}-1` }],
];
/** A phone shows the customer or the discussion. */
const talking = async (page, size) => {
  if (size === 'phone') await id('side-discussion')(page).click();
};
const open = async (page) => id('composer')(page).waitFor();

export const shots = {
  ...together,
  ...threads,
  list: { world: { seen }, go: (page) => page.getByTestId('row').first().waitFor() },
  thread: { path: smith, world: { seen }, go: open },
  media: { path: `/c/${THREADS.ines}-1`, world: { seen }, go: open },
  comment: {
    path: smith,
    world: { seen },
    go: async (page) => {
      await id('mode-comment')(page).click();
      await id('composer')(page).fill('Credited 48.20 with R-17, see the note from Martha.');
    },
  },
  queue: { go: (page) => id('tab-queue')(page).click() },
  preview: {
    go: async (page, _server, size) => {
      await id('tab-queue')(page).click();
      await page.getByTestId('row').first().click();
      await id('accept')(page).waitFor();
      if (size === 'wide') await id('accept')(page).click();
    },
  },
  discuss: {
    path: smith,
    go: async (page) => {
      await id('action-discuss')(page).click();
      await id('target')(page).click();
      await page.getByTestId('target-option').first().waitFor();
    },
  },
  chosen: {
    path: smith,
    go: async (page) => {
      await id('action-discuss')(page).click();
      await id('target')(page).fill('Mar');
      await page.locator('[data-agent="martha"]').click();
    },
  },
  transfer: {
    path: smith,
    go: async (page) => {
      await id('action-transfer')(page).click();
      await page.getByTestId('type-queue').click();
      await id('target')(page).click();
      await page.getByTestId('target-option').first().click();
    },
  },
  pending: { path: smith, world: { pendingOffer: true, seen }, go: open },
  offer: {
    who: 'martha',
    world: { pendingOffer: true },
    go: (page) => id('tab-discussions')(page).click(),
  },
  look: {
    who: 'martha',
    world: { pendingOffer: true },
    go: async (page) => page.getByTestId('offer-look').last().click(),
  },
  reject: {
    who: 'martha',
    world: { pendingOffer: true },
    go: async (page) => {
      await page.getByTestId('offer-reject').last().click();
      await page.keyboard.press('1');
    },
  },
  talk: {
    path: smith,
    world: { discussing: true },
    go: async (page, _server, size) => {
      await talking(page, size);
      await id('discussion-composer')(page).fill('Thanks! Will do, and I will');
    },
  },
  consult: {
    who: 'martha',
    world: { discussing: true },
    go: async (page) => {
      await id('tab-discussions')(page).click();
      await page.getByTestId('row').first().click();
      await id('discussion-leave')(page).waitFor();
    },
  },
  end: {
    path: smith,
    world: { discussing: true },
    go: async (page, _server, size) => {
      await talking(page, size);
      await id('discussion-end')(page).click();
    },
  },
  resolve: {
    path: smith,
    world: { discussing: true },
    go: async (page) => id('action-resolve')(page).click(),
  },
  failed: {
    path: smith,
    go: async (page, server) => {
      await id('composer')(page).fill('One moment please');
      await id('send')(page).click();
      const frame = server.sent.find((f) => f.command?.type === 'send');
      server.push({
        type: 'refused',
        id: frame.id,
        code: 'window_closed',
        message: 'The window is closed.',
        remedy: '',
      });
      await id('composer')(page).fill('Second message');
      await id('send')(page).click();
    },
  },
  presence: { go: (page) => id('presence-menu')(page).click() },
  help: {
    only: 'wide',
    go: async (page) => {
      await page.getByTestId('row').first().waitFor();
      await page.keyboard.press('?');
      await id('dialog')(page).waitFor();
    },
  },
  palette: {
    path: smith,
    world: { seen },
    go: async (page) => {
      await id('composer')(page).waitFor();
      await page.keyboard.press('Control+KeyK');
      await id('palette-query')(page).waitFor();
    },
  },
  board: {
    who: 'grace',
    path: '/board',
    go: async (page) => {
      await id('choose')(page).first().click();
    },
  },
  cannedPage: {
    who: 'grace',
    path: '/settings#canned',
    go: async (page) => {
      await id('canned-row')(page).first().waitFor();
      await page.locator('[data-testid^="canned-"].icon-button').first().click();
      await id('canned-text')(page).waitFor();
    },
  },
  labels: {
    who: 'grace',
    path: '/settings#labels',
    go: (page) => id('label-row')(page).first().waitFor(),
  },
  keys: { path: '/settings#keys', go: (page) => id('remap-transfer')(page).click() },
  alerts: { path: '/settings#alerts', go: (page) => id('volume')(page).waitFor() },
  appearance: {
    path: '/settings#appearance',
    go: (page) => id('theme-dark')(page).waitFor({ state: 'attached' }),
  },
  settings: {
    who: 'grace',
    path: '/settings',
    go: (page) => id('discuss-timeout')(page).fill('3 min'),
  },
  settingsAgent: {
    path: '/settings',
    only: 'wide',
    scheme: ['light'],
    go: (page) => id('discuss-timeout')(page).waitFor(),
  },
  conflict: {
    who: 'grace',
    path: '/settings',
    only: 'wide',
    scheme: ['light'],
    go: async (page) => {
      await id('discuss-timeout')(page).fill('3m');
      await id('settings-save')(page).click();
      await id('settings-conflict')(page).waitFor();
      await id('show-difference')(page).click();
    },
  },
  empty: { world: { empty: true }, go: (page) => page.getByText('No open chats').waitFor() },
  loading: { world: { slow: true }, go: (page) => page.waitForTimeout(600), scheme: ['light'] },
  down: {
    world: { down: true },
    go: (page) => id('connection-banner')(page).waitFor(),
    scheme: ['light'],
  },
  missing: {
    path: '/c/0000000000000000-1',
    go: (page) => page.getByText('cannot be shown').waitFor(),
    scheme: ['light'],
  },
  details: {
    path: smith,
    only: 'phone',
    go: async (page) => {
      await id('toggle-details')(page).click();
      await page.getByTestId('details-profile').waitFor();
    },
  },
  ...chatShots,
  ...deskShots,
  ...paletteShots,
  ...teamShots,
};
