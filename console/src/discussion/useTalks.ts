import { computed, type Ref, ref } from 'vue';
import type { Thread } from '@/client/thread';
import { useDesk } from '@/stores/desk';

export interface Talk {
  id: string;
  initiator: string;
  members: string[];
  over: boolean;
}

const done = ref(new Set<string>());
const shown = ref(new Map<string, string>());
/** Talks that were seen running: what ended before this page was opened is history. */
const witnessed = new Map<string, Omit<Talk, 'over'>>();

/** The private talks of a thread that this agent takes part in, the ended ones until marked done. */
export function useTalks(thread: Ref<Thread | undefined>) {
  const desk = useDesk();

  const talks = computed<Talk[]>(() => {
    const held = thread.value;
    if (!held) return [];
    const running = held.conversation.discussions.filter((talk) =>
      talk.members.includes(desk.meId),
    );
    for (const talk of running) witnessed.set(talk.id, talk);
    const known = new Set(held.conversation.discussions.map((talk) => talk.id));
    const ended = [...witnessed.values()].filter(
      (talk) =>
        talk.id.startsWith(`${held.id}-`) && !known.has(talk.id) && !done.value.has(talk.id),
    );
    return [
      ...running.map((talk) => ({ ...talk, over: false })),
      // Whoever left is not in the list any more, though they were; the rest is as it was.
      ...ended.map((talk) => ({ ...talk, over: true })),
      ...held.conversation.discussions
        .filter(
          (talk) =>
            !talk.members.includes(desk.meId) && witnessed.has(talk.id) && !done.value.has(talk.id),
        )
        .map((talk) => ({ ...talk, over: true })),
    ];
  });

  const open = computed(() => {
    const chosen = shown.value.get(thread.value?.id ?? '');
    return talks.value.find((talk) => talk.id === chosen) ?? talks.value[0];
  });

  return { talks, open };
}

export function markDone(id: string): void {
  done.value = new Set(done.value).add(id);
}

export function showTalk(thread: string, id: string): void {
  shown.value = new Map(shown.value).set(thread, id);
}
