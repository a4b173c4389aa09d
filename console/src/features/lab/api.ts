/** The faults on the way to consoles and chats: percentages, and a delay in ms. */
export interface Faults {
  drop: number;
  duplicate: number;
  reorder: number;
  delay_ms: number;
}

export interface LabState {
  frames: Faults;
  ahead_ms: number;
  sockets: number;
  now: number;
}

export interface Customer {
  address: string;
  name: string;
  messages: { id: string; from: 'customer' | 'business'; text: string; at: number }[];
}

async function ask<T>(method: string, path: string, body?: object): Promise<T> {
  const answer = await fetch(path, {
    method,
    headers: body ? { 'content-type': 'application/json' } : {},
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return (await answer.json()) as T;
}

/** The local platform's switches. No other platform has them. */
export const labApi = {
  state: () => ask<LabState>('GET', '/lab'),
  setFaults: (faults: Faults) => ask<LabState>('PUT', '/lab/frames', faults),
  forward: (seconds: number) =>
    ask<LabState>('POST', '/lab/clock', { forward_ms: seconds * 1_000 }),
  cut: () => ask<{ cut: number }>('POST', '/lab/cut-sockets'),
  token: async (agent: string) =>
    (await ask<{ id_token: string }>('GET', `/oidc/demo-token?agent=${agent}`)).id_token,
  customers: async () =>
    (await ask<{ customers: Customer[] }>('GET', '/sandbox/api/customers')).customers,
  write: (address: string, name: string, text: string) =>
    ask<unknown>('POST', `/sandbox/api/customers/${address}/messages`, { name, text }),
};

export type LabApi = typeof labApi;
