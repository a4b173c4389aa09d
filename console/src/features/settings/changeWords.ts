import type { Scope } from '@/contract/protocol';
import { useApiKeys } from '@/features/api_key/useApiKeys';
import { t, wordsFor } from '@/i18n/words';
import { useSession } from '@/stores/session';
import { channelName } from '@/ui/channels';
import { said } from './said';
import { ofSettings, recorded } from './undo';

/** The words of the change log: places, fields and values. */
export function useChangeWords() {
  const session = useSession();
  const keys = useApiKeys();

  function where(scope: Scope): string {
    if (scope === 'workspace') return t('settings-workspace');
    if ('team' in scope) return t('settings-team', { name: session.teamName(scope.team) });
    if ('queue' in scope) return t('settings-queue', { name: session.queueName(scope.queue) });
    if ('agent' in scope) return session.nameOf(scope.agent);
    if ('key' in scope) return t('settings-key', { name: keys.find(scope.key)?.name ?? scope.key });
    if ('canned' in scope) return t('settings-cannedMessage', { name: scope.canned });
    if ('template' in scope) return t('settings-template', { name: scope.template });
    return t('settings-asset', { name: scope.asset });
  }
  const label = (scope: Scope, field: string) =>
    wordsFor(
      ofSettings(scope, field) ? `settingsFields-${field}-label` : `workspace-fields-${field}`,
    ) ?? field;
  /** A value of a record in words; records inherit nothing, and name others by their ids. */
  function value(scope: Scope, field: string, given: unknown): string {
    if (ofSettings(scope, field)) return said(field, given);
    const now = recorded(field, given);
    if (typeof now === 'boolean') return now ? t('settings-yes') : t('settings-no');
    if (Array.isArray(now)) {
      const names = field === 'teams' ? session.joined(now, session.teamName) : now.join(', ');
      return names || t('workspace-nothing');
    }
    if (now === undefined || now === null || now === '') return t('workspace-nothing');
    const text = String(now);
    if (field === 'team') return session.teamName(text);
    if (field === 'queue') return session.queueName(text);
    if (field === 'access') return wordsFor(`apiKeys-access-${text}`) ?? text;
    if (field === 'channel') return channelName(text);
    if (typeof scope === 'object' && 'template' in scope) return wordOfTemplate(field, text);
    return field === 'role' ? (wordsFor(`people-roles-${text}`) ?? text) : text;
  }
  function wordOfTemplate(field: string, text: string): string {
    if (field === 'status') return wordsFor(`templates-status-${text}`) ?? text;
    if (field === 'category') return wordsFor(`templates-categories-${text}`) ?? text;
    return text;
  }
  return { label, value, where };
}
