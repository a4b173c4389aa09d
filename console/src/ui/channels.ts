import { wordsFor } from '@/i18n/words';

/** Those with words of their own, in the order in which they are offered. */
export const CHANNELS = ['whatsapp', 'web', 'messenger', 'email', 'sms', 'x'];

/** The name of a channel; a channel without words of its own keeps its id. */
export const channelName = (channel: string) => wordsFor(`channels-${channel}`) ?? channel;
