import { computed, watch } from 'vue';
import type { Presence } from '@/contract/protocol';
import { talk as words } from '@/i18n/en';
import { useDesk } from '@/stores/desk';
import { useNotices } from '@/stores/notices';

export interface Absent {
  agent: string;
  presence: Extract<Presence, 'away' | 'offline'>;
  text: string;
}

/** Those of a discussion who cannot answer now; who goes and who comes back is read out, too. */
export function useAbsence(members: () => readonly string[]) {
  const desk = useDesk();
  const notices = useNotices();

  const absent = computed(() =>
    members().flatMap((id): Absent[] => {
      const agent = desk.agents.find((one) => one.id === id);
      if (!agent || id === desk.meId) return [];
      if (agent.presence === 'offline') {
        return [{ agent: id, presence: agent.presence, text: words.away.offline(agent.name) }];
      }
      if (agent.presence !== 'away') return [];
      const { away_reason: reason, name } = agent;
      const text = reason ? words.away.awayFor(name, reason) : words.away.away(name);
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
        notices.announce(words.away.back(desk.nameOf(agent)));
      }
    }
  });

  return absent;
}
