export const canned = {
  name: 'Canned messages',
  search: 'Search canned messages',
  open: 'Insert a canned message',
  categories: 'Categories',
  all: 'All',
  none: 'There are no canned messages yet.',
  noMatch: 'No match',
  failed: 'The canned messages could not be loaded.',
  preview: 'As it will be written',
  missing: (names: string) => `No value for ${names}: fill it in before you send.`,
  blocks: (names: readonly string[]) =>
    names.length === 1
      ? `${names[0]} has no value: fill it in or remove it.`
      : `${names.join(', ')} have no value: fill them in or remove them.`,
};

export const compose = {
  keysCtrl: 'Ctrl+Enter sends, Enter for a new line',
  mentions: 'Colleagues to mention',
  draftLeft: 'You had begun a reply here. It was not sent.',
  keepAsComment: 'Keep it as a comment',
  copyDraft: 'Copy',
  discardDraft: 'Discard',
  draftKept: 'Kept as a comment',
};
