// The agents' mentions and their times away, as the fake server returns them.
import { THREADS } from './world.mjs';

export function mentions({ now }, method) {
  if (method === 'PUT') return { at: now, unseen: 0 };
  const smith = `${THREADS.smith}-2`;
  const mention = (seq, minutes, by, text, conversation = smith) => ({
    conversation,
    seq,
    at: now - minutes * 60_000,
    by,
    text,
  });
  return {
    seen_at: now - 60 * 60_000,
    unseen: 2,
    cursor: 'more',
    mentions: [
      mention(
        10,
        7,
        'martha',
        '@Mark the batch is known, credit it with R-17 and tell him Thursday.',
      ),
      mention(
        4,
        31,
        'ada',
        '@Mark please look at this one first, it was promised for today.',
        'x9m1n3p5q7r9s0t2-3',
      ),
      mention(2, 60 * 26, 'olga', '@Mark @Ravi who has the contract from the call yesterday?'),
    ],
  };
}

export function presences(now) {
  const change = (minutes, by, presence, reason) => ({
    at: now - minutes * 60_000,
    by,
    presence,
    ...(reason ? { reason } : {}),
  });
  return {
    changes: [
      change(12, 'ada', 'away', 'Lunch'),
      change(61, 'ravi', 'available'),
      change(76, 'ravi', 'away', 'Dentist, back at ten'),
    ],
  };
}
