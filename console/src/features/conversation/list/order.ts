import type { Sort } from '@/contract/protocol';
import type { Listed } from './listRow';

const NEVER = Number.MAX_SAFE_INTEGER;
const wait = (it: Listed) => it.since ?? NEVER;

const BY: Record<Sort, (a: Listed, b: Listed) => number> = {
  last_assigned: (a, b) => b.assigned - a.assigned,
  longest_waiting: (a, b) => wait(a) - wait(b) || b.assigned - a.assigned,
  latest_message: (a, b) => b.heard - a.heard,
  highest_priority: (a, b) => b.priority - a.priority || wait(a) - wait(b),
};

/** Sorts in the agent's order, always the same for the same conversations. */
export function sorted(all: readonly Listed[], sort: Sort): Listed[] {
  return all.toSorted((a, b) => BY[sort](a, b) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}

/** The number of places that have to move so that the rest stand in rising order. */
export function outOfPlace(places: readonly number[]): number {
  // The longest rising run, kept by the smallest ends of its beginnings.
  const ends: number[] = [];
  for (const place of places) {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle] ?? 0) < place) low = middle + 1;
      else high = middle;
    }
    ends[low] = place;
  }
  return places.length - ends.length;
}

export interface Keyed {
  key: string;
}

/**
 * The items while the pointer is on the list: everything keeps its place, a gone row leaves a gap,
 * and new ones stand below.
 */
export function hold<T extends Keyed>(
  shown: readonly T[],
  now: readonly T[],
  gap: (gone: T) => T,
): T[] {
  const left = new Map(now.map((item) => [item.key, item]));
  const kept = shown.map((before) => {
    const item = left.get(before.key);
    left.delete(before.key);
    return item ?? gap(before);
  });
  return [...kept, ...left.values()];
}

/** The number of rows that will move, come or go once the pointer leaves the list. */
export function waiting<T extends Keyed>(shown: readonly T[], now: readonly T[]): number {
  const place = new Map(now.map((item, index) => [item.key, index]));
  const places: number[] = [];
  let gone = 0;
  for (const { key } of shown) {
    const at = place.get(key);
    if (at === undefined) gone += 1;
    else places.push(at);
  }
  return gone + outOfPlace(places);
}
