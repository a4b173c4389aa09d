import { widgetMore } from 'virtual:widget-words';
import { saidOf, type Words } from './words';

/**
 * The words of the second script, in the chat's language, or as the page says them. An older first
 * script gives none of its own.
 */
export const moreWords = ({ data = {}, said }: Partial<Words> = {}): typeof widgetMore =>
  saidOf(data, { ...widgetMore, ...said });
