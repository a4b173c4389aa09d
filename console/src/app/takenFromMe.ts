import type { Loss } from '@/engine/takenFromMe';
import { t } from '@/i18n/words';

interface Names {
  nameOf: (id: string | undefined) => string;
  queueName: (id: string) => string;
}

/** A sentence about a conversation that the agent has lost. */
export function lossText(loss: Loss, name: string, { nameOf, queueName }: Names): string {
  const by = nameOf(loss.by);
  switch (loss.how) {
    case 'requeued':
      return t(`notices-lost-${loss.cause}`, { name, queue: queueName(loss.queue), by });
    case 'assigned': {
      const to = nameOf(loss.to);
      const given = loss.by !== undefined && loss.by !== loss.to;
      return given
        ? t('notices-lost-assignedBy', { name, to, by })
        : t('notices-lost-assigned', { name, to });
    }
    default:
      return t(`notices-lost-${loss.how}`, { name, by });
  }
}
