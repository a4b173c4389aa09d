import { ref } from 'vue';

/** The discussion whose lines are on the screen; of several, the chosen one. */
export const talkInSight = ref<string>();
