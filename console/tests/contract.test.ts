import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { BulkTransfer, Command, NewDirect } from '@/contract/limits';
import type { Problem, Ticket } from '@/contract/protocol';
import type { operations } from '@/contract/routes';
import { Api, ApiRefused, Unanswered } from '@/engine/api';
import { AccessRevoked, SessionEnded } from '@/engine/connection';
import { requests } from '@/features/workspace/requests';
import { NOTE_LIMIT, REASON_LIMIT } from '@/ui/limits';

interface Parameter {
  in: string;
  name: string;
  required?: boolean;
  example?: unknown;
  schema: { type?: string };
}
type Content = Record<string, { examples?: Record<string, { value: unknown }> }>;
interface Operation {
  operationId: keyof operations;
  parameters?: Parameter[];
  requestBody?: { content: Content };
  responses: Record<string, { content?: Content }>;
}
interface Asked {
  path: string;
  init: RequestInit;
}

const { paths } = JSON.parse(readFileSync('../docs/protocol/openapi.json', 'utf8')) as {
  paths: Record<string, Record<string, Operation>>;
};
const documented = Object.entries(paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, it]) => ({ path, method: method.toUpperCase(), ...it })),
);
type Documented = (typeof documented)[number];
const operationOf = (name: string) => {
  const found = documented.find((it) => it.operationId === name);
  if (!found) throw new Error(`docs/protocol has no operation ${name}`);
  return found;
};
const examplesOf = (content: Content | undefined) =>
  Object.entries(content?.['application/json']?.examples ?? {});

/** Examples of an operation's parameters and body, as the methods of the client take them. */
class Given {
  constructor(private readonly operation: Documented) {}

  // biome-ignore lint/suspicious/noExplicitAny: the document's examples have no types.
  of(name: string): any {
    const found = this.operation.parameters?.find((one) => one.name === name);
    if (!found) throw new Error(`${this.operation.operationId} has no parameter ${name}`);
    return found.example;
  }

  /** Every parameter of the query. */
  // biome-ignore lint/suspicious/noExplicitAny: the document's examples have no types.
  get query(): any {
    const those = this.operation.parameters?.filter((one) => one.in === 'query') ?? [];
    return Object.fromEntries(those.map(({ name, example }) => [name, example]));
  }

  // biome-ignore lint/suspicious/noExplicitAny: the document's examples have no types.
  get body(): any {
    return examplesOf(this.operation.requestBody?.content)[0]?.[1].value;
  }
}

interface Use {
  /** A method of `Api`, or one of the requests of a room. */
  method: keyof Api | `workspace.${keyof ReturnType<typeof requests>}`;
  call: (api: Api, given: Given) => Promise<unknown>;
  /** Parameters of the query that the method sends. */
  query?: string[];
  /** True if the method returns a refusal instead of throwing it. */
  returnsProblem?: true;
}
const use = (
  method: Use['method'],
  call: Use['call'],
  query: string[] = [],
  more: Partial<Use> = {},
): Use => ({ method, call, query, ...more });

