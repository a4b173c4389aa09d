// Screens beside the conversations: mentions, an agent who is away.
const id = (name) => (page) => page.getByTestId(name);
const acts = async (page, agent, item) => {
  await page.locator(`[data-agent="${agent}"]`).getByTestId('agent-acts').click();
  await id(item)(page).click();
};

export const deskShots = {
  mentions: {
    world: { mentions: 2 },
    go: async (page) => {
      await id('mentions-badge')(page).waitFor();
      await id('open-mentions')(page).click();
      await id('mention-item')(page).first().waitFor();
    },
  },
  mentioned: {
    go: async (page, _server, size) => {
      await page.getByTestId('row').first().waitFor();
      await id('open-mentions')(page).click();
      await id('mention-item')(page).first().click();
      await page.locator('.marked').waitFor();
      if (size === 'phone') await page.mouse.move(0, 0);
    },
  },
  contacts: {
    path: '/contacts',
    go: async (page, _server, size) => {
      await id('contact-row')(page).first().waitFor();
      if (size !== 'phone') await id('contact-row')(page).first().click();
    },
  },
  idle: {
    go: async (page) => {
      await page.getByTestId('row').first().waitFor();
      await page.clock.install();
      await page.clock.fastForward(700_000);
      await page.clock.runFor(2_000);
      await id('idle')(page).waitFor();
    },
  },
  boardTop: {
    who: 'grace',
    path: '/board',
    go: (page) => id('board-offer')(page).last().waitFor(),
  },
  boardRequests: {
    who: 'grace',
    path: '/board',
    go: async (page) => {
      await id('board-offer')(page).last().scrollIntoViewIfNeeded();
    },
  },
  boardAgent: {
    who: 'grace',
    path: '/board',
    go: (page) => page.locator('[data-agent="martha"]').getByTestId('agent-acts').click(),
  },
  boardAway: {
    who: 'grace',
    path: '/board',
    go: (page) => acts(page, 'martha', 'menu-away'),
  },
  boardPresences: {
    who: 'grace',
    path: '/board',
    go: async (page) => {
      await acts(page, 'ravi', 'menu-log');
      await id('presences')(page).waitFor();
    },
  },
};
