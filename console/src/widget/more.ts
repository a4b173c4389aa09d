import { away } from './away';
import { blocked } from './blocked';
import { linked } from './dom';
import { MORE, type More } from './load-more';
import { question } from './question';
import { Sending } from './sending';
import { showFile } from './show-file';

/** What few visitors need: a second script, fetched by the first one when it is wanted. */
const more: More = {
  away,
  blocked,
  linked,
  question,
  sending: (files, change) => new Sending(files, change),
  showFile,
};
Object.assign(window, { [MORE]: more });