/** Every method of the client, beside its operation. */
const USES: [keyof operations, Use][] = [
  ['createTicket', use('ticketUrl', (api) => api.ticketUrl())],
  ['signOut', use('signOut', (api) => api.signOut())],
  ['sendCommand', use('command', (api, g) => api.command(g.body), [], { returnsProblem: true })],
  [
    'listConversations',
    use('conversations', (api, g) => api.conversations(g.query), [
      ...['status', 'queue', 'owner', 'channel', 'tag', 'label'],
      ...['from', 'to', 'q', 'cursor', 'limit'],
    ]),
  ],
  ['getBoard', use('board', (api) => api.board())],
  ['getBoard', use('board', (api, g) => api.board(g.of('team')), ['team'])],
  ['getConversation', use('conversation', (api, g) => api.conversation(g.of('conversation')))],
  [
    'listEntries',
    use('entries', (api, g) => api.entries(g.of('conversation'), g.of('before')), [
      'before',
      'limit',
    ]),
  ],
  [
    'listEntries',
    use('entriesAfter', (api, g) => api.entriesAfter(g.of('conversation'), g.of('after')), [
      'after',
      'limit',
    ]),
  ],
  [
    'listEntries',
    use(
      'discussion',
      (api, g) => api.discussion(g.of('conversation'), g.of('discussion'), g.of('after')),
      ['after', 'discussion', 'limit'],
    ),
  ],
  ['getMedia', use('media', (api, g) => api.media(g.of('media')))],
  ['createUpload', use('beginUpload', (api, g) => api.beginUpload(g.body))],
  ['completeUpload', use('completeUpload', (api, g) => api.completeUpload(g.of('upload')))],
  ['deleteUpload', use('dropUpload', (api, g) => api.dropUpload(g.of('upload')))],
  ['getPreferences', use('preferences', (api) => api.preferences())],
  ['putPreferences', use('savePreferences', (api, g) => api.savePreferences(g.body))],
  ['listCanned', use('canned', (api) => api.canned())],
  ['putCanned', use('changeCanned', (api, g) => api.changeCanned(g.of('canned'), g.body))],
  [
    'deleteCanned',
    use('removeCanned', (api, g) => api.removeCanned(g.of('canned'), g.of('version')), ['version']),
  ],
  ['listTemplates', use('templates', (api) => api.templates())],
  ['listTemplates', use('templates', (api, g) => api.templates(g.of('asset')), ['asset'])],
  ['putTemplate', use('changeTemplate', (api, g) => api.changeTemplate(g.of('asset'), g.body))],
  ['listDrafts', use('drafts', (api) => api.drafts())],
  ['getContact', use('contact', (api, g) => api.contact(g.of('contact')))],
  ['patchContact', use('changeContact', (api, g) => api.changeContact(g.of('contact'), g.body))],
  [
    'listContactConversations',
    use(
      'contactConversations',
      (api, g) => api.contactConversations(g.of('contact'), g.of('cursor')),
      ['cursor'],
    ),
  ],
  ['listMentions', use('mentions', (api, g) => api.mentions(g.of('cursor')), ['cursor'])],
  ['seeMentions', use('mentionsSeen', (api, g) => api.mentionsSeen(g.body.at))],
  [
    'listConversationEngagements',
    use('engagements', (api, g) => api.engagements(g.of('conversation'))),
  ],
  [
    'listEngagements',
    use('requests', (api, g) => api.requests(g.query), [
      ...['agent', 'from', 'to', 'kind', 'status', 'outcome', 'undone', 'cursor', 'limit'],
    ]),
  ],
  ['listRoutings', use('routings', (api, g) => api.routings(g.of('conversation')))],
  ['transferSeveral', use('transfers', (api, g) => api.transfers(g.body))],
  ['listAgents', use('agents', (api) => api.agents())],
  [
    'listAgents',
    use('targets', (api, g) => api.targets(g.query), ['conversation', 'act', 'discussion']),
  ],
  ['putAgent', use('changeAgent', (api, g) => api.changeAgent(g.of('agent'), g.body))],
  ['listTalks', use('talks', (api) => api.talks())],
  [
    'listDirectMessages',
    use('directs', (api, g) => api.directs(g.of('agent'), g.of('before')), ['before', 'limit']),
  ],
  [
    'sendDirect',
    use('writeDirect', (api, g) => api.writeDirect(g.of('agent'), g.body), [], {
      returnsProblem: true,
    }),
  ],
  ['listQueues', use('queues', (api) => api.queues())],
  ['getSettings', use('settings', (api) => api.settings())],
  ['putSettings', use('saveSettings', (api, g) => api.saveSettings(g.body))],
  ['getTeamSettings', use('scopedSettings', (a, g) => a.scopedSettings(`teams/${g.of('team')}`))],
  [
    'getQueueSettings',
    use('scopedSettings', (a, g) => a.scopedSettings(`queues/${g.of('queue')}`)),
  ],
  [
    'putTeamSettings',
    use('saveScopedSettings', (a, g) => a.saveScopedSettings(`teams/${g.of('team')}`, g.body)),
  ],
  [
    'putQueueSettings',
    use('saveScopedSettings', (a, g) => a.saveScopedSettings(`queues/${g.of('queue')}`, g.body)),
  ],
  ['listSettingsChanges', use('settingsLog', (api) => api.settingsLog(), ['limit'])],
  [
    'setAgentPresence',
    use('setPresence', (a, g) => a.setPresence(g.of('agent'), g.body.presence, g.body.reason)),
  ],
  ['listPresenceChanges', use('presences', (api, g) => api.presences(g.of('agent')))],
  ['setPresence', use('presence', (api, g) => api.presence(g.body.presence, g.body.reason))],
  ['getWorkspace', use('workspace.read', (api) => requests(api).read())],
  ['putWorkspace', use('workspace.workspace', (api, g) => requests(api).workspace(g.body))],
  ['putTeam', use('workspace.teams', (api, g) => requests(api).teams(g.of('team'), g.body))],
  ['putQueue', use('workspace.queues', (api, g) => requests(api).queues(g.of('queue'), g.body))],
  ['putAsset', use('workspace.assets', (api, g) => requests(api).assets(g.of('asset'), g.body))],
  ['getAsset', use('workspace.connection', (api, g) => requests(api).connection(g.of('asset')))],
  [
    'putAssetSecrets',
    use('workspace.secrets', (api, g) => requests(api).secrets(g.of('asset'), g.body)),
  ],
  ['checkAsset', use('workspace.check', (api, g) => requests(api).check(g.of('asset')))],
  [
    'listSettingsChanges',
    use('workspace.history', (api, g) => requests(api).history(g.of('of')), ['of', 'limit']),
  ],
];

