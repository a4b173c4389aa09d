import type {
  AgentRecord,
  AssetRecord,
  QueueRecord,
  TeamRecord,
  Workspace,
} from '@/contract/protocol';

/** The kinds of records, as the settings' pages name them. */
export const KINDS = ['teams', 'queues', 'agents', 'assets'] as const;
export type Kind = (typeof KINDS)[number];

export interface Records {
  teams: TeamRecord;
  queues: QueueRecord;
  agents: AgentRecord;
  assets: AssetRecord;
}
export type AnyRecord = Records[Kind];

/** The fields of each page that the search of the settings finds. */
export const FIELDS = {
  teams: ['name', 'members'],
  queues: ['name', 'team'],
  agents: ['name', 'email', 'role', 'teams', 'skills', 'capacity', 'call'],
  assets: ['channel', 'account', 'queue', 'teams', 'connect'],
} as const satisfies Record<Kind, readonly string[]>;

export const SCOPES = { teams: 'team', queues: 'queue', agents: 'agent', assets: 'asset' } as const;

/** The name of a record's history, as `GET /v1/settings/changes` takes it. */
export const scopeOf = (kind: Kind, id: string) => `${SCOPES[kind]}:${id}`;

/** Whether a record is history. */
export const isOver = (one: AnyRecord) => ('active' in one ? !one.active : one.retired === true);

/** The records of a kind that are in use. */
export const inUse = <K extends Kind>(all: Workspace, kind: K): Records[K][] =>
  (all[kind] as Records[K][]).filter((one) => !isOver(one));

/** The number of the sandbox's business (infra/local/src/sandbox.rs). */
export const SANDBOX_ACCOUNT = '106540352242922';

export const ID = /^[a-z0-9_-]{1,40}$/;
/** A new id leaves room for a number. */
const BASE = 36;

/** An id from a name that no other record of the kind has. */
export function slugOf(name: string, taken: ReadonlySet<string>, otherwise: string): string {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const words = plain.replace(/[^a-z0-9]+/g, '-').slice(0, BASE);
  const base = words.replace(/^-+|-+$/g, '') || otherwise;
  let id = base;
  for (let n = 2; taken.has(id); n += 1) id = `${base}-${n}`;
  return id;
}

export const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** The text without blanks at its ends, as the server keeps names. */
export const trimmed = (text: string) => text.trim().replace(/\s+/g, ' ');
