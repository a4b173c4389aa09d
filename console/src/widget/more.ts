import { away } from './away';
import { blocked } from './blocked';
import { linked } from './dom';
import { MORE, type More } from './load-more';
import { question } from './question';
import { Sending } from './sending';
import { showFile } from './show-file';

/** The parts that few visitors need: a second script, which the first one loads on demand. */
const more: More = {
  away,
  blocked,
  linked,
  question,
  sending: (files, change) => new Sending(files, change),
  showFile,
};
Object.assign(window, { [MORE]: more });
