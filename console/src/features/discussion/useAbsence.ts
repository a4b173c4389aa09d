import { computed, watch } from 'vue';
import type { Presence } from '@/contract/protocol';
import { t } from '@/i18n/words';
import { useNotices } from '@/stores/notices';
import { useSession } from '@/stores/session';

export interface Absent {
  agent: string;
  presence: Extract<Presence, 'away' | 'offline'>;
  text: string;
}

/**
 * The members of a discussion who cannot answer now; the screen reader hears who goes and comes
 * back.
 */
export function useAbsence(members: () => readonly string[]) {
  const session = useSession();
  const notices = useNotices();

  const absent = computed(() =>
    members().flatMap((id): Absent[] => {
      const agent = session.agents.find((one) => one.id === id);
      if (!agent || id === session.meId) return [];
      if (agent.presence === 'offline') {
        return [
          {
            agent: id,
            presence: agent.presence,
            text: t('talk-away-offline', { name: agent.name }),
          },
        ];
      }
      if (agent.presence !== 'away') return [];
      const { away_reason: reason, name } = agent;
      const text = reason
        ? t('talk-away-awayFor', { name, reason })
        : t('talk-away-away', { name });
      return [{ agent: id, presence: agent.presence, text }];
    }),
  );
  watch(absent, (now, before) => {
    for (const one of now) {
      if (before.every(({ text }) => text !== one.text)) notices.announce(one.text);
    }
    const here = new Set(now.map(({ agent }) => agent));
    for (const { agent } of before) {
      if (!here.has(agent) && members().includes(agent)) {
        notices.announce(t('talk-away-back', { name: session.nameOf(agent) }));
      }
    }
  });

  return absent;
}
