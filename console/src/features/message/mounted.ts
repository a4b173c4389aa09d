import { ref } from 'vue';

/** How often a log of messages has come onto the screen: whatever stands beside one measures anew. */
export const logsMounted = ref(0);
