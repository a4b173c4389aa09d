import { listed } from '@/i18n/formats';
import { t } from '@/i18n/words';

const first = (name: string) => name.split(' ')[0] ?? name;

/** The button's text: the readers' names, while they are few enough to count at a glance. */
export const sendTo = (names: readonly string[]) =>
  names.length > 2
    ? t('audience-sendToAll', { n: names.length })
    : t('audience-sendTo', { names: listed(names.map(first)) });
