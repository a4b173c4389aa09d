/** The messages that came between two states of the thread, by place. */
export interface Arrivals {
  /** Messages after all the earlier ones. */
  below: string[];
  /** Messages between the earlier ones: the customer sent them earlier, and they arrived late. */
  between: string[];
}

/** Finds arrivals. A message before all the earlier ones was loaded, and did not arrive. */
export function arrivals(before: readonly string[], now: readonly string[]): Arrivals {
  const known = new Set(before);
  const kept = now.filter((key) => known.has(key));
  const first = kept[0];
  const last = kept.at(-1);
  const found: Arrivals = { below: [], between: [] };
  // No earlier message is left: another page took their place.
  if (first === undefined || last === undefined) return found;
  let place: 'above' | 'between' | 'below' = 'above';
  for (const key of now) {
    if (key === first) place = 'between';
    if (!known.has(key) && place !== 'above') found[place].push(key);
    if (key === last) place = 'below';
  }
  return found;
}
