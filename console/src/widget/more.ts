import { away } from './away';
import { blocked } from './blocked';
import { linked } from './dom';
import { handIn } from './hand-in';
import { MORE, type More } from './load-more';
import { showFile } from './show-file';

/** What few visitors need: a second script, fetched by the first one when it is wanted. */
const more: More = { away, handIn, blocked, showFile, linked };
Object.assign(window, { [MORE]: more });
