import type { useSession } from '@/stores/session';

type Session = ReturnType<typeof useSession>;

/** The work that people would wait for in vain. */
export type Left =
  | { kind: 'chat'; id: string; name: string; queue: string }
  | { kind: 'talk'; id: string; name: string; with: string[] }
  | { kind: 'request'; id: string; name: string; from: string };

/** Chats whose customer waits, running discussions, and requests that nobody else answers. */
export function leftBehind(session: Session): Left[] {
  const left: Left[] = [];
  for (const { thread, dot, guest } of session.lists.mine) {
    const { id, queue } = thread.conversation;
    if (dot !== 'waiting' || guest) continue;
    left.push({ kind: 'chat', id, name: session.contactName(id), queue });
  }
  for (const { thread } of session.lists.discussions) {
    const { id, discussions } = thread.conversation;
    for (const talk of discussions) {
      const others = talk.members.filter((member) => member !== session.meId);
      if (others.length === talk.members.length || !others.length) continue;
      left.push({ kind: 'talk', id: talk.id, name: session.contactName(id), with: others });
    }
  }
  for (const { offer, thread } of session.lists.offers) {
    const name = session.contactName(thread.conversation.id);
    left.push({ kind: 'request', id: offer.id, name, from: offer.from });
  }
  return left;
}
