import type { Away, NewVisitor } from '../contract/protocol';

/**
 * The visitor's data from before the chat. `user`: the shop's id of the customer whom `identity` signs;
 * each has a chat of their own in this browser.
 */
export type About = Pick<NewVisitor, 'name' | 'email' | 'identity'> & { user?: string };

/** Nobody can serve the visitor now. */
export interface Absence extends Away {
  /** The visitor's address for an answer. */
  reach?: string | undefined;
  /** The time of the return, in a sentence for the visitor. */
  back?: string;
  /** Tests whether the address cannot be one, and says so. */
  wrong?: () => boolean;
}
