import type {
  AssetChange,
  AssetSecretsChange,
  QueueChange,
  SettingsLog,
  TeamChange,
  TestMessage,
  Workspace,
  WorkspaceChange,
} from '@/contract/protocol';
import { type Api, told } from '@/engine/api';

export interface Invitation {
  link: string;
  days: number;
  /** Whether an e-mail with the link went out; absent on a machine that sends none. */
  mailed?: boolean;
  /** The reason for which none went out. */
  problem?: string;
}

/** The requests of the workspace's records. They stand apart from `Api`: the first screen sends none. */
export const requests = (api: Api) => ({
  read: (): Promise<Workspace> => told(api.http.GET('/v1/workspace')),
  workspace: (body: WorkspaceChange) => told(api.http.PUT('/v1/workspace', { body })),
  /** Make or change a record, by its kind. */
  teams: (team: string, body: TeamChange) =>
    told(api.http.PUT('/v1/teams/{team}', { params: { path: { team } }, body })),
  queues: (queue: string, body: QueueChange) =>
    told(api.http.PUT('/v1/queues/{queue}', { params: { path: { queue } }, body })),
  assets: (asset: string, body: AssetChange) =>
    told(api.http.PUT('/v1/assets/{asset}', { params: { path: { asset } }, body })),
  agents: api.changeAgent,
  connection: (asset: string) =>
    told(api.http.GET('/v1/assets/{asset}', { params: { path: { asset } } })),
  secrets: (asset: string, body: AssetSecretsChange) =>
    told(api.http.PUT('/v1/assets/{asset}/secrets', { params: { path: { asset } }, body })),
  check: (asset: string) =>
    told(api.http.POST('/v1/assets/{asset}/check', { params: { path: { asset } } })),
  test: (asset: string, body: TestMessage) =>
    told(api.http.POST('/v1/assets/{asset}/test', { params: { path: { asset } }, body })),
  history: (of: string): Promise<SettingsLog> => api.settingsLog(of),
  /** A link by which an agent sets a password; this machine's own sign-in service makes it. */
  async invite(agent: string): Promise<Invitation> {
    const url = `${location.origin}/oidc/invitations`;
    const request = new Request(url, { method: 'POST', body: JSON.stringify({ agent }) });
    const response = await api.send(request);
    const json: unknown = await response.json();
    const answer = response.ok ? { data: json as Invitation } : { error: json };
    return told<Invitation>(Promise.resolve({ ...answer, response }));
  },
});
