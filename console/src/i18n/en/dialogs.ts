export const offer = {
  region: 'Requests from colleagues',
  asksDiscuss: (from: string) => `${from} asks to discuss`,
  asksAssign: (from: string) => `${from} asks you to take over`,
  waiting: (time: string) => `waiting ${time}`,
  accept: 'Accept',
  reject: 'Reject',
  look: 'Look first',
  expiring: 'expiring…',
  left: (time: string) => `${time} left`,
  remaining: (seconds: number) =>
    seconds === 60 ? '1 minute left to answer' : `${seconds} seconds left to answer`,
  pendingDiscuss: (to: string) => `Waiting for ${to} to accept Discuss`,
  pendingAssign: (to: string) => `Waiting for ${to} to accept the conversation`,
  withdraw: 'Withdraw',
  over: 'This request is over.',
};

export const engage = {
  title: 'Assign/Discuss',
  transferTitle: 'Transfer',
  act: 'What to do',
  discuss: 'Discuss',
  assign: 'Assign',
  transfer: 'Transfer',
  hints: {
    discuss: 'Ask a colleague in private. The customer notices nothing.',
    assign: 'Ask a colleague to take the conversation over.',
    transfer: 'Hand the conversation on.',
  },
  type: 'User type',
  types: { agent: 'User', manager: 'Manager', queue: 'Queue' },
  who: 'Who',
  whichQueue: 'Which queue',
  search: 'Type a name',
  searchQueue: 'Type a queue',
  noMatch: 'No match',
  none: { agent: 'No users', manager: 'No managers', queue: 'No queues' },
  loadFailed: 'Presence could not be refreshed; what you see may be old.',
  mode: 'How',
  immediate: 'At once',
  offer: 'Ask first',
  note: 'Note (optional)',
  notePlaceholder: 'What should they know?',
  submit: {
    discuss: (name: string) => `Discuss with ${name}`,
    assign: (name: string) => `Ask ${name} to take over`,
    transferNow: (name: string) => `Transfer now to ${name}`,
    transferOffer: (name: string) => `Offer to ${name}`,
  },
  submitNone: { discuss: 'Discuss', assign: 'Assign', transfer: 'Transfer' },
  chooseFirst: 'Choose somebody first.',
  owns: 'owns this conversation',
  asked: 'has been asked already',
  member: 'is in the discussion already',
  away: 'away',
  offline: 'offline',
  full: 'at capacity',
  waiting: (n: number) => `${n} waiting`,
};

export const reasons = {
  rejectTitle: (name: string) => `Reject ${name}'s request`,
  withdrawTitle: (name: string) => `Withdraw the request to ${name}`,
  legend: 'Reason',
  other: 'Other',
  text: 'In your own words',
  textOptional: 'In your own words (optional)',
  required: 'Choose a reason, or write one.',
  requiredText: 'Write the reason.',
  reject: 'Reject request',
  withdraw: 'Withdraw request',
  rejectEffect: (name: string) => `${name} is told the reason. The customer notices nothing.`,
  withdrawEffect: (name: string) => `${name} sees that the request is gone, and why.`,
  overMeanwhile: 'The request ended while you were writing:',
  keepText: 'Copy what you wrote',
};

export const discussion = {
  name: 'Discussion',
  header: (names: string) => `Discussion: ${names}`,
  private: 'The customer does not see this',
  log: 'Discussion messages',
  label: 'Message to the discussion',
  placeholder: (names: string) => `Write to ${names}…`,
  send: 'Send',
  end: 'End discussion',
  leave: 'Leave',
  leaving: 'Leaving…',
  empty: 'Nothing said yet. Only members of this discussion can read it.',
  over: 'This discussion is over.',
  endTitle: 'End the discussion',
  endQuestion: 'Was it resolved?',
  yes: 'Yes, resolved',
  no: 'No, not resolved',
  note: 'Note (optional)',
  endEffect: 'The customer’s conversation goes on.',
  done: 'Mark done',
};

export const resolve = {
  title: 'Resolve the conversation',
  text: (name: string) =>
    `The conversation with ${name} ends. If they write again, a new one begins.`,
  also: (offers: number, discussions: number) => {
    const parts = [];
    if (discussions > 0)
      parts.push(discussions === 1 ? '1 discussion' : `${discussions} discussions`);
    if (offers > 0) parts.push(offers === 1 ? '1 pending request' : `${offers} pending requests`);
    return `This also ends ${parts.join(' and ')}.`;
  },
  note: 'Note (optional)',
  submit: 'Resolve',
};

export const refusals: Record<string, string> = {
  already_taken: 'Already taken by {agent}',
  not_owner: '{agent} owns this conversation now',
  consulting: 'You are consulting here and cannot reach the customer',
  at_capacity: 'You are at capacity',
  offer_pending: '{agent} has been asked already',
  not_initiator: 'Only {agent} can end this discussion',
  target_unavailable: '{agent} is not available',
  target_full: '{agent} is at capacity',
  version_conflict: 'The settings were changed meanwhile',
};

export const offerEnds: Record<string, string> = {
  accepted: 'It has been accepted already, perhaps in another tab.',
  rejected: 'It has been rejected already.',
  withdrawn: 'It was withdrawn meanwhile.',
  timed_out: 'It timed out.',
  rescinded: 'The conversation ended or moved on first.',
};