/** Operations that the console leaves to sockets, to visitors and to providers. */
const OF_OTHERS: (keyof operations)[] = [
  ...(['getMe', 'getQueue', 'readDirect'] as const),
  // Admins use these by the API so far.
  ...(['testAsset', 'importAgents'] as const),
  ...(['listKeys', 'putKey', 'rotateKey'] as const),
  ...(['createVisitor', 'createVisitorTicket', 'createVisitorUpload'] as const),
  ...(['completeVisitorUpload', 'getVisitorMedia', 'verifyWebhook', 'receiveWebhook'] as const),
];

const READY_MADE = new Set(['constructor', 'pageOf', 'send', 'http', 'token', 'get']);

/** A client whose server gives one answer, and the client's request. */
function clientOf(status: number, value: unknown) {
  const asked: Asked[] = [];
  const api = new Api(
    () => 'the-token',
    async (path, init) => {
      asked.push({ path, init });
      return new Response(JSON.stringify(value), { status });
    },
  );
  return { api, asked };
}

/** The operation of a request, by the document. */
function routed(method: string | undefined, pathname: string): Documented | undefined {
  return documented.find((it) => {
    const pattern = it.path.replace(/\{\w+\}/g, '[^/]+');
    return it.method === method && new RegExp(`^${pattern}$`).test(pathname);
  });
}

function judge(operation: Documented, { query = [] }: Use, { path, init }: Asked): void {
  const { pathname, searchParams } = new URL(path, 'http://here');
  expect(routed(init.method, pathname)?.operationId).toBe(operation.operationId);
  const given = new Given(operation);
  const filled = operation.path.replace(/\{(\w+)\}/g, (_, name) => given.of(name));
  expect(pathname).toBe(filled);
  expect([...new Set(searchParams.keys())].sort()).toEqual([...query].sort());
  for (const one of operation.parameters ?? []) {
    if (one.in !== 'query') continue;
    if (one.required) expect(searchParams.has(one.name), one.name).toBe(true);
    if (one.name === 'limit' || !searchParams.has(one.name)) continue;
    // The document says `explode`: several values stand one by one.
    const values = one.schema.type === 'array' ? (one.example as string[]) : [String(one.example)];
    expect(searchParams.getAll(one.name)).toEqual(values);
  }
  const headers = new Headers(init.headers);
  expect(headers.get('authorization')).toBe('Bearer the-token');
  expect(headers.get('content-type')).toBe(operation.requestBody ? 'application/json' : null);
  const sent = init.body === undefined ? undefined : JSON.parse(String(init.body));
  expect(sent).toEqual(given.body);
}

