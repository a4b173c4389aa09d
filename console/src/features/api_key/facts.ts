import type { ApiKey } from '@/contract/protocol';
import { dayTime } from '@/features/conversation/thread/dates';
import { ago } from '@/features/settings/said';
import { t } from '@/i18n/words';

/** The tokens that open the door at a moment; the newest stands last. */
export const tokensOf = ({ tokens }: ApiKey, now: number) =>
  tokens.filter(({ until }) => !until || until > now);

/** The moment at which the last of the earlier tokens lapses; undefined without any. */
export function overlapOf(key: ApiKey, now: number): number | undefined {
  const ends = tokensOf(key, now).flatMap(({ until }) => (until ? [until] : []));
  return ends.length ? Math.max(...ends) : undefined;
}

/** The tokens in words, by their last characters. */
export function tokenWords(key: ApiKey, now: number): string[] {
  return tokensOf(key, now)
    .reverse()
    .map(({ hint, until }) =>
      until
        ? t('apiKeys-earlierToken', { hint, until: dayTime(until, now) })
        : t('apiKeys-token', { hint }),
    );
}

export const usedWords = ({ last_used: used }: ApiKey, now: number): string =>
  used ? t('apiKeys-lastUsed', { when: ago(Math.min(0, used - now)) }) : t('apiKeys-neverUsed');

/** The rights of a key, in the order of their weight. */
export function factsOf(key: ApiKey, teams: string): string[] {
  return [
    t(`people-roles-${key.role}`),
    teams || t('workspace-noTeam'),
    t(`apiKeys-access-${key.access}`),
    t('apiKeys-rate', { n: key.requests_a_minute }),
  ];
}
