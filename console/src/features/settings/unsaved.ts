import { defineStore } from 'pinia';
import type { Overrides, Rules } from '@/contract/protocol';
import type { Place } from './fields';

/** What was typed at one place, on top of what held there then. */
export interface Unsaved {
  kept: Overrides;
  own: Overrides;
  around: Rules | undefined;
  version: number;
  last: { by: string; at: number } | undefined;
}

/**
 * What was typed in the settings and not saved: whoever looks elsewhere finds it again. It keeps the
 * version it was typed on, so that what somebody else has said meanwhile is not overwritten unseen.
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
    /** Where something was typed when the settings were left. */
    left: (): Place | undefined => last,
  };
});
