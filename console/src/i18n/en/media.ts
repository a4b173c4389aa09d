export const media = {
  enlarge: (what: string) => `Enlarge: ${what}`,
  missing: 'This file cannot be loaded now.',
  gone: 'This file is not available any more.',
  again: 'Try again',
  open: (name: string) => `Open ${name} in a new tab`,
  openShort: 'Open',
  play: (name: string) => `Play ${name}`,
  playShort: 'Play',
  larger: 'Larger',
  smaller: 'Smaller',
  zoom: (scale: number) => `${Math.round(scale * 100)}%`,
  of: (at: number, all: number) => `${at} of ${all}`,
  original: 'Open original',
  previous: 'Previous picture',
  next: 'Next picture',
};

export const attach = {
  add: 'Attach files',
  drop: 'Drop files here to attach them',
  list: 'Attached files',
  takes: (kinds: string) => `Takes ${kinds}`,
  states: {
    checking: 'Checking…',
    uploading: (percent: number) => `Uploading ${percent}%`,
    ready: 'Ready',
  },
  caption: (name: string) => `Caption for ${name}`,
  captionPlaceholder: 'Caption',
  cancel: (name: string) => `Cancel ${name}`,
  remove: (name: string) => `Remove ${name}`,
  again: 'Try again',
  empty: 'The file is empty.',
  unknown: 'What is in this file is not a kind that can be sent.',
  refused: (type: string, channel: string) => `${type} is not accepted on ${channel}.`,
  refusedComment: (type: string) => `${type} cannot be added to a comment.`,
  large: (size: string, limit: string) =>
    size === limit ? `It is larger than ${limit}.` : `${size} is too large: at most ${limit}.`,
  unreachable: 'The upload did not get through.',
  tooMany: (n: number, limit: number) =>
    `${n === 1 ? '1 file was' : `${n} files were`} left out: at most ${limit} at once.`,
  pending: (n: number) => (n === 1 ? '1 file is on its way.' : `${n} files are on their way.`),
  blocked: (n: number) =>
    n === 1 ? '1 file cannot be sent: remove it.' : `${n} files cannot be sent: remove them.`,
};
