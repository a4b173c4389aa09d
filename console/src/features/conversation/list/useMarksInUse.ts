import { onMounted, type ShallowRef, shallowRef } from 'vue';
import { useEnvironment } from '@/stores/environment';

interface Marks {
  tags: readonly string[];
  labels: readonly string[];
}
interface Known {
  marks: ShallowRef<Marks>;
  at: number;
}

/** The time for which the result is good, in ms. */
const FRESH = 60_000;
/** The most pages of the newest readable conversations in one search. */
const PAGES = 20;
const sessions = new WeakMap<object, Known>();

/** Every tag and label on a conversation, in any list. */
export function useMarksInUse(): ShallowRef<Marks> {
  const { api, clock } = useEnvironment();
  const known = sessions.get(api) ?? {
    marks: shallowRef<Marks>({ tags: [], labels: [] }),
    at: Number.NEGATIVE_INFINITY,
  };
  sessions.set(api, known);

  async function load(): Promise<void> {
    if (clock.now() - known.at < FRESH) return;
    known.at = clock.now();
    const tags = new Set<string>();
    const labels = new Set<string>();
    let cursor: string | null | undefined;
    try {
      for (let page = 0; page < PAGES; page += 1) {
        const answer = await api.conversations(cursor ? { cursor } : {});
        for (const card of answer.conversations) {
          for (const tag of card.tags ?? []) tags.add(tag);
          for (const label of card.labels ?? []) labels.add(label);
        }
        // The agent can choose the known marks while the other pages load.
        known.marks.value = { tags: [...tags], labels: [...labels] };
        cursor = answer.cursor;
        if (!cursor) break;
      }
    } catch {
      // The read pages are good; the form asks for the others when it opens again.
      known.at = Number.NEGATIVE_INFINITY;
    }
  }
  onMounted(load);
  return known.marks;
}
