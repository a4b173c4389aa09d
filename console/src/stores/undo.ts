import type { Conversation } from '@/contract/protocol';
import { threadOf } from '@/engine/ids';
import { t } from '@/i18n/words';
import { useActions } from './actions';
import { useNotices } from './notices';
import { useSession } from './session';

/** Reports the last step, with a button that takes it back while it still holds. */
export function useUndo() {
  const session = useSession();
  const notices = useNotices();
  const { run, explain } = useActions();

  /**
   * `entry`: the position of the step's entry in the log. `so`: tests whether the step still holds.
   */
  function offer(
    conversation: string,
    entry: number,
    text: string,
    so: (now: Conversation) => boolean,
  ): void {
    notices.show({
      tone: 'success',
      text,
      about: `undo ${conversation} ${entry}`,
      holds: () => {
        const now = session.thread(threadOf(conversation))?.conversation;
        // The step itself may not have come back from the server yet.
        return !now || now.seq < entry || (now.id === conversation && so(now));
      },
      action: { label: t('undo-undo'), run: () => void take(conversation, entry) },
    });
  }

  async function take(conversation: string, entry: number): Promise<void> {
    if (explain(await run(conversation, { type: 'undo', entry })))
      notices.announce(t('undo-undone'));
  }

  return { offer };
}
