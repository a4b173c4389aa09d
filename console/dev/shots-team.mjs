// Screens of team chat and of people.
import { THREADS } from './world.mjs';

const id = (name) => (page) => page.getByTestId(name);
const smith = `/c/${THREADS.smith}-2`;
const openChat = (page) => id('open-team-chat')(page).click();
const openTalk = async (page, colleague) => {
  await openChat(page);
  await page.locator(`[data-colleague="${colleague}"]`).click();
};

export const teamShots = {
  'team-list': {
    path: smith,
    go: async (page) => {
      await openChat(page);
      await id('talk-row')(page).first().waitFor();
    },
  },
  'team-none': {
    world: { alone: true },
    go: async (page) => {
      await openChat(page);
      await id('talk-search')(page).fill('zzz');
    },
  },
  'team-talk': {
    path: smith,
    go: async (page) => {
      await openTalk(page, 'martha');
      await id('talk-message')(page).first().waitFor();
    },
  },
  'team-older': {
    path: smith,
    go: async (page) => {
      await openTalk(page, 'martha');
      await id('talk-message')(page).first().waitFor();
      await page.locator('.talk-panel .scroll').evaluate((body) => {
        body.scrollTop = 40;
      });
      await page.locator('[data-seq="60"]').waitFor({ state: 'attached' });
    },
  },
  'team-sends': {
    path: smith,
    go: async (page) => {
      await openTalk(page, 'ravi');
      for (const text of ['On my way.', 'refuse me', 'And one behind it']) {
        await id('talk-composer')(page).fill(text);
        await id('talk-composer')(page).press('Enter');
      }
      await id('talk-retry')(page).waitFor();
    },
  },
  'team-new': {
    path: smith,
    go: async (page) => {
      await openTalk(page, 'tom');
      await id('talk-composer')(page).fill('Are you in tomorrow?\nThe early shift is short.');
    },
  },
  'team-line': {
    path: smith,
    go: async (page, server) => {
      await id('talk-badge')(page).waitFor();
      server.push(server.team.line('ravi', 'I am back. Shall I take the queue?'));
      await id('notice')(page).waitFor();
    },
  },
  'team-offer': {
    who: 'martha',
    path: '/',
    world: { pendingOffer: true },
    go: async (page) => {
      await openTalk(page, 'ravi');
      await page.getByTestId('offer-toast').first().waitFor();
    },
  },
  people: {
    who: 'ada',
    path: '/people',
    go: (page) => id('person')(page).first().waitFor(),
  },
  'people-agent': { path: '/people', go: (page) => id('person')(page).first().waitFor() },
  'people-edit': {
    who: 'grace',
    path: '/people',
    go: async (page) => {
      await id('edit-martha')(page).click();
      await id('skill-text')(page).fill('nonsense');
      await id('skill-text')(page).press('Enter');
      await id('record-save')(page).click();
      await page.locator('#record-skills-problem').waitFor();
    },
  },
  'people-invalid': {
    who: 'grace',
    path: '/people',
    go: async (page) => {
      await id('edit-martha')(page).click();
      await id('record-capacity')(page).fill('70');
      await id('record-call')(page).fill('https://example.com');
      await id('record-save')(page).click();
    },
  },
};
