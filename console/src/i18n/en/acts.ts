import type { ActId, Group } from '@/client/shortcuts';

/** What each act is called: in tips, in the palette, in the help sheet and in the preferences. */
export const acts: Record<ActId, string> = {
  accept: 'Accept the request, or who waits longest',
  reject: 'Reject the request',
  discuss: 'Assign/Discuss',
  transfer: 'Transfer',
  resolve: 'Resolve',
  label: 'Labels',
  select: 'Choose several conversations',
  send: 'Send',
  newline: 'New line',
  canned: 'Canned messages',
  comment: 'Write a comment',
  mode: 'Switch between Reply and Comment',
  attach: 'Attach a file',
  next: 'Next conversation',
  previous: 'Previous conversation',
  nextWaiting: 'Next customer who waits',
  update: 'Put the list in order',
  search: 'Search conversations',
  focusCustomer: 'Write to the customer',
  focusDiscussion: 'Write to the discussion',
  focusList: 'Conversation list',
  focusDetails: 'Details',
  nextPanel: 'Next panel',
  previousPanel: 'Previous panel',
  close: 'Close what is open',
  palette: 'Command palette',
  help: 'Keyboard shortcuts',
  goConversations: 'Go to conversations',
  goTeamChat: 'Open team chat',
  goPeople: 'Go to people',
  goBoard: 'Go to the live board',
  goSettings: 'Go to settings',
  goPreferences: 'Go to your preferences',
  available: 'Become available',
  away: 'Go away: no new work',
  theme: 'Change between light and dark',
  density: 'Change between comfortable and compact',
  mute: 'Sound alerts on or off',
};

export const actGroups: Record<Group, string> = {
  work: 'Conversations',
  write: 'Writing',
  move: 'Moving about',
  app: 'Console',
};

export const help = {
  title: 'Keyboard shortcuts',
  or: 'or',
  none: 'No key',
  singleOff: 'Keys without Ctrl or Alt are switched off in your preferences.',
  single: 'Single letters work while you are not typing.',
  change: 'Change shortcuts',
};

export const palette = {
  title: 'Command palette',
  placeholder: 'What do you want to do, or whom are you looking for?',
  results: 'Results',
  none: (query: string) => `Nothing found for “${query}”`,
  count: (n: number) => (n === 1 ? '1 result' : `${n} results`),
  groups: {
    acts: 'Acts',
    conversations: 'Conversations',
    people: 'People',
    settings: 'Settings',
  },
  talk: 'Team chat',
  mine: 'My chats',
  queued: (queue: string) => `Waiting in ${queue}`,
  discussion: 'Discussion',
  hint: { move: 'to move', run: 'to do it', close: 'to close' },
};
