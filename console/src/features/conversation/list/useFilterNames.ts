import { computed } from 'vue';
import { dates } from '@/i18n/formats';
import { t, wordsFor } from '@/i18n/words';
import { useSession } from '@/stores/session';
import { channelName } from '@/ui/channels';
import type { Filters, Within } from './filters';

const medium = dates({ dateStyle: 'medium' });
const day = (text: string) => {
  const [year, month, date] = text.split('-').map(Number);
  return medium().format(new Date(year ?? 0, (month ?? 1) - 1, date));
};

/** The names of the filters' values. */
export function useFilterNames() {
  const session = useSession();
  return computed(() => (field: keyof Filters, value: string): string => {
    switch (field) {
      case 'channel':
        return channelName(value);
      case 'status':
        return wordsFor(`thread-status-${value}`) ?? value;
      case 'owner':
        return session.callName(value);
      case 'queue':
        return session.queueName(value);
      case 'within':
        return t(`finding-within-${value as Within}`);
      case 'from':
      case 'to':
        return day(value);
      default:
        return value;
    }
  });
}
