import createClient from 'openapi-fetch';
import type {
  AgentChange,
  BulkTransfer,
  CannedChange,
  CommandFrame,
  ContactChange,
  DirectSent,
  Done,
  NewDirect,
  NewUpload,
  Preferences,
  PresenceChoice,
  Problem,
  Refused,
  ScopedChange,
  ScopedSettings,
  SettingsChange,
  TemplateChange,
} from '@/contract/protocol';
import type { operations, paths } from '@/contract/routes';
import { AccessRevoked, SessionEnded } from './connection';

/** Refusals of a ticket after which another try is in vain. */
const NO_ENTRY = new Set(['forbidden']);
/** The number of entries or messages in one page. */
const PAGE = 50;
const LARGE_PAGE = 100;

/** The service could not answer: the result of the request is unknown. */
export class Unanswered extends Error {}

/** Statuses that tell about the service, not about the request. */
const isFault = (status: number) => status >= 500 || status === 408 || status === 429;

/** The server refused the request. */
export class ApiRefused extends Error {
  constructor(readonly refused: Refused) {
    super(refused.message);
  }
}

/** The query parameters of an operation. */
export type Query<Name extends keyof operations> = NonNullable<
  operations[Name]['parameters']['query']
>;

type Get = (path: string, init: RequestInit) => Promise<Response>;

/** The HTTP API of `contract/routes`, with the agent's token. */
export class Api {
  /** The typed client, for the requests of parts that load later. */
  readonly http;

  constructor(
    private readonly token: () => string | undefined | Promise<string | undefined>,
    private readonly get: Get = (path, init) => fetch(path, init),
  ) {
    this.http = createClient<paths>({
      baseUrl: location.origin,
      fetch: (request) => this.send(request),
    });
  }

  async ticketUrl(): Promise<string> {
    try {
      const { ticket, url } = await told(this.http.POST('/v1/ws-ticket'));
      return `${url}?ticket=${encodeURIComponent(ticket)}`;
    } catch (error) {
      const refused = error instanceof ApiRefused ? error.refused : undefined;
      if (refused && NO_ENTRY.has(refused.code)) throw new AccessRevoked(refused.message);
      throw error;
    }
  }

  /** Ends the agent's sessions in every browser. */
  signOut = () => told(this.http.POST('/v1/sign-out'));

  command = (body: CommandFrame): Promise<Done | Problem> =>
    orProblem(told(this.http.POST('/v1/commands', { body })));

  conversations = (query: Query<'listConversations'>) =>
    told(this.http.GET('/v1/conversations', { params: { query } }));

  /** The present work of the caller's teams, or of one of them. */
  board = (team?: string) =>
    told(this.http.GET('/v1/board', { params: { query: team ? { team } : {} } }));

  conversation = (conversation: string) =>
    told(this.http.GET('/v1/conversations/{conversation}', { params: { path: { conversation } } }));

  entries = (conversation: string, before: number) =>
    this.pageOf(conversation, { before, limit: PAGE });

  /** Forward from an entry: the whole of a conversation, page by page. */
  entriesAfter = (conversation: string, after: number) =>
    this.pageOf(conversation, { after, limit: PAGE });

  /** The entries of a discussion, from its beginning. */
  discussion = (conversation: string, discussion: string, after?: number) =>
    this.pageOf(conversation, {
      discussion,
      limit: LARGE_PAGE,
      ...(after === undefined ? {} : { after }),
    });

  private pageOf(conversation: string, query: Query<'listEntries'>) {
    const params = { path: { conversation }, query };
    return told(this.http.GET('/v1/conversations/{conversation}/entries', { params }));
  }

  media = (media: string) =>
    told(this.http.GET('/v1/media/{media}', { params: { path: { media } } }));

  beginUpload = (body: NewUpload) => told(this.http.POST('/v1/uploads', { body }));

  completeUpload = (upload: string) =>
    told(this.http.POST('/v1/uploads/{upload}/complete', { params: { path: { upload } } }));

  dropUpload = (upload: string) =>
    told(this.http.DELETE('/v1/uploads/{upload}', { params: { path: { upload } } }));

  preferences = () => told(this.http.GET('/v1/preferences'));

  savePreferences = (body: Preferences) => told(this.http.PUT('/v1/preferences', { body }));

  canned = () => told(this.http.GET('/v1/canned'));

  changeCanned = (canned: string, body: CannedChange) =>
    told(this.http.PUT('/v1/canned/{canned}', { params: { path: { canned } }, body }));

  removeCanned = (canned: string, version: number) =>
    told(
      this.http.DELETE('/v1/canned/{canned}', { params: { path: { canned }, query: { version } } }),
    );

  /** Templates of the accounts of the agent's teams, or of one account. */
  templates = (asset?: string) =>
    told(this.http.GET('/v1/templates', { params: { query: asset ? { asset } : {} } }));

  changeTemplate = (asset: string, body: TemplateChange) =>
    told(this.http.PUT('/v1/templates/{asset}', { params: { path: { asset } }, body }));

  drafts = () => told(this.http.GET('/v1/drafts'));

  contact = (contact: string) =>
    told(this.http.GET('/v1/contacts/{contact}', { params: { path: { contact } } }));

  changeContact = (contact: string, body: ContactChange) =>
    told(this.http.PATCH('/v1/contacts/{contact}', { params: { path: { contact } }, body }));

