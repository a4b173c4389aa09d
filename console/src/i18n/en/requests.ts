const when = (at: string | undefined) => (at ? ` at ${at}` : '');

/** What became of a request, by the name of what happened. */
export const became = {
  accepted: (who: string, at?: string) => `Accepted by ${who}${when(at)}`,
  rejected: (who: string, at?: string) => `Rejected by ${who}${when(at)}`,
  withdrawn: (who: string, at?: string) => `Withdrawn by ${who}${when(at)}`,
  timedOut: (who: string, at?: string) => `Timed out${when(at)}: no answer from ${who}`,
  rescinded: (at?: string) => `Cancelled${when(at)}: the conversation moved on or ended`,
  steps: {
    rejected: (who: string, at: string) => `Rejected by ${who} at ${at}`,
    timedOut: (who: string, at: string) => `No answer from ${who} by ${at}`,
    withdrawn: (who: string) => `${who} had not answered`,
    faster: (who: string) => `${who}: a colleague was faster`,
    rescinded: (who: string) => `${who} had not answered`,
  },
  ends: {
    ended: (who: string | undefined, at: string) =>
      who ? `Ended by ${who} at ${at}` : `Ended at ${at}`,
    left: (who: string | undefined, at: string) =>
      who ? `${who} left at ${at}` : `Ended at ${at}`,
    transferred: (_who: string | undefined, at: string) =>
      `Ended at ${at}: the conversation moved on`,
    promoted: (_who: string | undefined, at: string) => `Ended at ${at}: it became something else`,
    conversation_ended: (_who: string | undefined, at: string) =>
      `Ended with the conversation at ${at}`,
  },
  promoted: {
    transfer: (at: string) => `Became a transfer at ${at}`,
    conference: (at: string) => `Became a conference at ${at}`,
  },
};

export const requests = {
  title: 'Requests',
  lead: 'Who asked whom to discuss, take over or confer, and what became of it.',
  leadOwn: 'What you asked colleagues, what they asked you, and what became of it.',
  table: 'Requests, newest first',
  filters: 'Filters',
  person: 'Person',
  everybody: 'Everybody in my teams',
  me: 'Me',
  kind: 'Kind',
  anyKind: 'All kinds',
  status: 'Status',
  anyStatus: 'All',
  outcome: 'Outcome',
  anyOutcome: 'All',
  outcomes: { resolved: 'Question answered', unresolved: 'Question not answered' },
  period: 'Period',
  periods: { day: 'Today', week: 'Last 7 days', month: 'Last 30 days', custom: 'From and until' },
  from: 'From',
  until: 'Until',
  clear: 'Clear filters',
  columns: {
    asked: 'Asked at',
    kind: 'Kind',
    people: 'From and to',
    customer: 'Customer',
    status: 'Status',
    became: 'What became of it',
    outcome: 'Outcome',
  },
  none: 'No requests',
  noneText: 'Nothing fits these filters in this period.',
  failed: 'The requests could not be loaded.',
  more: 'Show more',
  count: (n: number, more: boolean) =>
    more ? `${n} so far` : n === 1 ? '1 request' : `${n} requests`,
  exportCsv: 'Export as CSV',
  exporting: (n: number) => `Exporting… ${n}`,
  exported: (n: number) => (n === 1 ? '1 request was exported.' : `${n} requests were exported.`),
  exportFailed: 'The export did not work. Try again.',
  exportCut: (n: number) =>
    `The first ${n} requests were exported. Choose a shorter period for the rest.`,
  wrongPeriod: 'Choose a day that is not after the other one, at most 92 days apart.',
  open: (name: string) => `Open the conversation with ${name}`,
  read: 'Read the discussion',
  messages: (n: number) => (n === 1 ? '1 message' : `${n} messages`),
  csv: {
    file: (from: string, to: string) => `requests-${from}-${to}.csv`,
    head: [
      'Asked at',
      'Kind',
      'From',
      'To',
      'Customer',
      'Queue',
      'Conversation',
      'Note',
      'Status',
      'Decided at',
      'Decided by',
      'Waited (s)',
      'Reason',
      'Ended at',
      'Ended by',
      'Talked (s)',
      'Messages',
      'Outcome',
      'Outcome note',
    ],
  },
};
