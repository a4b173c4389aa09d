/** Comments in which colleagues have mentioned the agent. */
export const mentions = {
  title: 'Mentions',
  rail: 'Mentions',
  unseen: (n: number) => (n === 1 ? '1 new mention' : `${n > 98 ? 'over 98' : n} new mentions`),
  kept: 'Of the last 30 days',
  none: 'Nobody has mentioned you',
  noneText: 'Colleagues mention you with @ in a comment. You find it here, too.',
  failed: 'The mentions could not be loaded.',
  fresh: 'New:',
  more: 'Show more',
  lost: 'The comment is too far up to be shown.',
};
