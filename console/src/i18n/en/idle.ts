/** Whoever seems to be gone is asked whether they are away. */
export const idle = {
  idle: (minutes: number) =>
    minutes === 1
      ? 'You have been idle for 1 minute.'
      : `You have been idle for ${minutes} minutes.`,
  locked: 'Your screen was locked.',
  question: 'Set yourself away? Until then work is offered to you.',
  reason: 'Reason',
  noReason: 'Without a reason',
  away: 'Set myself away',
  stay: 'Stay available',
  setting: 'Ask whether I am away',
  settingHint:
    'After this time without a key, a click or a move in any tab of this browser. You are never set away without being asked.',
  minutes: (n: number) => (n === 0 ? 'Never' : `After ${n} minutes`),
  lock: 'Ask when the screen locks, too',
  lockOn: 'You are asked when the screen locks, too.',
  lockDenied: 'Your browser does not tell this page when the screen locks.',
};
