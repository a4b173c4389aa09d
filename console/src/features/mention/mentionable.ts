import { useSession } from '@/stores/session';

/** The colleagues whom a comment can mention, with their teams. */
export function mentionable() {
  const session = useSession();
  return session.agents
    .filter((agent) => agent.id !== session.meId)
    .map((agent) => ({
      id: agent.id,
      name: agent.name,
      about: agent.teams.map(session.teamName).join(', '),
    }));
}
