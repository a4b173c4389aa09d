import { t } from '@/i18n/words';
import { useNotices } from '@/stores/notices';
import { copied } from './clipboard';

/** Copies a text, and says so; if the browser refuses, shows the text for copying by hand. */
export function useCopy() {
  const notices = useNotices();
  return async (text: string, said: string = t('app-copied')): Promise<void> => {
    if (await copied(text)) notices.show({ tone: 'success', text: said });
    else notices.show({ tone: 'problem', text: t('app-notCopied', { text }), keep: true });
  };
}
