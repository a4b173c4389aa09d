import type { Rules } from '@/contract/protocol';

/**
 * The engine's initial lists (shared/domain/src/settings.rs). The contract leaves them out because
 * of their length; a test compares them with its example of `GET /v1/settings`.
 */
export const USUAL: Partial<Rules> = {
  closing_phrases: [],
  dispositions: [],
  skills: [],
  web_origins: [],
  reject_reasons: ['Busy with another case', 'Not my field', 'About to go off duty'],
  withdraw_reasons: ['Issue resolved', 'Asked somebody else', 'Asked by mistake'],
  away_reasons: ['Break', 'Lunch', 'Meeting', 'Training'],
  triggers: ['Call back', 'Refund requested'],
  tags: ['Complaint', 'Delivery', 'Refund', 'VIP'],
  surveys: [
    {
      name: 'Satisfaction',
      question: 'How did we do today?',
      answers: ['Very well', 'Well', 'Not so well', 'Badly'],
    },
  ],
  labels: [
    { name: 'Follow-up required', colour: 'orange' },
    { name: 'Escalated', colour: 'red' },
    { name: 'Bug report', colour: 'purple' },
    { name: 'Feature request', colour: 'blue' },
  ],
};
