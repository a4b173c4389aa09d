import type { Away, NewVisitor } from '../contract/protocol';

/** What the visitor says of themselves before the chat. */
export type About = Pick<NewVisitor, 'name' | 'email'>;

/** Nobody can serve the visitor now. */
export interface Absence extends Away {
  /** How the visitor can be reached. */
  reach?: string | undefined;
  /** Whether that is no way to reach anybody; says so. */
  wrong?: () => boolean;
}
