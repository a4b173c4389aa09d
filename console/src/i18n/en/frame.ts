export const app = {
  name: 'Switchboard',
  title: 'Switchboard console',
  skip: 'Skip to the conversation',
  loading: 'Loading…',
  signingIn: 'Signing you in…',
  signInFailed: 'Signing in did not work',
  signIn: 'Sign in',
  signInAgain: 'Sign in again',
  sessionEnded: 'Your session has ended',
  sessionEndedText:
    'Sign in again to go on. Your drafts and unsent messages are kept in this browser.',
  serverMissing: 'The server cannot be reached',
  unreachable: 'This cannot be reached now',
  unreachableText: 'The server does not answer. Nothing is lost; try again in a moment.',
  storageBlocked: (site: string) =>
    `Your browser keeps nothing for this site, and signing in needs it to. Allow cookies and site data for ${site} in the browser’s settings, or leave private browsing, then try again.`,
  tryAgain: 'Try again',
  close: 'Close',
  cancel: 'Cancel',
  back: 'Back',
  copy: 'Copy',
  copied: 'Copied',
  notCopied: (text: string) => `The browser does not let the console copy. Here it is: ${text}`,
  somebody: 'Somebody',
  you: 'You',
  them: 'you',
  system: 'Switchboard',
};

export const separator = {
  list: 'Width of the conversation list',
  details: 'Width of the details',
  width: (px: number) => `${px} pixels`,
};

export const rail = {
  nav: 'Main',
  conversations: 'Conversations',
  contacts: 'Contacts',
  people: 'People',
  requests: 'Requests',
  board: 'Live board',
  lab: 'Lab and first story',
  teamChat: 'Team chat',
  teamChatUnread: (n: number) =>
    n === 1 ? '1 unread message from colleagues' : `${n} unread messages from colleagues`,
  unread: (n: number) =>
    n === 1 ? '1 chat with unread messages' : `${n} chats with unread messages`,
  settings: 'Settings',
  help: 'Keyboard shortcuts',
  presence: 'Your presence',
  theme: 'Appearance',
  themes: { system: 'System', light: 'Light', dark: 'Dark' },
  sound: 'Sound alerts',
  preferences: 'Preferences',
  signOut: 'Sign out',
  load: (open: number, capacity: number) => `${open} of ${capacity}`,
  loadUnit: 'conversations',
  loadLong: (open: number, capacity: number) => `${open} of ${capacity} conversations`,
};

/** Sounds that the browser does not let through. */
export const sound = {
  blocked: 'Sound is blocked by the browser.',
  says: {
    no: 'Your browser blocks sounds until you click.',
    trying: 'Turning sounds on…',
    failed:
      'No sound can be played: this computer or browser has no audio output now. Connect one and try again, or go on without sounds.',
  },
  enable: 'Turn on sounds',
  dismiss: 'Go on without',
};

export const signOut = {
  title: 'Sign out with work open?',
  text: 'Somebody waits for you in each of these. You are offline once you sign out.',
  stays: 'The customer waits. The chat stays yours until you are back.',
  requeue: (queue: string, time: string) =>
    `The customer waits. The chat goes back to the ${queue} queue after ${time}.`,
  talk: (who: string) => `The discussion with ${who} goes on without you.`,
  request: (who: string) => `${who} waits for your answer. The request runs out by itself.`,
};

export const presence = {
  available: 'Available',
  busy: 'At capacity',
  away: 'Away',
  offline: 'Offline',
  full: 'At capacity',
  availableHint: 'You are offered work',
  awayHint: 'No new work comes to you',
  reasons: 'Away, with a reason',
  setBy: (who: string) => `Set by ${who}`,
  awayFor: (reason: string) => reason,
  otherReason: 'Another reason',
  goAway: 'Go away',
  busyHint: 'Set by the system',
  busyTold: (places: number) =>
    `The system shows you as “At capacity” while you have ${places} conversation${places === 1 ? '' : 's'}. To take none before that, choose Away.`,
};

