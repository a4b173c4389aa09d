import type { Engagement } from '@/contract/protocol';
import type { Api, Query } from '@/engine/api';

const EMPTY = 10;

/** The next page with any result: a page can be empty and still not be the last. */
export async function nextPage(
  api: Pick<Api, 'requests'>,
  query: Query<'listEngagements'> | undefined,
  from: string | undefined,
) {
  let next = from;
  const found: Engagement[] = [];
  for (let n = 0; n < EMPTY; n += 1) {
    const answer = await api.requests({ ...query, ...(next ? { cursor: next } : {}) });
    found.push(...answer.engagements);
    next = answer.cursor ?? undefined;
    if (!next || found.length) break;
  }
  return { found, next };
}
