import { choices } from './choices';
import { closing } from './closing';
import { END, type End } from './load-more';

/** Answers to a survey, and what follows the end of a chat: the third script. */
const end: End = { choices, closing };
Object.assign(window, { [END]: end });
