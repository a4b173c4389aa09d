// Screens of the customer's web chat.
const id = (name) => (page) => page.getByTestId(name);

const said = (now) => {
  const say = (number, from, text, more = {}) => ({
    number,
    at: now - 60_000 * (9 - number),
    from,
    content: { kind: 'text', text },
    ...more,
  });
  return [
    say(1, 'you', 'Is the blue one back in stock?'),
    say(2, 'you', 'Size 42 please'),
    say(3, 'us', 'Hello! Yes, since this morning.', { by: 'Martha' }),
    say(4, 'us', 'Shall I put one aside for you?', { by: 'Martha' }),
    say(5, 'you', 'Yes please!'),
    say(6, 'us', 'Martha asked me to look for it. It waits at the counter.', { by: 'Mark' }),
  ];
};

/** A world whose server sends one state of the chat, and then `more`. */
const world = (state, count, { away, asks, pushes = [] } = {}) => ({
  away,
  visitor: (frame, push) => {
    if (frame.action !== 'hello') return;
    const now = Date.now();
    const messages = said(now).slice(0, count);
    if (state === 'ended')
      messages.push({ number: count + 1, at: now, from: 'note', content: null });
    if (asks) {
      const choices = ['Very well', 'Well', 'Badly'].map((label, n) => ({ value: `${n}`, label }));
      messages.push({ ...said(now)[2], number: count + 1, at: now, choices });
      messages.at(-1).content.text = 'How did we do today?';
    }
    push({
      type: 'chat',
      now,
      state,
      place: state === 'waiting' ? 3 : null,
      asks: asks ? count + 1 : null,
      position: messages.length,
      messages,
    });
    for (const one of pushes) push(one);
  },
});

const start = async (page) => {
  await id('chat-start')(page).click();
  await page.getByTestId('chat-state').waitFor();
};
const shown = async (page) => {
  await start(page);
  await page.getByTestId('chat-message').first().waitFor();
};
const chat = (w, go = shown) => ({ path: '/chat', who: '', world: w, go });

export const chatShots = {
  chatStart: { path: '/chat', who: '' },
  chatStartShop: {
    path: '/shop',
    who: '',
    go: async (page) => {
      await id('chat-launcher')(page).click();
      await id('chat-first')(page).waitFor();
    },
  },
  chat: chat(world('open', 6, { pushes: [{ type: 'typing', by: 'Mark' }] }), async (page) => {
    await shown(page);
    await id('chat-text')(page).fill('Thank you, I come by');
  }),
  chatWaiting: chat(world('waiting', 2)),
  chatAway: chat(
    world('new', 0, { away: { until: new Date().setHours(33, 0, 0, 0) } }),
    async (page) => {
      await start(page);
      await id('chat-reach')(page).waitFor();
    },
  ),
  chatLeave: chat(world('open', 4), async (page) => {
    await shown(page);
    await id('chat-leave')(page).click();
    await id('chat-stay')(page).waitFor();
  }),
  chatEnded: chat(world('ended', 5), async (page) => {
    await shown(page);
    await id('chat-anew')(page).waitFor();
  }),
  chatSurvey: chat(world('open', 4, { asks: true }), async (page) => {
    await shown(page);
    await page.getByRole('group', { name: 'Answers' }).waitFor();
  }),
};
