import { useDesk } from '@/stores/desk';

/** The colleagues whom a comment can mention, with their teams. */
export function mentionable() {
  const desk = useDesk();
  return desk.agents
    .filter((agent) => agent.id !== desk.meId)
    .map((agent) => ({
      id: agent.id,
      name: agent.name,
      about: agent.teams.map(desk.teamName).join(', '),
    }));
}
