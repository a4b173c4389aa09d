import { Rules as limits } from '@/contract/limits';
import type { Rules } from '@/contract/protocol';

/** With a full stop, where it has none of its own. */
const ended = (value: string) => (value.endsWith('.') ? value : `${value}.`);

export const settings = {
  title: 'Settings',
  scope: 'Settings of',
  workspace: 'Workspace',
  teams: 'Teams',
  queues: 'Queues',
  team: (name: string) => `Team ${name}`,
  queue: (name: string) => `Queue ${name}`,
  sectionsName: 'Sections',
  search: 'Search settings',
  found: (n: number) =>
    n === 0 ? 'Nothing found' : n === 1 ? '1 setting found' : `${n} settings found`,
  groups: { own: 'Yours', rules: 'Rules', library: 'Library', history: 'History' },
  sections: {
    appearance: 'Appearance & habits',
    alerts: 'Sounds & notifications',
    keys: 'Keyboard',
    engage: 'Assign & Discuss',
    queue: 'Queue & assignment',
    timers: 'Timers',
    hours: 'Hours',
    wrapUp: 'Wrap-up',
    transfer: 'Transfer',
    lists: 'Lists',
    canned: 'Canned messages',
    templates: 'Templates',
    labels: 'Labels & tags',
    attention: 'Needs attention',
    changes: 'Changes',
  },
  sectionTexts: {
    appearance: 'How the console looks to you and how you work, on every device.',
    alerts: 'What calls for you, and how loudly.',
    keys: 'Which key does what. Change any of them; one chord does one thing.',
    engage: 'How long colleagues have to answer, and which reasons they can choose from.',
    queue: 'How waiting customers reach somebody, and how soon.',
    timers: 'What happens when somebody is silent. A timer that is off never does anything.',
    hours: 'When somebody is there, and what customers are told who write at other times.',
    wrapUp: 'What is left to do when a conversation has ended.',
    transfer: 'Where conversations may be handed, and what goes with them.',
    templates:
      'Messages that the provider approved. They reach customers outside its 24 hours, too.',
    canned: 'Words that are sent again and again. Agents find them with / in the composer.',
    labels: 'How conversations are sorted, for colleagues only: customers never see them.',
    lists: 'What agents choose from, and what customers end a conversation with.',
    attention: 'Messages that found no account, and records that cannot be read.',
    changes: 'Who changed what, newest first.',
  },
  readOnly: 'Only admins can change these settings.',
  readOnlyScoped: 'Only admins and managers of the team can change these settings.',
  usual: (value: string) => `Default: ${ended(value)}`,
  inheritedIs: (value: string) => `Inherited: ${ended(value)}`,
  changedBy: (who: string, when: string) => `Changed by ${who} ${when}.`,
  changedMeanwhile: 'Somebody else changed these settings meanwhile.',
  nothingSaved: 'Nothing was saved.',
  showDifference: 'Show difference',
  hideDifference: 'Hide difference',
  takeTheirs: 'Take theirs',
  keepMine: 'Keep mine, to be saved',
  difference: {
    field: 'Setting',
    before: 'Before',
    theirs: 'Theirs',
    mine: 'Yours',
    same: 'unchanged',
  },
  lastChanged: (who: string, when: string) => `Last changed by ${who}, ${when}.`,
  inherited: 'Inherited',
  own: 'Set here',
  reset: 'Reset to inherited',
  resetOf: (field: string) => `Reset to inherited: ${field}`,
  on: 'On',
  off: 'Off',
  never: 'Off',
  durationHint: 'For example 90s, 2m or 1h 30m.',
  durationBad: 'Write a time such as 90s, 2m or 1h 30m.',
  durationRange: (min: string, max: string) => `Between ${min} and ${max}.`,
  numberRange: (min: number, max: number) => `A whole number from ${min} to ${max}.`,
  add: 'Add an entry',
  addLabel: 'New entry',
  empty: 'Nothing yet.',
  full: (max: number) => `At most ${max} entries.`,
  remove: (entry: string) => `Remove “${entry}”`,
  twice: (entry: string) => `“${entry}” is there already.`,
  up: (entry: string) => `Move “${entry}” up`,
  label: {
    name: 'Name of the label',
    colour: (name: string) => `Colour of “${name}”`,
    said: (name: string, colour: string) => `${name} (${colour.toLowerCase()})`,
    colours: {
      red: 'Red',
      orange: 'Orange',
      yellow: 'Yellow',
      green: 'Green',
      teal: 'Teal',
      blue: 'Blue',
      purple: 'Purple',
      grey: 'Grey',
    },
  },
  survey: {
    name: 'Name',
    question: 'Question',
    answers: 'Answers, one to a line (up to 9)',
    add: 'Add a question',
    remove: 'Remove this question',
    missing: 'This is needed.',
    wrong: 'A question is not as it must be; see there.',
    said: (name: string, text: string) => `${name} (${text})`,
  },
  hours: {
    always: 'Always open',
    set: 'Set business hours',
    unset: 'Remove business hours',
    zone: 'Time zone',
    week: 'Open from … to …',
    days: {
      monday: 'Monday',
      tuesday: 'Tuesday',
      wednesday: 'Wednesday',
      thursday: 'Thursday',
      friday: 'Friday',
      saturday: 'Saturday',
      sunday: 'Sunday',
    },
    hint: 'Write 09:00-17:00, or several: 09:00-12:30, 13:30-17:00. Empty: closed. 24:00 is midnight.',
    bad: 'Write times such as 09:00-17:00.',
    closed: 'Closed on (dates such as 2026-12-25)',
    closedOn: (dates: string) => `closed on ${dates}`,
  },
  changes: {
    none: 'Nothing has been changed yet.',
    failed: 'The changes could not be loaded.',
    by: (who: string, where: string) => `${who} in ${where}`,
    inherited: 'inherited',
  },
  save: 'Save changes',
  saving: 'Saving…',
  saved: 'Saved.',
  unsaved: 'You have unsaved changes.',
  undo: 'Undo changes',
  failed: 'The settings could not be loaded.',
};

