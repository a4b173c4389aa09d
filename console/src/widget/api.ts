/** The server does not know this visitor any more. */
export class Forgotten extends Error {}

/** Why the chat cannot begin: of a field, or of nothing that the visitor could mend. */
export interface Trouble {
  field?: string | undefined;
  message: string;
}

/** The server says no. */
export class Refusal extends Error implements Trouble {
  readonly field: string | undefined;
  /** What the page's owner can do. */
  readonly remedy: string;

  constructor({ field, message, remedy = '' }: Trouble & { remedy?: string }) {
    super(message);
    this.field = field;
    this.remedy = remedy;
  }
}

/** Asks the API for something new: as the visitor, or with what begins a chat. */
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
