import { wordsFor } from '@/i18n/words';

/** The channels with names in the catalogue, in the order of the menus. */
export const CHANNELS = ['whatsapp', 'web', 'messenger', 'instagram', 'email', 'sms', 'x'];

/** The name of a channel; a channel without words of its own keeps its id. */
export const channelName = (channel: string) => wordsFor(`channels-${channel}`) ?? channel;