export const connection = {
  connecting: 'Connecting…',
  syncing: 'Catching up…',
  live: 'Connected',
  reconnecting: 'Reconnecting',
  offline: 'You are offline.',
  stale: 'The connection went quiet. Reconnecting',
  ended: 'Signed out',
  revoked: 'No access',
  tooltip: (ms: number | undefined, followed: number) =>
    `Connected${ms === undefined ? '' : `, round trip ${ms} ms`}, ${followed} ${followed === 1 ? 'conversation' : 'conversations'} followed`,
  tries: (attempt: number, seconds: number) =>
    seconds > 0 ? `Try ${attempt}, next in ${seconds} s.` : `Try ${attempt}…`,
  retry: 'Retry now',
  waiting: (n: number) => (n === 1 ? '1 message waits here.' : `${n} messages wait here.`),
};

export const notices = {
  region: 'Messages',
  dismiss: 'Dismiss',
  unreachable: 'The server could not be reached. It is not known whether this was done; try again.',
  discardedNote: 'Discarded.',
  assigned: (name: string) => `New chat: ${name}`,
  given: (who: string, name: string) => `${who} gave you ${name}`,
  back: (name: string) => `${name} wrote again: the conversation is yours again`,
  more: (n: number) => (n === 1 ? '1 earlier message' : `${n} earlier messages`),
  mentioned: (who: string) => `${who} mentions you`,
  presenceSet: {
    away: (who: string) => `${who} set you away: no new work comes to you`,
    available: (who: string) => `${who} set you available: you are offered work`,
  },
  accepted: (who: string) => `${who} accepted. The discussion is open.`,
  titleWaiting: (name: string) => `${name} is waiting`,
  titleOffer: (name: string) => `${name} asks you`,
  /** What was taken from me. */
  lost: {
    assigned: (name: string, to: string) => `${name} is with ${to} now`,
    assignedBy: (name: string, to: string, by: string) => `${by} gave ${name} to ${to}`,
    transferred: (name: string, queue: string, by: string) => `${by} moved ${name} to ${queue}`,
    unanswered: (name: string, queue: string) =>
      `${name} went back to ${queue}: they had waited too long for an answer`,
    owner_offline: (name: string, queue: string) =>
      `${name} went back to ${queue}: you were offline`,
    removed: (name: string, by: string) => `${by} removed you from the conference with ${name}`,
    resolved: (name: string, by: string) => `${by} resolved the conversation with ${name}`,
  },
  open: 'Open',
  unread: (n: number, name: string) => `${n} unread from ${name}`,
  /** To who asked. */
  answers: {
    rejected: (who: string, name: string) => `${who} rejected your request about ${name}`,
    withdrawn: (who: string, name: string) => `Your request to ${who} about ${name} was withdrawn`,
    timed_out: (who: string, name: string) =>
      `Your request timed out: ${who} did not answer about ${name}`,
    taken: (who: string, name: string) => `${who} accepted your request about ${name}`,
    rescinded: (who: string, name: string) =>
      `Your request to ${who} lapsed: ${name} moved on or left`,
    left: (who: string, name: string) => `Your request to ${who} lapsed: ${name} has left`,
    ended: (who: string, name: string) =>
      `Your request to ${who} lapsed: the conversation with ${name} has ended`,
    moved: (who: string, name: string) =>
      `Your request to ${who} lapsed: ${name} went to somebody else`,
  },
  /** To who was asked. */
  lapses: {
    taken: (who: string, name: string) => `Taken by ${who}: ${name}`,
    rejected: (who: string, name: string) => `${who}’s request about ${name} was rejected`,
    withdrawn: (who: string, name: string) => `${who} withdrew the request about ${name}`,
    timed_out: (who: string, name: string) => `${who}’s request about ${name} timed out`,
    rescinded: (who: string, name: string) => `${who}’s request lapsed: ${name} moved on or left`,
    left: (who: string, name: string) => `${who}’s request lapsed: ${name} has left`,
    ended: (who: string, name: string) =>
      `${who}’s request lapsed: the conversation with ${name} has ended`,
    moved: (who: string, name: string) => `${who}’s request lapsed: ${name} went to somebody else`,
  },
};
