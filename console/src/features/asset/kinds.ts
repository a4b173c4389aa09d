/**
 * The facts about a kind of channel before the server has a channel of it. Everything else
 * comes from the channel's connection: its fields, its webhook, its findings. A new kind needs a row
 * here, its words (`asset-kinds-…`, `asset-guide-…`), and its icon.
 */
export interface ChannelKind {
  channel: string;
  /** Whether the provider knows the business by an id that the admin enters. */
  account?: boolean;
  /** The page of the provider from which an admin copies. */
  provider?: string;
  /** Whether the console can send a test message. */
  test?: boolean;
  /** Whether customers write from a page of the business. */
  page?: boolean;
}

export const KINDS: readonly ChannelKind[] = [
  {
    channel: 'whatsapp',
    account: true,
    provider: 'https://developers.facebook.com/apps/',
    test: true,
  },
  { channel: 'messenger', account: true, provider: 'https://developers.facebook.com/apps/' },
  { channel: 'instagram', account: true, provider: 'https://developers.facebook.com/apps/' },
  { channel: 'sms', account: true, provider: 'https://console.twilio.com/', test: true },
  { channel: 'x', account: true, provider: 'https://console.x.com/' },
  {
    channel: 'email',
    account: true,
    provider: 'https://console.aws.amazon.com/ses/home',
    test: true,
  },
  { channel: 'web', page: true },
];

/** A kind without a row has an account at a provider that the console knows nothing of. */
export const kindOf = (channel: string): ChannelKind =>
  KINDS.find((kind) => kind.channel === channel) ?? { channel, account: true };
