import type { Agent, PresenceChoice } from '@/contract/protocol';
import { ApiRefused } from '@/engine/api';
import { t } from '@/i18n/words';
import { useActions } from '@/stores/actions';
import { useEnvironment } from '@/stores/environment';
import { useNotices } from '@/stores/notices';
import { useSession } from '@/stores/session';

/** A manager sets a colleague available or away. */
export function useOthersPresence() {
  const session = useSession();
  const notices = useNotices();
  const { api } = useEnvironment();
  const { refusal } = useActions();

  /** Throws the server's refusal, or that the server was out of reach. */
  async function change(agent: string, presence: PresenceChoice, reason?: string): Promise<Agent> {
    const now = await api.setPresence(agent, presence, reason);
    session.client().learnAgents([now]);
    const name = session.nameOf(agent);
    const text =
      presence === 'away' ? t('board-isAway', { name }) : t('board-isAvailable', { name });
    notices.show({ tone: 'success', text });
    return now;
  }

  /** Like `change`, with a notice for an error. True if it was done. */
  async function set(agent: string, presence: PresenceChoice): Promise<boolean> {
    try {
      await change(agent, presence);
      return true;
    } catch (error) {
      const refused = error instanceof ApiRefused ? error.refused : undefined;
      notices.show({
        tone: 'problem',
        text: refused ? refusal(refused) : t('notices-unreachable'),
        detail: refused?.remedy,
      });
      return false;
    }
  }

  return { change, set };
}
