import { PresenceBody as limits } from '@/contract/limits';
import type { PresenceChoice } from '@/contract/protocol';
import { ApiRefused } from '@/engine/api';
import { t } from '@/i18n/words';
import { useActions } from '@/stores/actions';
import { useEnvironment } from '@/stores/environment';
import { useNotices } from '@/stores/notices';
import { useSession } from '@/stores/session';

export const REASON_LENGTH = limits.reason.maxLength;

/** An agent sets themselves available or away. */
export function usePresence() {
  const session = useSession();
  const notices = useNotices();
  const { api } = useEnvironment();
  const { refusal } = useActions();

  /** True if the server has it; the user has already seen any error. */
  async function become(presence: PresenceChoice, reason?: string): Promise<boolean> {
    try {
      await api.presence(presence, reason);
    } catch (error) {
      const refused = error instanceof ApiRefused ? error.refused : undefined;
      notices.show({
        tone: 'problem',
        text: refused ? refusal(refused) : t('notices-unreachable'),
        detail: refused?.remedy,
      });
      return false;
    }
    if (session.me) {
      const now = { ...session.me, presence, away_reason: reason ?? null, set_by: null };
      session.client().learnAgents([now]);
    }
    return true;
  }
  return { become };
}
