import type { Media } from '@/media/uploads';
import type { Kept } from '@/preferences/keeper';
import { AccessRevoked, SessionEnded } from './connection';
import type { RemoteDraft } from './drafts';
import type {
  Agent,
  AgentChange,
  Agents,
  Board,
  BulkResult,
  BulkTransfer,
  Canned,
  CannedChange,
  CannedMessages,
  CommandFrame,
  ContactChange,
  ContactProfile,
  Conversations,
  ConversationWithEntries,
  DirectMessages,
  DirectSent,
  Done,
  Engagements,
  Entries,
  Mentions,
  MentionsSeen,
  NewDirect,
  PresenceChanges,
  PresenceChoice,
  Problem,
  Queues,
  Refused,
  Routings,
  ScopedChange,
  ScopedSettings,
  Settings,
  SettingsChange,
  SettingsLog,
  Talks,
  Template,
  TemplateChange,
  Templates,
  Ticket,
} from './protocol';

/** Refusals of a ticket after which knocking again is in vain. */
const NO_ENTRY = new Set(['forbidden']);

/** The service could not answer: nothing is known of what was asked. */
export class Unanswered extends Error {}

/** Statuses that say something of the service, not of what was asked of it. */
const isFault = (status: number) => status >= 500 || status === 408 || status === 429;

/** The server said no. */
export class ApiRefused extends Error {
  constructor(readonly refused: Refused) {
    super(refused.message);
  }
}

/** The HTTP API, with the agent's token. */
export class Api {
  constructor(
    private readonly token: () => string | undefined | Promise<string | undefined>,
    private readonly get: typeof fetch = (input, init) => fetch(input, init),
  ) {}

  async ticketUrl(): Promise<string> {
    try {
      const { ticket, url } = await this.ask<Ticket>('POST', '/v1/ws-ticket');
      return `${url}?ticket=${encodeURIComponent(ticket)}`;
    } catch (error) {
      const refused = error instanceof ApiRefused ? error.refused : undefined;
      if (refused && NO_ENTRY.has(refused.code)) throw new AccessRevoked(refused.message);
      throw error;
    }
  }

  /** Ends the agent's sessions in every browser. */
  signOut(): Promise<Agent> {
    return this.ask('POST', '/v1/sign-out');
  }

  async command(frame: CommandFrame): Promise<Done | Problem> {
    try {
      return await this.ask<Done>('POST', '/v1/commands', frame);
    } catch (error) {
      if (error instanceof ApiRefused) return { error: error.refused };
      throw error;
    }
  }

  conversations(query: Record<string, string>): Promise<Conversations> {
    return this.ask('GET', `/v1/conversations?${new URLSearchParams(query)}`);
  }

  /** What the caller's teams do right now, or one of them. */
  board(team?: string): Promise<Board> {
    return this.ask('GET', `/v1/board${team ? `?team=${encodeURIComponent(team)}` : ''}`);
  }

  conversation(id: string): Promise<ConversationWithEntries> {
    return this.ask('GET', `/v1/conversations/${id}`);
  }

  entries(id: string, before: number): Promise<Entries> {
    return this.ask('GET', `/v1/conversations/${id}/entries?before=${before}&limit=50`);
  }

  /** Forward from an entry: the whole of a conversation, page by page. */
  entriesAfter(id: string, after: number): Promise<Entries> {
    return this.ask('GET', `/v1/conversations/${id}/entries?after=${after}&limit=50`);
  }

  /** What happened in a discussion, from its beginning. */
  discussion(id: string, discussion: string, after?: number): Promise<Entries> {
    const from = after === undefined ? '' : `&after=${after}`;
    return this.ask(
      'GET',
      `/v1/conversations/${id}/entries?discussion=${discussion}${from}&limit=100`,
    );
  }

  media(reference: string): Promise<{ url: string; expires: number }> {
    return this.ask('GET', `/v1/media/${encodeURIComponent(reference)}`);
  }

  beginUpload(file: {
    conversation: string;
    name: string;
    mime: string;
    size: number;
    purpose: 'message' | 'comment';
  }): Promise<{ id: string; url: string; method: string; headers: Record<string, string> }> {
    return this.ask('POST', '/v1/uploads', file);
  }

  completeUpload(id: string): Promise<{ media: Media }> {
    return this.ask('POST', `/v1/uploads/${id}/complete`);
  }

  async dropUpload(id: string): Promise<void> {
    await this.ask('DELETE', `/v1/uploads/${id}`);
  }

  preferences(): Promise<Kept> {
    return this.ask('GET', '/v1/preferences');
  }

  savePreferences(all: Kept): Promise<Kept> {
    return this.ask('PUT', '/v1/preferences', all);
  }

  changeCanned(id: string, change: CannedChange): Promise<Canned> {
    return this.ask('PUT', `/v1/canned/${id}`, change);
  }

  removeCanned(id: string, version: number): Promise<Canned> {
    return this.ask('DELETE', `/v1/canned/${id}?version=${version}`);
  }

  canned(): Promise<CannedMessages> {
    return this.ask('GET', '/v1/canned');
  }