const cases = USES.map(([name, one]) => ({ name, one, title: `${one.method} → ${name}` }));

describe('the client and the documented examples', () => {
  it.each(cases)('$title asks for the operation and returns its answer', async ({ name, one }) => {
    const operation = operationOf(name);
    const answers = Object.entries(operation.responses).flatMap(([status, { content }]) =>
      Number(status) < 300 ? examplesOf(content).map(([, { value }]) => ({ status, value })) : [],
    );
    expect(answers.length).toBeGreaterThan(0);
    for (const { status, value } of answers) {
      const { api, asked } = clientOf(Number(status), value);
      const got = await one.call(api, new Given(operation));
      expect(asked.length).toBe(1);
      judge(operation, one, asked[0] as Asked);
      const { ticket, url } = value as Ticket;
      const ticketUrl = `${url}?ticket=${encodeURIComponent(ticket)}`;
      expect(got).toEqual(one.method === 'ticketUrl' ? ticketUrl : value);
    }
  });

  it.each(cases)('$title tells every documented refusal apart', async ({ name, one }) => {
    const operation = operationOf(name);
    for (const [code, { content }] of Object.entries(operation.responses)) {
      const status = Number(code);
      if (status < 400) continue;
      for (const [refusal, { value }] of examplesOf(content)) {
        const { error } = value as Problem;
        expect(error.code).toBe(refusal);
        const { api } = clientOf(status, value);
        const ended = await one.call(api, new Given(operation)).then(
          (got) => ({ got }),
          (thrown: unknown) => ({ thrown }),
        );
        const thrown = 'thrown' in ended ? ended.thrown : undefined;
        if (status >= 500 || status === 429) expect(thrown).toBeInstanceOf(Unanswered);
        else if (status === 401) expect(thrown).toBeInstanceOf(SessionEnded);
        else if (one.returnsProblem) expect(ended).toEqual({ got: { error } });
        else if (one.method === 'ticketUrl' && refusal === 'forbidden') {
          expect(thrown).toBeInstanceOf(AccessRevoked);
        } else {
          expect(thrown).toBeInstanceOf(ApiRefused);
          expect((thrown as ApiRefused).refused).toEqual(error);
        }
      }
    }
  });

  it('a request that ran out of time counts as unanswered', async () => {
    await expect(clientOf(408, {}).api.queues()).rejects.toBeInstanceOf(Unanswered);
  });
});

describe('one limit for several fields', () => {
  it('the limit holds for notes: every command and the bulk transfer take the same length', () => {
    const notes = Object.values(Command).flatMap((one) => ('note' in one ? [one.note] : []));
    expect(notes.length).toBeGreaterThan(5);
    for (const { maxLength } of [...notes, BulkTransfer.note]) expect(maxLength).toBe(NOTE_LIMIT);
  });

  it('the limit holds for reasons, and for texts to colleagues', () => {
    expect(Command.withdraw_offer.reason.maxLength).toBe(REASON_LIMIT);
    const texts = [Command.say.text, Command.coach.text, Command.comment.text, NewDirect.text];
    expect(new Set(texts.map(({ maxLength }) => maxLength)).size).toBe(1);
  });
});

describe('this table', () => {
  it('the table has every method of the client', () => {
    const { api } = clientOf(200, {});
    const methods = [
      ...Object.getOwnPropertyNames(api),
      ...Object.getOwnPropertyNames(Api.prototype),
    ];
    const tested = new Set<string>(USES.map(([, { method }]) => method));
    expect(methods.filter((name) => !READY_MADE.has(name) && !tested.has(name))).toEqual([]);
  });

  it('the table has every documented operation', () => {
    const told = new Set<string>([...USES.map(([name]) => name), ...OF_OTHERS]);
    expect(documented.map((it) => it.operationId).filter((name) => !told.has(name))).toEqual([]);
  });
});
