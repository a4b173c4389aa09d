import { nextTick } from 'vue';
import { t } from '@/i18n/words';
import type { useDesk } from '@/stores/desk';
import type { useNotices } from '@/stores/notices';

/** Prints a thread from its first message on; fetches the missing pages before. */
export async function printThread(
  id: string,
  desk: Pick<ReturnType<typeof useDesk>, 'thread' | 'loadOlder'>,
  notices: Pick<ReturnType<typeof useNotices>, 'show'>,
): Promise<void> {
  try {
    while (desk.thread(id)?.more) {
      const before = desk.thread(id)?.entries[0]?.seq;
      await desk.loadOlder(id);
      // An answer without earlier entries would make the loop endless.
      if (desk.thread(id)?.entries[0]?.seq === before) break;
    }
  } catch {
    notices.show({ tone: 'problem', text: t('thread-printFailed') });
    return;
  }
  await nextTick();
  window.print();
}
