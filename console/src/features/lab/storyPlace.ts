import { shallowRef } from 'vue';

/** The element in the middle of the desk that holds the story; without one, the lab holds it. */
export const storyPlace = shallowRef<HTMLElement>();
