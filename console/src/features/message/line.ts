import type { Content } from '@/contract/protocol';
import { summary } from '@/engine/summary';
import { t } from '@/i18n/words';

/** A message as one line of text, in the reader's language. */
export function line(content: Content, unsupported = t('content-unsupported')): string {
  switch (content.kind) {
    case 'call':
      return content.missed ? t('content-callMissed') : t('content-callTaken');
    case 'order':
      return t('content-order');
    case 'removal':
      return t('content-deletedEarlier');
    default:
      return summary(content, unsupported);
  }
}
