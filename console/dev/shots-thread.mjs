// Screens of the thread and its composer.
import { picture } from './files.mjs';
import { THREADS } from './world.mjs';

const smith = `/c/${THREADS.smith}-2`;
const seen = [[THREADS.smith, { seq: 20, conversation: `${THREADS.smith}-2` }]];
const world = { seen, files: true };
const at = (page, id) => page.getByTestId(id);
const ready = async (page) => {
  await at(page, 'composer').waitFor();
  await page.locator('[data-testid="picture"] img').first().waitFor();
};

export const threadShots = {
  files: { path: smith, world, go: ready },
  lightbox: {
    path: smith,
    world,
    go: async (page) => {
      await ready(page);
      await at(page, 'picture').first().click();
      await page.locator('.lightbox img').waitFor();
    },
  },
  canned: {
    path: smith,
    world,
    go: async (page) => {
      await ready(page);
      await at(page, 'composer').pressSequentially('/');
      await at(page, 'canned-search').fill('ref');
    },
  },
  unresolved: {
    path: smith,
    world,
    go: async (page) => {
      await ready(page);
      await at(page, 'composer').fill('We have credited {{attribute.amount}} to your account.');
    },
  },
  mention: {
    path: smith,
    world,
    go: async (page) => {
      await ready(page);
      await at(page, 'mode-comment').click();
      await at(page, 'composer').pressSequentially('Ask @ma');
      await at(page, 'mention-list').waitFor();
    },
  },
  attached: {
    path: smith,
    world,
    go: async (page) => {
      await ready(page);
      await at(page, 'attach-input').setInputFiles([
        { name: 'leak.png', mimeType: 'image/png', buffer: picture(300, 200, 20) },
        { name: 'fun.gif', mimeType: 'image/gif', buffer: Buffer.from('GIF89a…') },
      ]);
      await page.locator('[data-testid="attachment"][data-state="ready"]').waitFor();
      await at(page, 'caption').fill('It leaks at the handle');
      await at(page, 'composer').fill('Please compare with this one:');
    },
  },
  tools: {
    path: smith,
    world,
    go: async (page) => {
      await ready(page);
      await at(page, 'message-more').last().click();
    },
  },
  hidden: {
    path: smith,
    world,
    go: async (page) => {
      await ready(page);
      await at(page, 'action-menu').click();
      await at(page, 'menu-filter-comments').click();
    },
  },
};
