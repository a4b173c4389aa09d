import { computed } from 'vue';
import { usePreferences } from '@/stores/usePreferences';

export const SECTIONS = [
  'profile',
  'conversation',
  'attributes',
  'tags',
  'labels',
  'notes',
  'history',
  'files',
  'routing',
  'engagements',
] as const;
export type SectionId = (typeof SECTIONS)[number];

export interface Section {
  id: SectionId;
  open: boolean;
}

/** Sections that agents seldom look at begin closed. */
const CLOSED: readonly SectionId[] = ['files', 'routing'];
/** The mark before the name of a closed section. */
const SHUT = '-';

/**
 * Reads the stored sections: in order, closed ones marked. A section that is not stored stands in
 * its usual place.
 */
export function parseSections(kept: readonly string[]): Section[] {
  const known = new Map<SectionId, boolean>();
  for (const text of kept) {
    const name = text.startsWith(SHUT) ? text.slice(SHUT.length) : text;
    const id = SECTIONS.find((one) => one === name);
    if (id && !known.has(id)) known.set(id, !text.startsWith(SHUT));
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

  function toggle(id: SectionId): void {
    keep(all.value.map((one) => (one.id === id ? { ...one, open: !one.open } : one)));
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

  return { all, toggle, move };
}
