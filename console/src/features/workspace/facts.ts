import type { Workspace } from '@/contract/protocol';
import { listed } from '@/i18n/formats';
import { t } from '@/i18n/words';
import { channelName } from '@/ui/channels';
import type { Tone } from '@/ui/statusTone';
import { type AnyRecord, inUse, isOver, type Kind, type Records } from './records';

const names = (all: readonly { name: string }[]) => listed(all.map(({ name }) => name));

function teamName(all: Workspace, id: string): string {
  return all.teams.find((team) => team.id === id)?.name ?? id;
}

/** The facts of a team: its members and its queues. */
function ofTeam(all: Workspace, { id }: Records['teams']): string[] {
  const members = inUse(all, 'agents').filter(({ teams }) => teams.includes(id)).length;
  const queues = inUse(all, 'queues').filter(({ team }) => team === id);
  return [
    t('workspace-members', { n: members }),
    queues.length ? t('workspace-facts-queues', { names: names(queues) }) : t('workspace-noQueue'),
  ];
}
function ofQueue(all: Workspace, { id, team }: Records['queues']): string[] {
  const channels = inUse(all, 'assets').filter(({ queue }) => queue === id);
  return [
    t('workspace-facts-team', { name: teamName(all, team) }),
    channels.length
      ? t('workspace-facts-channels', { names: names(channels) })
      : t('workspace-noChannel'),
  ];
}
function ofAgent(all: Workspace, agent: Records['agents']): string[] {
  const teams = agent.teams.map((id) => teamName(all, id));
  return [
    t(`people-roles-${agent.role}`),
    teams.length ? listed(teams) : t('workspace-noTeam'),
    t('workspace-facts-capacity', { n: agent.capacity }),
    agent.email,
  ];
}
function ofAsset(all: Workspace, { channel, account, queue }: Records['assets']): string[] {
  const name = all.queues.find((one) => one.id === queue)?.name ?? queue;
  return [
    channelName(channel),
    ...(channel === 'whatsapp' ? [account] : []),
    t('workspace-facts-queue', { name }),
  ];
}

/** The facts of a row, in the order of their weight. */
export function factsOf(all: Workspace, kind: Kind, record: AnyRecord): string[] {
  switch (kind) {
    case 'teams':
      return ofTeam(all, record as Records['teams']);
    case 'queues':
      return ofQueue(all, record as Records['queues']);
    case 'agents':
      return ofAgent(all, record as Records['agents']);
    case 'assets':
      return ofAsset(all, record as Records['assets']);
  }
}

const membersOf = (all: Workspace, team: string) =>
  inUse(all, 'agents').filter(({ teams }) => teams.includes(team)).length;

/** The problem of a record in use that keeps customers from being answered; undefined for none. */
export function warningOf(all: Workspace, kind: Kind, record: AnyRecord): string | undefined {
  if (isOver(record)) return undefined;
  if (kind === 'teams') {
    const serves = inUse(all, 'queues').some(({ team }) => team === record.id);
    return serves && !membersOf(all, record.id) ? t('workspace-warns-noMembers') : undefined;
  }
  if (kind === 'queues') {
    const { team } = record as Records['queues'];
    const there = inUse(all, 'teams').some(({ id }) => id === team);
    if (!there) return t('workspace-warns-noTeam');
    return membersOf(all, team)
      ? undefined
      : t('workspace-warns-nobodyServes', { name: teamName(all, team) });
  }
  if (kind === 'agents') {
    const { teams, role } = record as Records['agents'];
    return teams.length || role === 'admin' ? undefined : t('workspace-warns-inNoTeam');
  }
  const { queue } = record as Records['assets'];
  const leads = inUse(all, 'queues').find(({ id }) => id === queue);
  return leads ? warningOf(all, 'queues', leads) : t('workspace-warns-noQueue');
}

/** The state of an agent's access in a word. */
export function accessOf(record: AnyRecord): { text: string; tone: Tone } | undefined {
  if (!('bound' in record)) return undefined;
  if (!record.active) return { text: t('workspace-access-left'), tone: 'neutral' };
  return record.bound
    ? { text: t('workspace-access-active'), tone: 'success' }
    : { text: t('workspace-access-invited'), tone: 'accent' };
}
