// Screens of colleagues who work together.
import { THREADS } from './world.mjs';

const id = (name) => (page) => page.getByTestId(name);
const smith = `/c/${THREADS.smith}-2`;
const chen = `/c/${THREADS.chen}-1`;
const ready = async (page) => id('composer')(page).waitFor();

export const together = {
  groups: {
    path: smith,
    go: async (page) => {
      await id('action-discuss')(page).click();
      await id('type-skill')(page).click();
      await id('target')(page).click();
      await page.getByTestId('target-option').first().click();
      await id('ask-all')(page).check();
    },
  },
  confer: {
    path: smith,
    world: { discussing: true },
    go: async (page) => {
      await id('action-discuss')(page).click();
      await id('act-conference')(page).click();
      await id('target')(page).click();
      await page.locator('[data-agent="martha"]').click();
    },
  },
  steps: { path: smith, world: { together: 'steps' }, go: ready },
  stepsAsked: {
    who: 'martha',
    world: { together: 'steps' },
    go: (page) => id('tab-discussions')(page).click(),
  },
  experts: {
    path: smith,
    world: { together: 'experts' },
    go: async (page, _server, size) => {
      if (size === 'phone') await id('side-discussion')(page).click();
      await id('discussion-menu')(page).click();
      await id('menu-invite')(page).waitFor();
    },
  },
  expertsEnd: {
    path: smith,
    world: { together: 'experts' },
    go: async (page, _server, size) => {
      if (size === 'phone') await id('side-discussion')(page).click();
      await id('discussion-end')(page).click();
    },
  },
  conference: { path: smith, world: { together: 'conference' }, go: ready },
  leave: {
    path: smith,
    world: { together: 'conference' },
    go: async (page) => id('action-leave')(page).click(),
  },
  guest: { who: 'martha', path: smith, world: { together: 'conference' }, go: ready },
  coach: {
    who: 'ada',
    path: smith,
    world: { together: 'conference' },
    go: async (page) => id('coach-composer')(page).fill('And ask for his plans in June.'),
  },
  team: {
    who: 'ada',
    go: async (page) => {
      await id('tab-team')(page).click();
      await page.getByTestId('row').first().waitFor();
    },
  },
  monitor: {
    who: 'ada',
    path: smith,
    go: async (page) => {
      await id('action-monitor')(page).click();
      await id('monitor-bar')(page).waitFor();
    },
  },
  barge: {
    who: 'ada',
    path: smith,
    go: async (page) => {
      await id('action-monitor')(page).click();
      await id('monitor-barge')(page).click();
      await id('audience')(page).waitFor();
    },
  },
  engine: {
    path: chen,
    world: { together: 'engine' },
    go: async (page) => {
      await ready(page);
      await id('routed')(page).locator('summary').click();
    },
  },
  actions: {
    path: chen,
    world: { together: 'engine' },
    go: async (page) => {
      await id('action-menu')(page).click();
      await id('menu-survey')(page).waitFor();
    },
  },
  trigger: {
    path: chen,
    world: { together: 'engine' },
    go: async (page) => {
      await id('action-menu')(page).click();
      await id('menu-trigger')(page).click();
      await id('dialog')(page).waitFor();
    },
  },
  wrapUp: {
    path: `/c/${THREADS.ines}-1`,
    world: { together: 'wrap' },
    go: async (page) => id('wrap-up')(page).waitFor(),
  },
  wrapList: {
    world: { together: 'wrap' },
    go: async (page) => {
      await id('wrap-row')(page).waitFor();
      await id('presence-menu')(page).click();
    },
  },
  select: {
    go: async (page) => {
      await id('select')(page).click();
      await page.getByTestId('pick').first().check();
      await page.getByTestId('pick').nth(1).check();
    },
  },
  bulk: {
    go: async (page) => {
      await id('select')(page).click();
      await id('select-all')(page).click();
      await id('transfer-selected')(page).click();
      await id('target')(page).click();
      await page.locator('[data-agent="martha"]').click();
      await id('dialog-submit')(page).click();
      await id('bulk-summary')(page).waitFor();
    },
  },
};