  contactConversations = (contact: string, cursor?: string) => {
    const params = { path: { contact }, query: cursor ? { cursor } : {} };
    return told(this.http.GET('/v1/contacts/{contact}/conversations', { params }));
  };

  mentions = (cursor?: string) =>
    told(this.http.GET('/v1/mentions', { params: { query: cursor ? { cursor } : {} } }));

  /** Marks mentions up to this moment as seen. */
  mentionsSeen = (at: number) => told(this.http.PUT('/v1/mentions/seen', { body: { at } }));

  engagements = (conversation: string) => {
    const params = { path: { conversation } };
    return told(this.http.GET('/v1/conversations/{conversation}/engagements', { params }));
  };

  /** Records of requests that match the query. */
  requests = (query: Query<'listEngagements'>) =>
    told(this.http.GET('/v1/engagements', { params: { query } }));

  routings = (conversation: string) => {
    const params = { path: { conversation } };
    return told(this.http.GET('/v1/conversations/{conversation}/routing', { params }));
  };

  transfers = (body: BulkTransfer) => told(this.http.POST('/v1/transfers', { body }));

  agents = () => told(this.http.GET('/v1/agents'));

  /** Every possible target of a request or a transfer, with the verdict of the server's rules. */
  targets = (query: Query<'listAgents'>) =>
    told(this.http.GET('/v1/agents', { params: { query } }));

  changeAgent = (agent: string, body: AgentChange) =>
    told(this.http.PUT('/v1/agents/{agent}', { params: { path: { agent } }, body }));

  talks = () => told(this.http.GET('/v1/direct'));

  directs = (agent: string, before?: number) => {
    const query = { limit: PAGE, ...(before === undefined ? {} : { before }) };
    return told(this.http.GET('/v1/direct/{agent}', { params: { path: { agent }, query } }));
  };

  writeDirect = (agent: string, body: NewDirect): Promise<DirectSent | Problem> =>
    orProblem(told(this.http.POST('/v1/direct/{agent}', { params: { path: { agent } }, body })));

  queues = () => told(this.http.GET('/v1/queues'));

  settings = () => told(this.http.GET('/v1/settings'));

  saveSettings = (body: SettingsChange) => told(this.http.PUT('/v1/settings', { body }));

  /** The settings of a team or queue: `teams/<id>` or `queues/<id>`. */
  scopedSettings(place: string): Promise<ScopedSettings> {
    const [kind, id = ''] = place.split('/');
    return kind === 'teams'
      ? told(this.http.GET('/v1/settings/teams/{team}', { params: { path: { team: id } } }))
      : told(this.http.GET('/v1/settings/queues/{queue}', { params: { path: { queue: id } } }));
  }

  saveScopedSettings(place: string, body: ScopedChange): Promise<ScopedSettings> {
    const [kind, id = ''] = place.split('/');
    return kind === 'teams'
      ? told(this.http.PUT('/v1/settings/teams/{team}', { params: { path: { team: id } }, body }))
      : told(
          this.http.PUT('/v1/settings/queues/{queue}', { params: { path: { queue: id } }, body }),
        );
  }

  /** The newest changes, or those of one place such as `team:support`. */
  settingsLog = (of?: string) => {
    const query = { limit: PAGE, ...(of ? { of } : {}) };
    return told(this.http.GET('/v1/settings/changes', { params: { query } }));
  };

  /** Sets the presence of a colleague, as one of the colleague's managers. */
  setPresence = (agent: string, presence: PresenceChoice, reason?: string) => {
    const body = { presence, ...(reason ? { reason } : {}) };
    const params = { path: { agent } };
    return told(this.http.PUT('/v1/agents/{agent}/presence', { params, body }));
  };

  presences = (agent: string) =>
    told(this.http.GET('/v1/agents/{agent}/presence', { params: { path: { agent } } }));

  presence = (presence: PresenceChoice, reason?: string) =>
    told(this.http.PUT('/v1/me/presence', { body: { presence, ...(reason ? { reason } : {}) } }));

  /** Sends a request with the agent's token. */
  async send(request: Request): Promise<Response> {
    const found = this.token();
    const token = typeof found === 'object' ? await found : found;
    if (!token) throw new SessionEnded();
    const { pathname, search } = new URL(request.url);
    const body = await request.text();
    const answer = await this.get(`${pathname}${search}`, {
      method: request.method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(body ? { 'content-type': 'application/json' } : {}),
      },
      ...(body ? { body } : {}),
    });
    if (isFault(answer.status)) {
      throw new Unanswered(`${request.method} ${pathname}: ${answer.status}`);
    }
    if (answer.status === 401) throw new SessionEnded();
    return answer;
  }
}

interface Answer<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

/** The server's answer; throws on a refusal. */
export async function told<T>(asked: Promise<Answer<T>>): Promise<T> {
  const { data, error, response } = await asked;
  if (isProblem(error)) throw new ApiRefused(error.error);
  if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
  return data as T;
}

/** Returns a refusal as a value, if it is one of the two expected codes. */
async function orProblem<T>(asked: Promise<T>): Promise<T | Problem> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof ApiRefused) return { error: error.refused };
    throw error;
  }
}

function isProblem(json: unknown): json is Problem {
  return json !== null && typeof json === 'object' && 'error' in json;
}
