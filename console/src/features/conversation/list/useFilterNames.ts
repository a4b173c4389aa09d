import { computed } from 'vue';
import { channels, finding, thread } from '@/i18n/en';
import { useDesk } from '@/stores/desk';
import type { Filters, Within } from './filters';

const day = (text: string) => {
  const [year, month, date] = text.split('-').map(Number);
  return new Date(year ?? 0, (month ?? 1) - 1, date).toLocaleDateString(undefined, {
    dateStyle: 'medium',
  });
};

/** What the values of filters are called. */
export function useFilterNames() {
  const desk = useDesk();
  return computed(() => (field: keyof Filters, value: string): string => {
    switch (field) {
      case 'channel':
        return channels[value] ?? value;
      case 'status':
        return thread.status[value as keyof typeof thread.status] ?? value;
      case 'owner':
        return desk.callName(value);
      case 'queue':
        return desk.queueName(value);
      case 'within':
        return finding.within[value as Within];
      case 'from':
      case 'to':
        return day(value);
      default:
        return value;
    }
  });
}
