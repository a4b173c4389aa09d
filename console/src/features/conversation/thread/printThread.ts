import { nextTick } from 'vue';
import { t } from '@/i18n/words';
import type { useNotices } from '@/stores/notices';
import type { useSession } from '@/stores/session';

/** Prints a thread from its first message on; fetches the missing pages before. */
export async function printThread(
  id: string,
  session: Pick<ReturnType<typeof useSession>, 'thread' | 'loadOlder'>,
  notices: Pick<ReturnType<typeof useNotices>, 'show'>,
): Promise<void> {
  try {
    while (session.thread(id)?.more) {
      const before = session.thread(id)?.entries[0]?.seq;
      await session.loadOlder(id);
      // An answer without earlier entries would make the loop endless.
      if (session.thread(id)?.entries[0]?.seq === before) break;
    }
  } catch {
    notices.show({ tone: 'problem', text: t('thread-printFailed') });
    return;
  }
  await nextTick();
  window.print();
}
