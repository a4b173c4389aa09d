/** What came between two states of the thread, by where it stands. */
export interface Arrivals {
  /** After everything that was there. */
  below: string[];
  /** Between what was there: it was sent earlier and arrived late. */
  between: string[];
}

/** What comes before everything that was there was loaded, and did not arrive. */
export function arrivals(before: readonly string[], now: readonly string[]): Arrivals {
  const known = new Set(before);
  const kept = now.filter((key) => known.has(key));
  const first = kept[0];
  const last = kept.at(-1);
  const found: Arrivals = { below: [], between: [] };
  // Nothing is left of what was there: another page took its place.
  if (first === undefined || last === undefined) return found;
  let place: 'above' | 'between' | 'below' = 'above';
  for (const key of now) {
    if (key === first) place = 'between';
    if (!known.has(key) && place !== 'above') found[place].push(key);
    if (key === last) place = 'below';
  }
  return found;
}
