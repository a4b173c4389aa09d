import { computed, type Ref, ref } from 'vue';
import type { Discussion } from '@/contract/protocol';
import type { Thread } from '@/engine/thread';
import { useSession } from '@/stores/session';

export interface Talk extends Discussion {
  over: boolean;
}

const shown = ref(new Map<string, string>());

/**
 * The private talks of a thread that this agent takes part in, the ended ones until marked done.
 */
export function useTalks(thread: Ref<Thread | undefined>) {
  const session = useSession();

  const talks = computed<Talk[]>(() => {
    const held = thread.value;
    if (!held) return [];
    const running = held.conversation.discussions.filter((talk) =>
      talk.members.includes(session.meId),
    );
    const ended = session.ended().of(held.id);
    return [
      ...running.map((talk) => ({ ...talk, over: false })),
      ...ended
        .filter(({ id }) => running.every((talk) => talk.id !== id))
        .map(({ id, initiator, members }) => ({ id, initiator, members, over: true })),
    ];
  });

  const open = computed(() => {
    const chosen = shown.value.get(thread.value?.id ?? '');
    return talks.value.find((talk) => talk.id === chosen) ?? talks.value[0];
  });

  return { talks, open };
}

export function showTalk(thread: string, id: string): void {
  shown.value = new Map(shown.value).set(thread, id);
}
