import { computed } from 'vue';
import { usePreferences } from '@/stores/usePreferences';

/** In the order in which an agent asks: the customer, what colleagues noted, what was before. */
export const SECTIONS = [
  'profile',
  'tags',
  'notes',
  'history',
  'attributes',
  'engagements',
  'conversation',
  'files',
  'routing',
] as const;
export type SectionId = (typeof SECTIONS)[number];

export interface Section {
  id: SectionId;
  open: boolean;
}

/** Sections that agents seldom look at begin closed. */
const CLOSED: readonly SectionId[] = ['engagements', 'conversation', 'files', 'routing'];
/** The mark before the name of a closed section. */
const SHUT = '-';
/** Sections of earlier versions, and the sections that hold their content now. */
const MOVED: Record<string, SectionId> = { labels: 'tags' };

/**
 * Reads the stored sections: in order, closed ones marked. A section that is not stored stands in
 * its usual place.
 */
export function parseSections(kept: readonly string[]): Section[] {
  const known = new Map<SectionId, boolean>();
  for (const text of kept) {
    const open = !text.startsWith(SHUT);
    const name = open ? text : text.slice(SHUT.length);
    const id = MOVED[name] ?? SECTIONS.find((one) => one === name);
    if (!id) continue;
    // Two sections that became one are open if either was.
    known.set(id, open || (known.get(id) ?? false));
  }
  const all = [...known].map(([id, open]) => ({ id, open }));
  for (const [index, id] of SECTIONS.entries()) {
    if (known.has(id)) continue;
    const before = SECTIONS.slice(0, index).toReversed();
    const after = all.findIndex(
      (one) => one.id === before.find((b) => all.some((a) => a.id === b)),
    );
    all.splice(after + 1, 0, { id, open: !CLOSED.includes(id) });
  }
  return all;
}

export const printSections = (all: readonly Section[]) =>
  all.map(({ id, open }) => (open ? id : `${SHUT}${id}`));

/** The sections of the details panel, as this agent has arranged them. */
export function useSections() {
  const preferences = usePreferences();
  const all = computed(() => parseSections(preferences.value.sections));
  const keep = (next: readonly Section[]) => preferences.set({ sections: printSections(next) });

  function set(id: SectionId, open: boolean): void {
    keep(all.value.map((one) => (one.id === id ? { ...one, open } : one)));
  }

  /** True if it has moved. */
  function move(id: SectionId, by: number): boolean {
    const from = all.value.findIndex((one) => one.id === id);
    const to = from + by;
    const moved = all.value[from];
    if (!moved || to < 0 || to >= all.value.length) return false;
    keep(all.value.toSpliced(from, 1).toSpliced(to, 0, moved));
    return true;
  }

  return { all, set, move };
}
