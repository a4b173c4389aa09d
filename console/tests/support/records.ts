import type { AgentRecord, Queue, Workspace } from '@/contract/protocol';
import type { Console } from './app';
import { NOW } from './make';

type Kind = 'teams' | 'queues' | 'assets' | 'agents';

/** The workspace's records, kept as the server keeps them. */
export function records(c: Console) {
  const person = (id: string, name: string, role: AgentRecord['role']): AgentRecord => ({
    id,
    name,
    email: `${id}@example.com`,
    role,
    teams: [],
    capacity: 5,
    active: true,
    bound: true,
    version: 1,
  });
  const all: Workspace = {
    workspace: { name: '', checklist_hidden: false, version: 1 },
    teams: [],
    queues: [],
    assets: [],
    agents: [person('ada', 'Ada', 'admin'), person('mark', 'Mark', 'agent')],
  };
  const refused = new Map<string, { status: number; body: unknown }>();
  c.http.clear();
  c.posted.length = 0;
  c.http.set('GET /v1/workspace', { body: all });
  c.http.set('GET /v1/conversations', { body: { conversations: [] } });
  const list = (kind: Kind) => all[kind] as unknown as Record<string, unknown>[];

  c.serve = (key, body) => {
    const [, kind, id] = /^PUT \/v1\/(teams|queues|assets|agents)\/(.+)$/.exec(key) ?? [];
    const problem = refused.get(key);
    if (problem) return problem;
    const change = body as { version?: number } | undefined;
    const stamp = { version: (change?.version ?? 0) + 1, changed_by: 'ada', changed_at: NOW };
    if (key === 'PUT /v1/workspace') {
      return { body: Object.assign(all.workspace, change, stamp) };
    }
    if (!kind || !id) return undefined;
    let record = list(kind as Kind).find((one) => one.id === id);
    if (!record) {
      record = { id, ...(kind === 'agents' ? { active: true, bound: false } : {}) };
      list(kind as Kind).push(record);
    }
    return { body: Object.assign(record, change, stamp) };
  };
  return {
    workspace: all.workspace,
    team: (id: string, name: string) => list('teams').push({ id, name, version: 1 }),
    queue: (id: string, name: string, team: string) =>
      list('queues').push({ id, name, team, version: 1 }),
    asset: (id: string, name: string, channel: string, queue: string) =>
      list('assets').push({ id, name, channel, account: id, queue, teams: [], version: 1 }),
    find: (kind: Kind, id: string) => {
      const found = list(kind).find((one) => one.id === id);
      if (!found) throw new Error(`There is no ${id} among the ${kind}.`);
      return found;
    },
    queues: (): Queue[] =>
      all.queues.map(({ id, name, team }) => ({
        id,
        name,
        team,
        mode: 'manual',
        more: false,
        waiting: [],
      })),
    refuse: (key: string, code: string, field?: string, message = 'No.') =>
      refused.set(key, {
        status: 409,
        body: { error: { code, message, remedy: 'Do it elsewhere.', ...(field ? { field } : {}) } },
      }),
    allow: (key: string) => refused.delete(key),
  };
}
