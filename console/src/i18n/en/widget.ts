export const widget = {
  title: 'Chat with us',
  nameLabel: 'Your name (optional)',
  start: 'Start chat',
  intro: 'Write to us and somebody will be with you shortly.',
  messageLabel: 'Message',
  placeholder: 'Write a message…',
  send: 'Send',
  leave: 'End chat',
  you: 'You',
  us: 'Us',
  states: {
    new: 'Write your first message.',
    waiting: 'Somebody will be with you shortly.',
    open: 'Somebody is here.',
    ended: 'This chat has ended. Write again to begin a new one.',
  },
  place: (n: number) => {
    if (n === 1) return 'You are next.';
    return n < 100 ? `You are number ${n} in the queue.` : 'More than 98 people are before you.';
  },
  ended: 'Chat ended',
  typing: 'Somebody is typing…',
  connecting: 'Connecting…',
  reconnecting: 'Reconnecting… Your messages are kept.',
  sending: 'Sending',
  sent: 'Sent',
  failed: 'Not sent',
  retry: 'Retry',
  unsupported: 'A message that cannot be shown here',
  unavailable: 'The chat is not available right now.',
};
