import { computed, ref, shallowRef } from 'vue';
import type { ConversationCard, Conversations, Refused } from '@/contract/protocol';
import { ApiRefused, type Query } from '@/engine/api';
import { useEnvironment } from '@/stores/environment';

const EMPTY_PAGES = 10;

interface Page {
  cards: readonly ConversationCard[];
  cursor?: string | null | undefined;
}

const why = ({ message, remedy }: Refused) => [message, remedy].filter(Boolean).join(' ');

type Question = Query<'listConversations'>;

/** Conversations that the server finds by one or several questions side by side. */
export function useCards() {
  const { api } = useEnvironment();
  return usePages<Question>(api.conversations);
}

/** Conversations read from the server page by page, by one or several questions side by side. */
export function usePages<Q extends { cursor?: string }>(
  answers: (question: Q) => Promise<Conversations>,
) {
  const questions = shallowRef<readonly Q[]>([]);
  const pages = shallowRef<readonly Page[]>();
  const failed = ref(false);
  /** The server's reason for not answering, if it gave one. */
  const refused = ref('');
  const busy = ref(false);
  /** True if the agent read beyond the first pages. */
  const paged = ref(false);
  /** The number of the latest request; answers to earlier ones are dropped. */
  let asked = 0;

  const cards = computed(() => pages.value?.flatMap((page) => page.cards));
  const more = computed(() => pages.value?.some((page) => page.cursor) ?? false);

  async function ask(load: () => Promise<readonly Page[]>): Promise<void> {
    asked += 1;
    const mine = asked;
    busy.value = true;
    try {
      const answer = await load();
      if (mine !== asked) return;
      pages.value = answer;
      failed.value = false;
    } catch (error) {
      if (mine === asked) {
        failed.value = true;
        refused.value = error instanceof ApiRefused ? why(error.refused) : '';
      }
    }
    if (mine === asked) busy.value = false;
  }

  /** A page can be empty and still not be the last: this reads on until there is something. */
  const page = async (question: Q): Promise<Page> => {
    let answer = await answers(question);
    for (let more = 0; more < EMPTY_PAGES && !answer.conversations.length; more += 1) {
      if (!answer.cursor) break;
      answer = await answers({ ...question, cursor: answer.cursor });
    }
    return { cards: answer.conversations, cursor: answer.cursor };
  };

  /** Reads from the beginning. The old pages stay until the answer has come. */
  const load = (now: readonly Q[] = questions.value): Promise<void> => {
    questions.value = now;
    paged.value = false;
    return ask(() => Promise.all(now.map(page)));
  };

  const loadMore = (): Promise<void> => {
    paged.value = true;
    return ask(() =>
      Promise.all(
        questions.value.map(async (question, index): Promise<Page> => {
          const before = pages.value?.[index];
          if (!before?.cursor) return before ?? { cards: [] };
          const next = await page({ ...question, cursor: before.cursor });
          return { cards: [...before.cards, ...next.cards], cursor: next.cursor };
        }),
      ),
    );
  };

  function clear(): void {
    asked += 1;
    pages.value = undefined;
    failed.value = false;
    busy.value = false;
  }

  return { cards, more, failed, refused, busy, paged, load, loadMore, clear };
}
