/** Words of the conversation list: finding, sorting, choosing, marking. */

import { Command as limits } from '@/contract/limits';

export const finding = {
  search: 'Search this list',
  placeholder: 'Name, id, tag or words',
  clearSearch: 'Clear the search',
  filters: 'Filters',
  filtersOn: (n: number) => (n === 1 ? 'Filters, 1 in force' : `Filters, ${n} in force`),
  any: 'Any',
  anybody: 'Anybody',
  fields: {
    channel: 'Channel',
    status: 'Status',
    tag: 'Tag',
    label: 'Label',
    owner: 'Agent',
    queue: 'Queue',
    within: 'Begun',
    from: 'Begun from',
    to: 'Begun until',
  },
  within: { '24h': 'Last 24 hours', '7d': 'Last 7 days', '30d': 'Last 30 days' },
  anyTime: 'Any time',
  custom: 'From … until …',
  backwards: 'The first day lies after the last: nothing can be found.',
  chip: (field: string, value: string) => `${field}: ${value}`,
  remove: (chip: string) => `Remove the filter ${chip}`,
  clear: 'Clear all',
  done: 'Done',
  found: (n: number) => (n === 1 ? '1 conversation' : `${n} conversations`),
  none: 'No match',
  noneText: 'Nothing in this list fits the search and the filters.',
  noneEverywhere: 'No conversation that you may read fits.',
  everywhere: 'Search everywhere',
  everywhereName: 'Found everywhere',
  back: 'Back to the list',
  elsewhere: (tab: string) =>
    `“${tab}” holds nothing of this kind, so it is looked for everywhere.`,
  failed: 'The search did not work.',
};

export const sorting = {
  name: 'Sort by',
  by: {
    last_assigned: 'Last assigned',
    longest_waiting: 'Longest waiting',
    latest_message: 'Latest customer message',
    highest_priority: 'Highest priority',
  },
  button: (by: string) => `Sorted by: ${by}`,
  moved: (n: number) => (n === 1 ? '1 moved' : `${n} moved`),
  update: 'update',
  toUpdate: 'to update',
  press: 'press',
  gone: (name: string) => `${name} has left this list`,
};

export const rowMenu = {
  name: (name: string) => `What to do with ${name}`,
  label: 'Label',
  labels: (name: string) => `Labels of ${name}`,
  noLabels: 'No labels are set up',
  labelsLimit: `At most ${limits.label.add.maxItems} labels`,
  tags: 'Tags…',
  rename: 'Name it…',
  priority: 'Priority…',
  transfer: 'Transfer…',
  copyLink: 'Copy link',
  copyId: 'Copy id',
  linkCopied: 'Link copied',
  idCopied: (id: string) => `${id} copied`,
};

export const marking = {
  tag: 'Tag',
  label: 'Label',
  aliasTitle: 'Name this conversation',
  aliasText: 'Colleagues find it by this name. The customer does not see it.',
  alias: 'Name',
  aliasRemove: 'Remove the name',
  aliasSave: 'Save',
  tagsTitle: 'Tags',
  tagsText: (name: string) => `On the conversation with ${name}. The customer does not see them.`,
  tagsAdd: 'Add a tag',
  tagsPlaceholder: 'Type a tag, then Enter',
  tagsNone: 'No tags yet.',
  tagsLimit: `At most ${limits.tag.add.maxItems} tags.`,
  tagsThere: 'It has this tag already.',
  tagTooLong: (over: number) =>
    `A tag has at most ${limits.tag.add.items.maxLength} characters: ${over} too many.`,
  tagRemove: (tag: string) => `Remove the tag ${tag}`,
  suggestions: 'Suggestions',
  more: (n: number) => `and ${n} more`,
  labelled: (names: string) => `Labels: ${names}`,
  alsoCalled: (alias: string) => `called ${alias}`,
};

/** Under a conversation that waits and is only looked at. */
export const queue = {
  preview: 'You are looking at a waiting conversation. Nobody has taken it yet.',
  waiting: (time: string) => `Waiting ${time}`,
  place: (n: number, queue: string) => `Place ${n} in ${queue}`,
  skills: (skills: string) => `Needs ${skills}`,
  load: (open: number, capacity: number) => `You have ${open} of ${capacity}`,
  auto: 'You are looking at a waiting conversation. It will be given to somebody automatically.',
  accept: 'Accept',
  accepting: 'Accepting…',
  full: (open: number, capacity: number) =>
    `You have ${open} of ${capacity}. Finish or transfer a chat first.`,
  taken: (name: string) => `Already taken by ${name}`,
  assignedByYou: (name: string) => `You assigned it to ${name}`,
  assigned: (name: string, by: string) => `${by} assigned it to ${name}`,
  ago: (said: string, time: string) => `${said} ${time} ago`,
  gone: 'It is not waiting any more.',
  next: 'Show the next',
  leave: 'Close',
};
