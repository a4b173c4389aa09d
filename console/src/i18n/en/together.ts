/** Words of working together: conferences, monitoring, transfers of several, wrap-up. */

export const party = {
  name: 'Who takes part',
  owner: 'owner',
  guest: 'in the conference',
  remove: (name: string) => `Remove ${name} from the conference`,
  removed: (name: string) => `${name} is no longer in the conference`,
  leave: 'Leave conference',
  leaveShort: 'Leave',
  leaving: 'Leaving…',
  leaveTitle: 'Leave the conference',
  leaveGuest: (name: string, owner: string) =>
    `The conversation with ${name} goes on with ${owner}.`,
  leaveOwner: (names: string) =>
    `The conversation goes on without you. Of ${names}, whoever has been in it longest and has room becomes its owner.`,
  leaveOwnerOne: (name: string) => `The conversation goes on with ${name}, who becomes its owner.`,
  glyph: 'Conference',
};

export const monitor = {
  start: 'Monitor',
  bar: 'Monitoring',
  modes: { silent: 'Silent', coach: 'Coach', barge: 'Barge in' },
  effects: {
    silent: 'You look on. Only managers know.',
    coach: 'You look on and write to the owner. The customer does not see it.',
    barge: 'You speak with the customer, too. Everybody sees it.',
  },
  chip: { silent: 'looks on', coach: 'coaches', barge: 'barged in' },
  stop: 'Stop monitoring',
  mode: 'How you look on',
};

export const coach = {
  band: 'Coaching',
  /** Under each line. */
  privacy: (names: string) => `Only you and ${names} see this`,
  privacyAlone: 'The customer does not see this',
  label: 'Message between the owner and the coach',
  placeholder: (names: string) => `Write to ${names}…`,
  answer: (names: string) => `${names} coaches you. Answer here; the customer does not see it.`,
  answerMany: (names: string) => `${names} coach you. Answer here; the customer does not see it.`,
};

export const attention = {
  conference: (name: string) => `You are in the conference with ${name}`,
  joined: (who: string, name: string) => `${who} joined the conference with ${name}`,
  coached: (who: string, name: string) => `${who} wrote to you in private about ${name}`,
  said: (who: string, name: string) => `${who} wrote in the discussion about ${name}`,
  wrote: (who: string, name: string) => `${who} wrote in the conference with ${name}`,
  due: (name: string) => `${name} waits for a first answer`,
  late: (name: string) => `${name}: the first answer is late`,
  requeue: (name: string) => `${name} goes back to the queue soon`,
};

export const due = {
  left: (time: string) => `first answer in ${time}`,
  late: (time: string) => `first answer ${time} late`,
  lateShort: 'late',
  front: 'Goes first: its agent left it',
  frontShort: 'front',
  priority: (n: number) => `Priority ${n}`,
};

export const requeue = {
  banner: (time: string, queue: string) =>
    `Without an answer this goes back to ${queue} in ${time}`,
  now: (queue: string) => `This is going back to ${queue}…`,
};

export const team = {
  monitored: 'You look on at',
  waiting: (queue: string) => `Waiting in ${queue}`,
  auto: 'Given out automatically',
  running: 'Conversations of your teams',
  empty: 'Nothing is running',
  emptyElse: 'Nothing else is running',
  emptyText: 'Conversations that your teams work on appear here.',
  failed: 'The list could not be loaded.',
  refresh: 'Refresh',
  more: 'Show more',
  with: (name: string) => `with ${name}`,
};

export const bulk = {
  select: 'Select',
  stop: 'Done selecting',
  pick: (name: string) => `Select ${name}`,
  all: 'Select all',
  none: 'Select none',
  transfer: (n: number) => `Transfer selected (${n})`,
  title: (n: number) => (n === 1 ? 'Transfer 1 chat' : `Transfer ${n} chats`),
  hint: 'Each is handed on by itself; those that cannot be stay where they are.',
  result: (done: number, all: number) => `${done} of ${all} transferred`,
  offered: (done: number, all: number) => `${done} of ${all} offered`,
  done: 'Transferred',
  doneOffer: 'Offered',
  retry: (n: number) => (n === 1 ? 'Retry the failed one' : `Retry the ${n} failed`),
  limit: (n: number) => `At most ${n} at once.`,
};

export const wrap = {
  group: 'Wrap-up',
  row: 'Ended; mark it done',
  title: 'This conversation has ended. Mark it done.',
  titleNumbered: (id: string) => `Conversation ${id} has ended. Mark it done.`,
  disposition: 'Disposition',
  dispositionOptional: 'Disposition (optional)',
  choose: 'Choose…',
  note: 'Note (optional)',
  done: 'Mark done',
  needed: 'Choose a disposition first.',
  neededText: 'Write a disposition first.',
};
