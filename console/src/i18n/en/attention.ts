/** Words for admins: messages without a place, and records that nothing can read. */
export const attention = {
  none: 'Nothing needs attention',
  noneText: 'Every message found its account, and every record can be read.',
  failed: 'This could not be loaded',
  unreadable: 'Records that cannot be read',
  unreadableText:
    'Switchboard goes on as if these records were not there. Mend or remove them in the table.',
  aside: 'Messages that found no place',
  asideText: 'The newest 50 of the last 30 days. Nobody has answered them.',
  account: (id: string) => `Account ${id}`,
  noAccount: 'No account named',
  payload: 'What came',
};
