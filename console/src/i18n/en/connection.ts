export const connectionStates = {
  again: (changed: number) =>
    changed === 0
      ? 'Connected again.'
      : `Connected again. ${changed === 1 ? '1 conversation' : `${changed} conversations`} changed.`,
  catchingUp: 'Catching up…',
  update: 'Update ready.',
  reload: 'Reload',
  revoked: 'You cannot use the console any more',
  revokedText: 'Drafts and unsent messages stay in this browser.',
  switchAccount: 'Sign in as somebody else',
};
