/** The server does not know this visitor any more. */
export class Forgotten extends Error {}

/**
 * The reason why the chat cannot begin: an error of a field, or one that the visitor cannot mend.
 */
export interface Trouble {
  field?: string | undefined;
  message: string;
}

/** The server's refusal. */
export class Refusal extends Error implements Trouble {
  readonly field: string | undefined;
  /** The remedy for the page's owner. */
  readonly remedy: string;

  constructor({ field, message, remedy = '' }: Trouble & { remedy?: string }) {
    super(message);
    this.field = field;
    this.remedy = remedy;
  }
}

/** Posts to the API: as the visitor, or with the data that begins a chat. */
export async function post<T>(
  ask: typeof fetch,
  url: string,
  token: string | undefined,
  body?: object,
): Promise<T> {
  const headers: Record<string, string> = {};
  if (body) headers['content-type'] = 'application/json';
  else if (token) headers.authorization = `Bearer ${token}`;
  const answer = await ask(url, {
    method: 'POST',
    headers,
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  if (answer.status === 401) throw new Forgotten();
  if (answer.ok) return (await answer.json()) as T;
  const said = await answer.json().catch(() => undefined);
  throw new Refusal(said?.error ?? { message: '' });
}
