import type { Loss } from '@/engine/takenFromMe';
import { notices as words } from '@/i18n/en';

interface Names {
  nameOf: (id: string | undefined) => string;
  queueName: (id: string) => string;
}

/** What was taken from me, in a sentence. */
export function lossText(loss: Loss, name: string, { nameOf, queueName }: Names): string {
  const by = nameOf(loss.by);
  switch (loss.how) {
    case 'requeued':
      return words.lost[loss.cause](name, queueName(loss.queue), by);
    case 'assigned': {
      const to = nameOf(loss.to);
      const given = loss.by !== undefined && loss.by !== loss.to;
      return given ? words.lost.assignedBy(name, to, by) : words.lost.assigned(name, to);
    }
    default:
      return words.lost[loss.how](name, by);
  }
}
