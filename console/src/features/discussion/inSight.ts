import { ref } from 'vue';

/** The discussion whose lines are on the screen; of several, the one that is chosen. */
export const talkInSight = ref<string>();
