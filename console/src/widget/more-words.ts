import { widgetMore } from 'virtual:widget-words';
import { saidOf, type Words } from './words';

/**
 * The words of the second script, in the chat's language or the page's own. An older first script
 * passes none.
 */
export const moreWords = ({ data = {}, said }: Partial<Words> = {}): typeof widgetMore =>
  saidOf(data, { ...widgetMore, ...said });
