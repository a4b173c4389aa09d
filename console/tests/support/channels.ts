import type {
  AssetCheck,
  AssetConnection,
  AssetField,
  AssetHealth,
  AssetRecord,
  TestResult,
} from '@/contract/protocol';
import type { Console } from './app';
import { NOW } from './make';
import type { records } from './records';

const MASK = '••••••••';
const field = (name: string, more: Partial<AssetField> = {}): AssetField => ({
  name,
  secret: false,
  required: true,
  made_here: false,
  ...more,
});
const FIELDS: Record<string, () => AssetField[]> = {
  whatsapp: () => [
    field('verify_token', { made_here: true }),
    field('app_secret', { secret: true }),
    field('access_token', { secret: true }),
    field('business_account', { required: false }),
  ],
};

/** The channels' connections, kept as the server keeps them; upon the workspace's records. */
export function channels(c: Console, world: ReturnType<typeof records>) {
  const below = c.serve;
  const kept = new Map<string, { version: number; fields: AssetField[]; health: AssetHealth }>();
  const answers = {
    check: { ready: true, findings: [] } as AssetCheck,
    test: { sent: true, provider_id: 'wamid.1' } as TestResult,
    refused: undefined as { status: number; body: unknown } | undefined,
  };
  const of = (id: string) => {
    const asset = world.find('assets', id) as unknown as AssetRecord;
    const found = kept.get(id) ?? {
      version: 0,
      fields: FIELDS[asset.channel]?.() ?? [],
      health: {},
    };
    kept.set(id, found);
    return { asset, found };
  };
  const connection = (id: string): AssetConnection => {
    const { asset, found } = of(id);
    return {
      asset,
      ...(found.fields.length ? { webhook_path: `/webhooks/${asset.channel}/${id}` } : {}),
      version: found.version,
      fields: structuredClone(found.fields),
      health: found.health,
    };
  };
  const enter = (id: string, values: Record<string, string | null> = {}) => {
    const { found } = of(id);
    found.version += 1;
    for (const one of found.fields) {
      const given = values[one.name];
      if (one.made_here && !one.value) one.value = 'made-here';
      if (given === undefined || given === one.value) continue;
      const { value: _, ...rest } = one;
      const shown = given && one.secret ? MASK + given.slice(-4) : given;
      const now = shown ? { ...rest, value: shown, changed_by: 'ada', changed_at: NOW } : rest;
      found.fields[found.fields.indexOf(one)] = now;
    }
  };
  c.serve = (key, body) => {
    const [, method, id, act] =
      /^(GET|PUT|POST) \/v1\/assets\/([\w-]+)(?:\/(secrets|check|test))?$/.exec(key) ?? [];
    if (!id || (method === 'PUT' && !act)) return below(key, body);
    if (act && answers.refused) return answers.refused;
    if (act === 'check') return { body: answers.check };
    if (act === 'test') return { body: answers.test };
    if (act) enter(id, (body as { values?: Record<string, string | null> }).values);
    return { body: connection(id) };
  };
  return { answers, enter, health: (id: string) => of(id).found.health };
}
