// The compiler runs these lines, and fails where a mistake passes: no program calls them.
import type { Api } from 'switchboard-client';

export async function typed(api: Api): Promise<string[]> {
  const path = { conversation: 'c-1' };
  const page = await api.call('GET', '/v1/conversations/{conversation}/entries', {
    path,
    query: { after: 3 },
  });
  // @ts-expect-error There is no such route.
  await api.call('GET', '/v1/nothing');
  // @ts-expect-error The route has no such method.
  await api.call('DELETE', '/v1/me');
  // @ts-expect-error The path needs its parameter.
  await api.call('GET', '/v1/conversations/{conversation}');
  // @ts-expect-error The route has no such parameter.
  await api.call('GET', '/v1/conversations', { query: { colour: 'red' } });
  // @ts-expect-error The route needs a body.
  await api.call('POST', '/v1/commands');
  // @ts-expect-error There is no such command.
  await api.command('c-1', { type: 'dance' });
  // @ts-expect-error The answer has no such field.
  page.cursor;
  // @ts-expect-error The list does not come in pages.
  api.pages('/v1/agents');
  return page.entries.flatMap(({ events }) =>
    events.map((event) => (event.type === 'comment' ? event.text : event.type)),
  );
}
