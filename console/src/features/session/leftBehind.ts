import type { useDesk } from '@/stores/desk';

type Desk = ReturnType<typeof useDesk>;

/** The work that people would wait for in vain. */
export type Left =
  | { kind: 'chat'; id: string; name: string; queue: string }
  | { kind: 'talk'; id: string; name: string; with: string[] }
  | { kind: 'request'; id: string; name: string; from: string };

/** Chats whose customer waits, running discussions, and requests that nobody else answers. */
export function leftBehind(desk: Desk): Left[] {
  const left: Left[] = [];
  for (const { thread, dot, guest } of desk.lists.mine) {
    const { id, queue } = thread.conversation;
    if (dot !== 'waiting' || guest) continue;
    left.push({ kind: 'chat', id, name: desk.contactName(id), queue });
  }
  for (const { thread } of desk.lists.discussions) {
    const { id, discussions } = thread.conversation;
    for (const talk of discussions) {
      const others = talk.members.filter((member) => member !== desk.meId);
      if (others.length === talk.members.length || !others.length) continue;
      left.push({ kind: 'talk', id: talk.id, name: desk.contactName(id), with: others });
    }
  }
  for (const { offer, thread } of desk.lists.offers) {
    const name = desk.contactName(thread.conversation.id);
    left.push({ kind: 'request', id: offer.id, name, from: offer.from });
  }
  return left;
}
