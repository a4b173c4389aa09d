import { defineStore } from 'pinia';
import type { Overrides, Rules } from '@/contract/protocol';
import type { Place } from './fields';

/** The unsaved values of one scope, on top of the version below them. */
export interface Unsaved {
  kept: Overrides;
  own: Overrides;
  around: Rules | undefined;
  /** The overrides of the queue's team. */
  between: Overrides;
  version: number;
  last: { by: string; at: number } | undefined;
}

/**
 * The unsaved values of the settings: an agent who looks elsewhere finds them again. They keep the
 * version below them, so that a colleague's change meanwhile is not overwritten unseen.
 */
export const useUnsaved = defineStore('unsaved settings', () => {
  const all = new Map<Place, Unsaved>();
  let last: Place | undefined;
  return {
    keep(place: Place, typed: Unsaved | undefined): void {
      if (typed) {
        all.set(place, typed);
        last = place;
      } else {
        all.delete(place);
        if (last === place) last = undefined;
      }
    },
    take(place: Place): Unsaved | undefined {
      const typed = all.get(place);
      all.delete(place);
      return typed;
    },
    /** The scope with unsaved values when the agent left the settings. */
    left: (): Place | undefined => last,
  };
});
