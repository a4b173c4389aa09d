/** The managers' board, as the fake server gives it. */
export function board(state, now) {
  const card = (over) => ({
    status: 'active',
    channel: 'whatsapp',
    contact: 'c1',
    queue: 'billing',
    owner: 'mark',
    priority: 1,
    alias: null,
    tags: [],
    labels: [],
    waiting_on: 'agent',
    waiting_since: now - 48_000,
    opened_at: now - 9e5,
    updated_at: now,
    summary: '',
    ...over,
  });
  const [first, second, third] = state.agents;
  return {
    at: now,
    queues: [
      {
        id: 'billing',
        name: 'Billing',
        team: 'support',
        waiting: 4,
        longest_since: now - 372_000,
        unanswered_since: now - 312_000,
      },
      { id: 'returns', name: 'Returns', team: 'support', waiting: 1, longest_since: now - 41_000 },
      { id: 'sales', name: 'Sales', team: 'sales', waiting: 0 },
    ],
    agents: state.agents.map((agent, index) => ({
      id: agent.id,
      name: agent.name,
      teams: agent.teams,
      presence: agent.presence,
      ...(agent.presence === 'away' ? { reason: 'Lunch' } : {}),
      since: now - 3_600_000 - index * 400_000,
      open: agent.open,
      capacity: agent.capacity,
      wrapping: index === 1 ? 1 : 0,
      ...(agent.open > 1 ? { waiting_since: now - 48_000 * (index + 1) } : {}),
      discussions: index === 0 ? 1 : 0,
    })),
    conversations: [
      card({ id: 'a1-1', reference: '7K2M-Q4W8-2', name: 'John Smith', owner: first?.id }),
      card({
        id: 'a2-1',
        reference: 'HJKM-22AB-1',
        name: 'Chen Wei',
        channel: 'web',
        owner: second?.id,
        waiting_since: now - 132_000,
        priority: 3,
      }),
      card({
        id: 'a3-1',
        reference: 'RSTV-9XWD-1',
        name: 'Inês Carvalho',
        status: 'pending',
        waiting_on: 'customer',
        owner: third?.id,
      }),
      card({
        id: 'a4-1',
        reference: '8J1K-0PQR-1',
        name: 'Lena Hoffmann',
        channel: 'web',
        status: 'queued',
        owner: null,
        waiting_since: now - 372_000,
      }),
    ],
    more: false,
  };
}
