import type { Trigger } from '@/engine/attention';
import type { SoundName } from '@/features/preferences/sound';

/** Sounds and notifications: what calls for the agent. */
export const alerts = {
  volume: 'Volume',
  volumeHint: 'All the way down is silence.',
  percent: (n: number) => `${n} %`,
  sounds: 'Sounds',
  soundsHint:
    'You hear of what you are not looking at: another window, another conversation, or nobody at the keyboard for a minute. Of several tabs, one sounds.',
  triggers: {
    assigned: 'A conversation comes to me',
    offer: 'A colleague asks me',
    waiting: 'A customer of mine writes',
    due: 'A first answer is due, or late',
    requeue: 'A conversation is about to go back to the queue',
    mention: 'A colleague mentions me',
    answered: 'A colleague answers my request',
    colleague: 'A colleague joins, coaches, or writes in team chat',
  } satisfies Record<Trigger, string>,
  names: {
    chime: 'Chime',
    soft: 'Soft',
    bell: 'Bell',
    knock: 'Knock',
    pop: 'Pop',
    rise: 'Rising',
    alarm: 'Alarm',
  } satisfies Record<SoundName, string>,
  off: 'No sound',
  test: (trigger: string) => `Hear it: ${trigger}`,
  repeat: 'Repeat until read',
  repeatHint: 'Every ten seconds, until you look at it or it is over.',
  notifications: 'Desktop notifications',
  notificationsHint: 'With the customer’s name, while no window of the console has the focus.',
  unsupported: 'This browser has no notifications.',
  asking: 'Your browser asks you now. Its question stands beside the address.',
  results: {
    granted: 'Desktop notifications are on.',
    denied: 'Your browser blocks notifications from this page.',
    default: 'The browser did not ask.',
  },
  remedies: {
    denied:
      'To undo it, open the site settings beside the address, set Notifications to Allow, then press “Allow notifications” again.',
    default:
      'Allow notifications for this site in its settings, then press “Allow notifications” again.',
  },
  allow: 'Allow notifications',
  offer: 'Something happened while you were away',
  offerDetail: 'Desktop notifications would have told you.',
  enable: 'Turn them on',
};
