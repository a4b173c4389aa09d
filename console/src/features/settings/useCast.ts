import { computed } from 'vue';
import { byAlphabet } from '@/i18n/formats';
import { useSession } from '@/stores/session';
import type { Cast, Person } from './examples';
import type { SettingsForm } from './useSettings';

/** Names for a workspace in which fewer than two people serve. */
const STAND_INS: Person[] = [
  { name: 'Martha', capacity: 3, skills: [] },
  { name: 'Mark', capacity: 5, skills: [] },
];

/** The people of the examples: real ones, of the team that serves the place. */
export function useCast({ place }: Pick<SettingsForm, 'place'>) {
  const session = useSession();
  return computed<Cast>(() => {
    const [list, id] = place.value.split('/');
    const team = list === 'queues' ? session.queues.find((queue) => queue.id === id)?.team : id;
    const all = session.agents
      .filter(({ teams }) => team === undefined || teams.includes(team))
      .map(({ name, capacity, skills = [] }) => ({ name, capacity, skills }))
      .sort((a, b) => byAlphabet(a.name, b.name));
    const [agent, other] = [
      ...all,
      ...STAND_INS.filter(({ name }) => all.every((one) => one.name !== name)),
    ] as [Person, Person];
    return { agent, other, all };
  });
}
