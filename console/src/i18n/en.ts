/** Every word the console and the web chat show, in one catalogue. */

export * from './en/acts';
export * from './en/alerts';
export * from './en/audience';
export * from './en/board';
export * from './en/canned';
export * from './en/cannedPage';
export * from './en/connection';
export * from './en/contacts';
export * from './en/details';
export * from './en/dialogs';
export * from './en/emoji';
export * from './en/frame';
export * from './en/idle';
export * from './en/list';
export * from './en/media';
export * from './en/mentions';
export * from './en/preferences';
export * from './en/requests';
export * from './en/settings';
export * from './en/talk';
export * from './en/team';
export * from './en/templates';
export * from './en/thread';
export * from './en/together';
export * from './en/widget';
