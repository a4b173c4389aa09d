import type { Act, Agent, Candidate, Code, Conversation, TargetAct } from '@/contract/protocol';

/** The rights that the server would give `me`, for conversations that a test makes up. */
export function mayOf(c: Conversation, me: string, role: Agent['role'] = 'agent'): Act[] {
  const open = c.status === 'active' || c.status === 'pending' || c.status === 'queued';
  const owned = open && Boolean(c.owner);
  const owner = owned && c.owner === me;
  const guest = c.guests.includes(me);
  const manages = role !== 'agent';
  const involved = owner || guest || c.discussions.some(({ members }) => members.includes(me));
  const barged = c.monitors.some(({ agent, mode }) => agent === me && mode === 'barge');
  const acts: [Act, boolean][] = [
    ['accept', open && !c.owner],
    ['reply', owned && (owner || guest || barged)],
    ['comment', true],
    ['discuss', owner],
    ['assign', owner],
    ['confer', owner],
    ['transfer', open && (owner || manages)],
    ['resolve', open && (owner || manages)],
    ['leave', guest || (owner && c.guests.length > 0)],
    ['remove_guest', c.guests.length > 0 && (owner || manages)],
    ['monitor', owned && manages && !involved],
    ['prioritise', open && manages],
    ['require', open && (owner || manages)],
    ['survey', owner],
    ['trigger', owner],
  ];
  return acts.filter(([, allowed]) => allowed).map(([act]) => act);
}

/** The server's verdict on each colleague and team, for one conversation. */
export function targetsOf(
  c: Conversation,
  act: TargetAct,
  me: string,
  agents: readonly Agent[],
): Candidate[] {
  const refused = (code: Code) => ({ code, message: 'Server says no.', remedy: '' });
  const people = agents.filter(({ id }) => id !== me);
  const free = ({ presence }: Agent) => presence === 'available' || presence === 'busy';
  const candidates: Candidate[] = people.map((agent) => {
    const talk = c.discussions.find(
      ({ initiator, members }) => initiator === me && members.includes(agent.id),
    );
    const promotes = act === 'transfer' || act === 'confer' ? talk?.id : undefined;
    const why: Code | undefined =
      agent.id === c.owner
        ? 'target_is_owner'
        : act === 'discuss' && talk
          ? 'target_consults'
          : !free(agent)
            ? 'target_unavailable'
            : (act === 'transfer' || act === 'assign') && agent.open >= agent.capacity
              ? 'target_full'
              : undefined;
    return {
      to: agent.role === 'agent' ? { agent: agent.id } : { manager: agent.id },
      name: agent.name,
      allowed: why ? 0 : 1,
      ...(why ? { refused: refused(why) } : {}),
      ...(promotes ? { promotes } : {}),
    };
  });
  const group = (to: Candidate['to'], name: string, members: Agent[]): Candidate => {
    const some = members.some((one) => one.role === 'agent' && free(one));
    const queued = act === 'transfer' && 'team' in to;
    return some || queued
      ? { to, name, allowed: 1 }
      : { to, name, allowed: 0, refused: refused('nobody_available') };
  };
  const teams = [...new Set(agents.flatMap(({ teams }) => teams))];
  const skills = [...new Set(agents.flatMap(({ skills }) => skills ?? []))];
  return [
    ...candidates,
    ...teams.map((id) =>
      group(
        { team: id },
        id === 'care' ? 'Customer Care' : id,
        people.filter(({ teams }) => teams.includes(id)),
      ),
    ),
    ...skills.map((id) =>
      group(
        { skill: id },
        id,
        people.filter(({ skills }) => skills?.includes(id)),
      ),
    ),
  ];
}
