import { shallowRef } from 'vue';
import type { Overrides } from '@/contract/protocol';
import { useEnvironment } from '@/stores/environment';
import { useSession } from '@/stores/session';
import type { Key, Place } from './fields';

/** The teams and queues that set a field otherwise. */
export interface Elsewhere {
  place: Place;
  value: unknown;
}

/** Each place costs a request: a large workspace does without. */
const MOST = 40;
const AT_ONCE = 6;

/** The overrides below a place: a team's in its queues, the workspace's in all teams and queues. */
export function useOverrides() {
  const session = useSession();
  const { api } = useEnvironment();
  const found = shallowRef<{ place: Place; own: Overrides }[]>([]);
  let asked: Place | undefined;

  function below(place: Place): Place[] {
    const [list, id] = place.split('/');
    const queues = session.queues
      .filter(({ retired, team }) => !retired && (list === 'workspace' || team === id))
      .map((queue): Place => `queues/${queue.id}`);
    const teams = session.teams.filter(({ retired }) => !retired);
    if (list === 'queues') return [];
    return list === 'teams' ? queues : [...teams.map(({ id }): Place => `teams/${id}`), ...queues];
  }
  /** Best effort: the page shows no hint where a place cannot be read. */
  async function load(place: Place): Promise<void> {
    found.value = [];
    asked = place;
    const places = below(place);
    if (places.length > MOST || !session.me || session.me.role === 'agent') return;
    for (let at = 0; at < places.length; at += AT_ONCE) {
      const some = places.slice(at, at + AT_ONCE);
      const read = await Promise.allSettled(some.map((one) => api.scopedSettings(one)));
      if (asked !== place) return;
      found.value = [
        ...found.value,
        ...read.flatMap((one, n) => {
          const where = some[n];
          return one.status === 'fulfilled' && where
            ? [{ place: where, own: one.value.own ?? {} }]
            : [];
        }),
      ];
    }
  }
  const of = (key: Key): Elsewhere[] =>
    found.value
      .filter(({ own }) => own[key] !== undefined)
      .map(({ place, own }) => ({ place, value: own[key] }));
  return { load, of };
}
