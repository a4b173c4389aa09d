// The workspace's records of the made-up world, as the fake server keeps them.
const HOUR = 3_600_000;

function recordsOf(state, now) {
  const stamp = { version: 1, changed_by: 'grace', changed_at: now - 26 * HOUR };
  return {
    workspace: { name: 'Acme Telecom', checklist_hidden: true, ...stamp },
    teams: [
      ...state.teams.map(({ id, name }) => ({ id, name, ...stamp })),
      { id: 'field', name: 'Field service', retired: true, ...stamp },
    ],
    queues: state.queues.map(({ id, name, team }) => ({ id, name, team, ...stamp })),
    assets: [
      {
        id: 'whatsapp-uk',
        name: 'WhatsApp UK',
        channel: 'whatsapp',
        account: '106540352242922',
        queue: state.queues[0]?.id ?? '',
        teams: ['sales'],
        ...stamp,
      },
      {
        id: 'web-shop',
        name: 'Chat of the shop',
        channel: 'web',
        account: 'web-shop',
        queue: state.queues[0]?.id ?? '',
        teams: [],
        ...stamp,
      },
    ],
    agents: state.agents.map(({ id, name, role, teams, skills, capacity }, index) => ({
      id,
      name,
      email: `${id}@example.com`,
      role,
      teams,
      skills,
      capacity,
      call: null,
      active: id !== 'tom',
      bound: index !== 4,
      ...stamp,
    })),
  };
}

/** Answers the requests about the workspace's records; `fake` answers all others. */
export function workspace(state, who) {
  let kept;
  return (method, { pathname }, body) => {
    if (pathname === '/oidc/invitations') {
      return [201, { link: 'http://localhost:8787/invite/x3c9', days: 3 }];
    }
    const [, kind, id] =
      /^\/v1\/(workspace|teams|queues|assets|agents)(?:\/(\w[\w-]*))?$/.exec(pathname) ?? [];
    if (!kind) return undefined;
    const now = Date.now();
    kept ??= recordsOf(state, now);
    if (pathname === '/v1/workspace' && method === 'GET') return [200, kept];
    // A change without a version comes from the people's page.
    if (method !== 'PUT' || body?.version === undefined) return undefined;
    const list = kept[kind];
    let record = kind === 'workspace' ? list : list.find((one) => one.id === id);
    if ((record?.version ?? 0) !== body.version) {
      const message = 'Somebody was faster.';
      return [409, { error: { code: 'version_conflict', message, remedy: 'Read it again.' } }];
    }
    const others = Array.isArray(list) ? list.filter((one) => one.id !== id) : [];
    if (kind !== 'agents' && others.some((one) => one.name === body.name)) {
      const error = {
        code: 'name_taken',
        field: 'name',
        message: `The name "${body.name}" is taken already.`,
        remedy: 'Choose another name, or change that record.',
      };
      return [409, { error }];
    }
    if (!record) {
      record = { id, ...(kind === 'agents' ? { active: true, bound: false } : {}) };
      list.push(record);
    }
    Object.assign(record, body, { version: body.version + 1, changed_by: who, changed_at: now });
    return [200, record];
  };
}
