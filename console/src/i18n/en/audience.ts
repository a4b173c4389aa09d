const first = (name: string) => name.split(' ')[0] ?? name;
const listed = (names: readonly string[]) =>
  names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${names.at(-1)}` : (names[0] ?? '');

/** Every composer says in the same place who reads what is written there. */
export const audience = {
  by: {
    whatsapp: 'on WhatsApp',
    web: 'in the web chat',
    messenger: 'on Messenger',
    email: 'by e-mail',
    sms: 'by SMS',
    x: 'on X',
  } as Record<string, string>,
  public: (name: string, by: string) => `${name} reads this ${by}`.trim(),
  publicShort: 'The customer reads this',
  comment: 'Only colleagues read this',
  private: (names: readonly string[]) => `Only ${listed([...names, 'you'])} read this`,
  privateShort: 'The customer does not read this',
  barge: (name: string, owner: string) =>
    `${name} reads this.${owner ? ` ${owner} does, too.` : ''}`,
  bargeShort: 'The customer reads this. The owner does, too.',
  still: (name: string) => `Still commenting. Reply to ${name} instead?`,
  sendTo: (names: readonly string[]) =>
    names.length > 2 ? `Send to all ${names.length}` : `Send to ${listed(names.map(first))}`,
};
