import type { SystemItem } from '@/engine/timeline';
import type { IconName } from '@/ui/icons';

export interface Sign {
  icon: IconName;
  /** `warn` and `danger` mark an event that an agent must not overlook. */
  tone: 'quiet' | 'warn' | 'danger' | 'success';
}

const ICONS: Partial<Record<SystemItem['event']['type'], IconName>> = {
  opened: 'inbox',
  customer_left: 'exit',
  abandoned: 'exit',
  assigned: 'person',
  requeued: 'undo',
  resolved: 'resolve',
  reopened: 'undo',
  resolve_undone: 'undo',
  joined: 'link',
  consented: 'hide',
  off_hours: 'clock',
  offer_made: 'requests',
  offer_moved: 'requests',
  offer_passed: 'requests',
  offer_closed: 'requests',
  survey_sent: 'smile',
  survey_answered: 'smile',
  triggered: 'bolt',
  routed: 'person',
  prioritised: 'up',
  required: 'tag',
  first_answer_due: 'clock',
  requeue_ahead: 'clock',
  wrapped_up: 'check',
  conference_joined: 'team',
  conference_left: 'team',
  monitoring: 'eye',
  discussion_left: 'discuss',
  discussion_ended: 'discuss',
};

/** The icon of an event's line and its weight. */
export function signOf({ event, by }: SystemItem): Sign {
  const icon = ICONS[event.type] ?? 'history';
  switch (event.type) {
    case 'offer_closed':
    case 'offer_passed':
      if (event.status === 'rejected') return { icon: 'alert', tone: 'danger' };
      if (event.status === 'timed_out') return { icon: 'clock', tone: 'warn' };
      return { icon: event.status === 'accepted' ? 'check' : icon, tone: 'quiet' };
    case 'requeued':
    case 'prioritised':
    case 'requeue_ahead':
      return { icon, tone: 'warn' };
    case 'first_answer_due':
      return { icon, tone: event.late ? 'danger' : 'warn' };
    case 'conference_left':
      return { icon, tone: by !== event.agent && by !== 'system' ? 'warn' : 'quiet' };
    case 'discussion_left':
      return { icon, tone: event.outcome ? 'warn' : 'quiet' };
    case 'abandoned':
      return { icon, tone: 'danger' };
    case 'resolved':
      return { icon, tone: 'success' };
    default:
      return { icon, tone: 'quiet' };
  }
}