  /** Templates of the accounts of one's teams, or of one account. */
  templates(asset?: string): Promise<Templates> {
    return this.ask('GET', `/v1/templates${asset ? `?asset=${encodeURIComponent(asset)}` : ''}`);
  }

  changeTemplate(asset: string, change: TemplateChange): Promise<Template> {
    return this.ask('PUT', `/v1/templates/${asset}`, change);
  }

  drafts(): Promise<{ drafts: RemoteDraft[] }> {
    return this.ask('GET', '/v1/drafts');
  }

  contact(id: string): Promise<ContactProfile> {
    return this.ask('GET', `/v1/contacts/${id}`);
  }

  changeContact(id: string, change: ContactChange): Promise<ContactProfile> {
    return this.ask('PATCH', `/v1/contacts/${id}`, change);
  }

  contactConversations(id: string, cursor?: string): Promise<Conversations> {
    const page = cursor ? `?cursor=${encodeURIComponent(cursor)}` : '';
    return this.ask('GET', `/v1/contacts/${id}/conversations${page}`);
  }

  mentions(cursor?: string): Promise<Mentions> {
    const page = cursor ? `?cursor=${encodeURIComponent(cursor)}` : '';
    return this.ask('GET', `/v1/mentions${page}`);
  }

  /** Up to this moment they were looked at. */
  mentionsSeen(at: number): Promise<MentionsSeen> {
    return this.ask('PUT', '/v1/mentions/seen', { at });
  }

  engagements(id: string): Promise<Engagements> {
    return this.ask('GET', `/v1/conversations/${id}/engagements`);
  }

  /** Records of requests, by what is asked for. */
  requests(query: Record<string, string>): Promise<Engagements> {
    return this.ask('GET', `/v1/engagements?${new URLSearchParams(query)}`);
  }

  routings(id: string): Promise<Routings> {
    return this.ask('GET', `/v1/conversations/${id}/routing`);
  }

  transfers(body: BulkTransfer): Promise<BulkResult> {
    return this.ask('POST', '/v1/transfers', body);
  }

  agents(): Promise<Agents> {
    return this.ask('GET', '/v1/agents');
  }

  /** Everybody, and whom something could be asked of or handed to, as the server's rules have it. */
  targets(query: Record<string, string>): Promise<Agents> {
    return this.ask('GET', `/v1/agents?${new URLSearchParams(query)}`);
  }

  changeAgent(id: string, change: AgentChange): Promise<Agent> {
    return this.ask('PUT', `/v1/agents/${id}`, change);
  }

  talks(): Promise<Talks> {
    return this.ask('GET', '/v1/direct');
  }

  directs(agent: string, before?: number): Promise<DirectMessages> {
    const from = before === undefined ? '' : `before=${before}&`;
    return this.ask('GET', `/v1/direct/${agent}?${from}limit=50`);
  }

  async writeDirect(agent: string, message: NewDirect): Promise<DirectSent | Problem> {
    try {
      return await this.ask<DirectSent>('POST', `/v1/direct/${agent}`, message);
    } catch (error) {
      if (error instanceof ApiRefused) return { error: error.refused };
      throw error;
    }
  }

  queues(): Promise<Queues> {
    return this.ask('GET', '/v1/queues');
  }

  settings(): Promise<Settings> {
    return this.ask('GET', '/v1/settings');
  }

  saveSettings(change: SettingsChange): Promise<Settings> {
    return this.ask('PUT', '/v1/settings', change);
  }

  /** Of a team or queue: `teams/<id>` or `queues/<id>`. */
  scopedSettings(place: string): Promise<ScopedSettings> {
    return this.ask('GET', `/v1/settings/${place}`);
  }

  saveScopedSettings(place: string, change: ScopedChange): Promise<ScopedSettings> {
    return this.ask('PUT', `/v1/settings/${place}`, change);
  }

  settingsLog(): Promise<SettingsLog> {
    return this.ask('GET', '/v1/settings/changes?limit=50');
  }

  /** Of a colleague, by a manager of theirs. */
  setPresence(agent: string, presence: PresenceChoice, reason?: string): Promise<Agent> {
    const body = { presence, ...(reason ? { reason } : {}) };
    return this.ask('PUT', `/v1/agents/${agent}/presence`, body);
  }

  presences(agent: string): Promise<PresenceChanges> {
    return this.ask('GET', `/v1/agents/${agent}/presence`);
  }

  async presence(presence: PresenceChoice, reason?: string): Promise<void> {
    await this.ask('PUT', '/v1/me/presence', { presence, ...(reason ? { reason } : {}) });
  }

  private async ask<T>(method: string, path: string, body?: object): Promise<T> {
    const found = this.token();
    const token = typeof found === 'object' ? await found : found;
    if (!token) throw new SessionEnded();
    const answer = await this.get(path, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(body ? { 'content-type': 'application/json' } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const text = await answer.text();
    if (isFault(answer.status)) throw new Unanswered(`${method} ${path}: ${answer.status}`);
    const json: unknown = text ? JSON.parse(text) : undefined;
    if (answer.status === 401) throw new SessionEnded();
    if (isProblem(json)) throw new ApiRefused(json.error);
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status}`);
    return json as T;
  }
}

function isProblem(json: unknown): json is Problem {
  return json !== null && typeof json === 'object' && 'error' in json;
}
