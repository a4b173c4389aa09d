import { computed, shallowRef } from 'vue';
import { useEnvironment } from '@/stores/environment';
import { type Emoji, type EmojiGroup, loadEmoji, OwnEmoji, searchEmoji, toned } from './emoji';

const groups = shallowRef<EmojiGroup[]>();
const all = computed(() => groups.value?.flatMap((group) => group.all));

/** The emoji, once they are loaded, and the agent's own habits with them. */
export function useEmoji() {
  const { storage, subject } = useEnvironment();
  const own = new OwnEmoji(storage, subject);

  function load(): void {
    if (!groups.value)
      void loadEmoji().then(
        (loaded) => (groups.value = loaded),
        () => {},
      );
  }
  /** The best matches for the text after a colon; the first call loads the data. */
  function find(query: string, limit: number): Emoji[] {
    if (all.value) return searchEmoji(all.value, query, limit);
    load();
    return [];
  }
  const shown = (one: Emoji) => toned(one, own.read().tone);

  return { groups, all, own, load, find, shown };
}
