/** Words of the details panel's sections. */

export const sections = {
  titles: {
    profile: 'Profile',
    conversation: 'Conversation',
    attributes: 'Attributes',
    tags: 'Tags',
    labels: 'Labels',
    notes: 'Comments',
    history: 'History',
    files: 'Files',
    routing: 'Routing',
    engagements: 'Engagement tracking',
  },
  arrange: 'Arrange sections',
  arranged: 'Done arranging',
  up: (section: string) => `Move ${section} up`,
  down: (section: string) => `Move ${section} down`,
  moved: (section: string, place: number, all: number) => `${section}: ${place} of ${all}`,
  failed: 'This could not be loaded.',
};

export const profile = {
  name: 'Name',
  edit: 'Change the name',
  save: 'Save',
  conflict: 'Somebody else changed this meanwhile. What you see is theirs; try again.',
  changedTo: (now: string) =>
    `A colleague changed this to “${now}” meanwhile. Save once more to replace it.`,
  since: 'Customer since',
  id: 'Customer id',
  copyId: 'Copy the customer id',
  visitor: 'Visitor on the web',
  identities: 'Reached by',
  email: 'E-mail',
  phones: 'More numbers',
  phonesHint: '+44 20 7946 0018, …',
  notKnown: 'Not known',
  editReach: 'Change e-mail and numbers',
  alias: 'Called',
  aliasNone: 'Give it a name…',
};

export const attributes = {
  none: 'Nothing is noted about this customer yet.',
  key: 'What',
  value: 'Value',
  add: 'Add',
  adding: 'Add an attribute',
  edit: (key: string) => `Change ${key}`,
  remove: (key: string) => `Remove ${key}`,
  limit: 'At most 30 attributes.',
  long: (field: string, problem: string) => `${field}: ${problem}`,
  there: 'That is noted already; change it above.',
};

export const notes = {
  label: 'Comment',
  placeholder: 'Write a comment for colleagues…',
  hint: 'Only colleagues see this.',
  add: 'Add comment',
  none: 'No comments in this conversation.',
  by: (who: string) => `Comment by ${who}`,
  waiting: 'sending…',
};

export const history = {
  none: 'This is the first conversation.',
  more: 'Show earlier ones',
};

export const files = {
  none: 'No files here.',
  noneSoFar: 'No files among the messages that are loaded.',
  more: 'Look further back',
  openFailed: 'The file cannot be opened now.',
};

/** In the composer's place, once the conversation is over. */
export const ending = {
  resolved: (who: string, at: string) => `Resolved by ${who}, ${at}`,
  silence: (at: string) => `Resolved after the customer was silent, ${at}`,
  phrase: (at: string) => `Resolved by the customer's closing phrase, ${at}`,
  abandoned: (at: string) => `The customer left before anybody answered, ${at}`,
};

export const details = {
  name: 'Details',
  contact: 'Contact',
  customer: 'Name',
  address: 'Address',
  channel: 'Channel',
  conversation: 'Conversation',
  id: 'Id',
  opened: 'Opened',
  queue: 'Queue',
  owner: 'Owner',
  origin: 'How it came',
  assigned: 'Assigned',
  window: 'Free text until',
  origins: {
    picked: 'Taken from the queue',
    transfer: 'Transferred',
    manager: 'Given by a manager',
    offer: 'Accepted from a request',
    auto: 'Given automatically',
    api: 'Given by another system',
    conference: 'From the conference',
    reopened: 'The customer came back',
  },
  engagements: 'Engagement tracking',
  noEngagements: 'Nobody has been asked in this conversation.',
  engagementsFailed: 'The records could not be loaded.',
  kinds: { discuss: 'Discuss', assign: 'Assign', conference: 'Conference' },
  status: {
    pending: 'Pending',
    accepted: 'Accepted',
    rejected: 'Rejected',
    withdrawn: 'Withdrawn',
    timed_out: 'Timed out',
    rescinded: 'Cancelled',
  },
  fromTo: (from: string, to: string) => `${from} asked ${to}`,
  allAtOnce: 'all at once',
  askedNow: 'Asked now',
  load: (open: number, capacity: number) => `load ${open} of ${capacity}`,
  wait: (time: string) => `waited ${time}`,
  talk: (time: string) => `talked ${time}`,
  lines: (n: number) => (n === 1 ? '1 message' : `${n} messages`),
  priority: 'Priority',
  skills: 'Required skills',
  guests: 'In conference',
  firstAnswer: 'First answer',
  firstAnswerDue: (time: string) => `due ${time}`,
  noTarget: '–',
  asked: 'Asked',
  reason: 'Reason',
  note: 'Note',
  outcome: 'Outcome',
  resolved: 'Resolved',
  unresolved: 'Not resolved',
  nothing: '–',
  earlier: (id: string) => `Conversation ${id}, as it ended`,
  toNewest: 'Back to the current one',
  resolvedAt: 'Resolved',
  abandonedAt: 'Abandoned',
  endedBy: { agent: 'an agent', inactivity: 'after silence', closing_phrase: 'by the customer' },
};
