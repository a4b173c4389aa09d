// The rights and the possible targets that the made-up server returns. The real server decides by
// its rules.

export function mayOf(c, me, manages) {
  const open = ['active', 'pending', 'queued'].includes(c.status);
  const owned = open && Boolean(c.owner);
  const owner = owned && c.owner === me;
  const guest = c.guests.includes(me);
  const barged = c.monitors.some((m) => m.agent === me && m.mode === 'barge');
  const involved = owner || guest || c.discussions.some((d) => d.members.includes(me));
  const acts = {
    accept: open && !c.owner,
    reply: owned && (owner || guest || barged),
    comment: true,
    discuss: owner,
    assign: owner,
    confer: owner,
    transfer: open && (owner || manages),
    resolve: open && (owner || manages),
    leave: guest || (owner && c.guests.length > 0),
    remove_guest: c.guests.length > 0 && (owner || manages),
    monitor: owned && manages && !involved,
    prioritise: open && manages,
    require: open && (owner || manages),
    survey: owner,
    trigger: owner,
  };
  return Object.keys(acts).filter((act) => acts[act]);
}

export function targetsOf(c, act, me, { agents, teams, queues }) {
  const told = (to, name, code) => ({
    to,
    name,
    allowed: code ? 0 : 1,
    ...(code ? { refused: { code, message: 'No.', remedy: '' } } : {}),
  });
  const free = (a) => a.presence === 'available' || a.presence === 'busy';
  const room = (a) => act === 'discuss' || act === 'confer' || a.open < a.capacity;
  const others = agents.filter((a) => a.id !== me);
  const people = others.map((a) => {
    const talk = c?.discussions.find((d) => d.initiator === me && d.members.includes(a.id));
    const code =
      talk && act === 'discuss'
        ? 'target_consults'
        : !free(a)
          ? 'target_unavailable'
          : room(a)
            ? undefined
            : 'target_full';
    const promotes = talk && (act === 'transfer' || act === 'confer') ? { promotes: talk.id } : {};
    const to = a.role === 'agent' ? { agent: a.id } : { manager: a.id };
    return { ...told(to, a.name, code), ...promotes };
  });
  const skills = [...new Set(agents.flatMap((a) => a.skills ?? []))];
  return [
    ...people,
    ...teams.map((team) => told({ team: team.id }, team.name)),
    ...skills.map((skill) => told({ skill }, skill)),
    ...queues.map((queue) => told({ queue: queue.id }, queue.name)),
  ];
}
