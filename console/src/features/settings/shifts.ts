import type { Shift } from '@/contract/protocol';

const pad = (time: string) => (time.length === 4 ? `0${time}` : time);

/** "9:00-12:30, 13:30-17:00" → shifts; any other text → `undefined`. */
export function parseShifts(text: string): Shift[] | undefined {
  if (text.trim() === '') return [];
  const shifts: Shift[] = [];
  for (const part of text.split(',')) {
    const match = /^\s*(\d{1,2}:\d{2})\s*[-–]\s*(\d{1,2}:\d{2})\s*$/.exec(part);
    if (!match?.[1] || !match[2]) return undefined;
    shifts.push({ from: pad(match[1]), to: pad(match[2]) });
  }
  return shifts;
}

/** Shifts as people write them. */
export function formatShifts(shifts: readonly Shift[] = []): string {
  return shifts.map((shift) => `${shift.from}-${shift.to}`).join(', ');
}