/** What each field is called, and what it does. */
export const settingsFields: Record<keyof Rules, { label: string; effect: string }> = {
  discuss_timeout_seconds: {
    label: 'Discuss request timeout',
    effect: 'A request to discuss that nobody answers lapses after this time.',
  },
  assign_timeout_seconds: {
    label: 'Assign request timeout',
    effect: 'A request to take over that nobody answers lapses after this time.',
  },
  conference_timeout_seconds: {
    label: 'Conference request timeout',
    effect: 'A request to join a conference that nobody answers lapses after this time.',
  },
  step_timeout_seconds: {
    label: 'Time for each member asked',
    effect: 'When a team is asked, the next member is asked after this time.',
  },
  reject_reasons: {
    label: 'Reasons for rejecting',
    effect: '“Other” with free text is always offered, too.',
  },
  withdraw_reasons: {
    label: 'Reasons for withdrawing',
    effect: '“Other” with free text is always offered, too.',
  },
  mode: { label: 'Assignment', effect: 'Whether agents take conversations or are given them.' },
  strategy: {
    label: 'Who is next',
    effect: 'Which of several agents is given the next conversation.',
  },
  skills: {
    label: 'Skills needed',
    effect: 'Only agents who have all of these are given a conversation.',
  },
  priority: {
    label: 'Priority',
    effect: `Every conversation begins with it: 0 to ${limits.priority.maximum}, higher is served first.`,
  },
  first_answer_target_seconds: {
    label: 'First answer within',
    effect: 'A new conversation should have its first answer within this time.',
  },
  first_answer_warning_seconds: {
    label: 'Warn before that',
    effect: 'How long before the target a warning goes out.',
  },
  requeue_after_seconds: {
    label: 'Back to the queue after',
    effect: 'An owner who leaves a waiting customer unanswered loses the conversation.',
  },
  requeue_warning_seconds: {
    label: 'Warn the owner before that',
    effect: 'How long before the conversation is taken from them.',
  },
  offline_requeue_after_seconds: {
    label: 'Owner offline',
    effect: 'Who is offline for this time loses what they own. Off: they keep it.',
  },
  abandon_after_seconds: {
    label: 'Abandoned after',
    effect: 'A customer who waits in web chat and is silent this long counts as gone.',
  },
  auto_resolve_seconds: {
    label: 'Resolve after silence',
    effect: 'A conversation in which the customer has the next word is resolved after this time.',
  },
  reopen_within_seconds: {
    label: 'Reopen within',
    effect: 'A message within this time reopens the conversation. Off: a new one begins.',
  },
  hours: { label: 'Business hours', effect: 'By the clock on the wall of the time zone.' },
  off_hours_message: {
    label: 'Message outside business hours',
    effect: 'Sent once in each conversation.',
  },
  wrap_up: { label: 'Wrap-up', effect: 'What follows the end for those who worked on it.' },
  wrap_up_limit_seconds: {
    label: 'Wrap-up ends after',
    effect: 'Off: it waits until it is marked done.',
  },
  dispositions: {
    label: 'Dispositions',
    effect: 'What a conversation can turn out to have been.',
  },
  transfer_mode: {
    label: 'Handing to a colleague',
    effect: 'What happens where the agent does not choose.',
  },
  transfer_outside_own_teams: {
    label: 'Transfer to other teams',
    effect: 'Agents may hand conversations to teams that they do not belong to.',
  },
  transfer_keeps_wait: {
    label: 'Keep the waiting time',
    effect: 'A customer handed to another queue does not queue from the start.',
  },
  transfer_keeps_priority: {
    label: 'Keep the priority',
    effect: 'A customer handed to another queue keeps their priority.',
  },
  conference_limit: {
    label: 'Conference size',
    effect: 'How many may take part, the customer counted.',
  },
  closing_phrases: {
    label: 'Closing phrases',
    effect: 'A customer who writes exactly this ends the conversation.',
  },
  away_reasons: { label: 'Reasons for being away', effect: 'What agents choose from.' },
  triggers: { label: 'Triggers', effect: 'What agents can set off on the event bus.' },
  labels: { label: 'Labels', effect: 'What agents can label conversations with.' },
  tags: { label: 'Suggested tags', effect: 'Agents can write other tags, too.' },
  surveys: { label: 'Questions to customers', effect: 'Sent by agents as a message.' },
  history_stays_with_team: {
    label: 'Conversations stay with their team',
    effect:
      'Off: the team with the customer’s next conversation reads all earlier ones. On: only this queue’s team, those who took part, and admins do.',
  },
  web_origins: {
    label: 'Pages with the web chat',
    effect:
      'Origins such as https://shop.example on which the chat opens. None: all that the server allows.',
  },
};

/** The words of fields that hold one of several. */
export const settingsOptions: Record<string, string> = {
  immediate: 'At once',
  offer: 'When they accept',
  manual: 'By hand, from the queue',
  auto: 'Automatic',
  least_loaded: 'Least loaded',
  longest_idle: 'Longest idle',
  round_robin: 'In turn',
  off: 'Off',
  optional: 'Optional',
  mandatory: 'Mandatory',
};
