import { computed, type Ref } from 'vue';
import { shortId } from '@/client/ids';
import { ACT_IDS, actSpec } from '@/client/shortcuts';
import { useTeamChat } from '@/direct/useTeamChat';
import { useActs } from '@/frame/acts';
import { list, acts as titles, palette as words } from '@/i18n/en';
import { settingsIndex } from '@/settings/pages';
import { useDesk } from '@/stores/desk';
import { useUi } from '@/stores/ui';
import type { IconName } from '@/ui/icons';
import { rank } from './rank';

export interface Result {
  id: string;
  title: string;
  /** Searched and shown in small print. */
  more?: string | undefined;
  icon: IconName;
  chord?: string | undefined;
  run: () => void;
}

export interface ResultGroup {
  name: string;
  results: Result[];
}

const MOST = 6;
const ACTS_AT_FIRST = 12;

/** What the palette finds: what can be done now, conversations, people, settings. */
export function useResults(query: Ref<string>) {
  const desk = useDesk();
  const ui = useUi();
  const acts = useActs();
  const chat = useTeamChat();

  const doable = computed<Result[]>(() =>
    ACT_IDS.filter(
      (id) => id !== 'palette' && id !== 'close' && !actSpec(id).own && acts.available(id),
    ).map((id) => ({
      id: `act-${id}`,
      title: titles[id],
      icon: 'right' as const,
      chord: acts.bindings[id][0],
      run: () => void acts.run(id),
    })),
  );
  const conversations = computed<Result[]>(() => {
    const known = new Map<string, Result>();
    const add = (id: string, name: string, more: string) => {
      if (known.has(id)) return;
      const run = () => void ui.open(id);
      const title = name || list.anonymous;
      const small = `${shortId(id)} · ${more}`;
      known.set(id, { id: `conversation-${id}`, title, more: small, icon: 'chats', run });
    };
    for (const { thread } of desk.lists.mine) {
      add(thread.conversation.id, thread.conversation.contact.name, words.mine);
    }
    for (const { thread } of desk.lists.discussions) {
      add(thread.conversation.id, thread.conversation.contact.name, words.discussion);
    }
    for (const queue of desk.queues) {
      for (const place of queue.waiting) {
        add(place.conversation, place.name, words.queued(queue.name));
      }
    }
    return [...known.values()];
  });
  const people = computed<Result[]>(() =>
    desk.agents
      .filter((agent) => agent.id !== desk.meId)
      .map((agent) => ({
        id: `agent-${agent.id}`,
        title: agent.name,
        more: [words.talk, ...(agent.skills ?? [])].join(' · '),
        icon: 'person',
        run: () => chat.open(agent.id),
      })),
  );
  const settings = computed<Result[]>(() =>
    settingsIndex(desk.me?.role).map(({ page, field, title, more }) => ({
      id: `setting-${page}-${field ?? ''}`,
      title,
      more,
      icon: 'settings',
      run: () => ui.showSettings(page, field),
    })),
  );

  return computed<ResultGroup[]>(() => {
    const typed = query.value;
    const found = [
      [words.groups.conversations, conversations.value, MOST],
      [words.groups.acts, doable.value, typed.trim() ? MOST : ACTS_AT_FIRST],
      [words.groups.people, people.value, MOST],
      // Too many to be shown before one knows what is looked for.
      [words.groups.settings, typed.trim() ? settings.value : [], MOST],
    ] as const;
    return found
      .map(([name, all, most]) => ({ name, results: rank(all, typed, most) }))
      .filter(({ results }) => results.length > 0);
  });
}
