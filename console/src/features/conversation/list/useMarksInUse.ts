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

/** So long what was read is good. */
const FRESH = 60_000;
/** As far back as it is looked for: the newest conversations that one may read. */
const PAGES = 20;
const sessions = new WeakMap<object, Known>();

/** Every tag and label that stands at a conversation, whichever list it is in. */
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
        // What is known already can be chosen while the rest is read.
        known.marks.value = { tags: [...tags], labels: [...labels] };
        cursor = answer.cursor;
        if (!cursor) break;
      }
    } catch {
      // What was read is good; the rest is asked for when the form opens again.
      known.at = Number.NEGATIVE_INFINITY;
    }
  }
  onMounted(load);
  return known.marks;
}
