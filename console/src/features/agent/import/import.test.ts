import { all, Console, click, get, maybe, textOf, type } from '@tests/support/app';
import { agent, welcome } from '@tests/support/make';
import { records } from '@tests/support/records';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { AgentsImport, Fate, ImportRow } from '@/contract/protocol';
import { cell } from '@/features/engagement/csv';
import { problemOf, sampleRows, textIn } from './table';

describe('a table', () => {
  const blob = (...bytes: number[]) => new Blob([new Uint8Array(bytes)]);
  it('a file is read as UTF-8, UTF-16 or Windows-1252', async () => {
    expect(await textIn(new Blob(['Zoë']))).toBe('Zoë');
    expect(await textIn(blob(0x5a, 0x6f, 0xeb))).toBe('Zoë');
    expect(await textIn(blob(0xff, 0xfe, 0x5a, 0, 0x6f, 0, 0xeb, 0))).toContain('Zoë');
  });
  it('a workbook, an empty file and a large one are named', async () => {
    expect(await textIn(blob(0x50, 0x4b, 3, 4, 9))).toBe('workbook');
    expect(problemOf(' \n')).toBe('empty');
    expect(problemOf('x'.repeat(3_000_000))).toBe('large');
    expect(problemOf('email\na@x.test')).toBeUndefined();
  });
  it('the sample names teams of the workspace', () => {
    expect(sampleRows(['Sales', 'Support'])[2]?.[3]).toBe('Sales; Support');
    expect(sampleRows([])[1]?.map(cell).join(',')).toContain('kim.lee@example.com,Kim Lee');
  });
});

/** The chunks take their time on a busy machine. */
beforeAll(async () => {
  await import('@/features/settings/SettingsScreen.vue');
  await import('@/features/workspace/screens');
  await import('./ImportPage.vue');
});

const c = new Console();
const FATES: Fate[] = ['new', 'changed', 'unchanged', 'refused'];
const rowOf = (row: number): ImportRow => {
  const fate = FATES[(row - 1) % 4] as Fate;
  return {
    row,
    email: `a${row}@x.test`,
    name: `Agent ${row}`,
    agent: `a${row}`,
    fate,
    ...(fate === 'changed' ? { changes: ['role'] } : {}),
    ...(fate === 'refused'
      ? { refused: { code: 'unknown_record', message: 'No team.', remedy: '', field: 'teams' } }
      : {}),
  };
};
let total: number;
let failing: (body: AgentsImport) => number | undefined;
let invitation: (agent: string) => object;
beforeEach(() => {
  records(c);
  total = 400;
  failing = () => undefined;
  invitation = (of) => ({ link: `http://x/invite/${of}`, days: 3 });
  c.place.invitations = true;
  const others = c.serve;
  c.serve = (url, sent) => {
    if (url === 'POST /oidc/invitations') {
      return { body: invitation((sent as { agent: string }).agent) };
    }
    if (url !== 'POST /v1/agents/import') return others(url, sent);
    const body = sent as AgentsImport;
    const status = failing(body);
    if (status) return { status, body: {} };
    const from = body.from ?? 1;
    const end = Math.min(total, from + (body.dry_run ? 299 : 199));
    const rows = Array.from({ length: end - from + 1 }, (_, n) => rowOf(from + n));
    return { body: { rows, total, ...(end < total ? { next: end + 1 } : {}) } };
  };
});
afterEach(() => {
  c.place.invitations = false;
  c.close();
});

async function open() {
  await c.open('ada', '/settings#agents');
  c.socket.open();
  const agents = [agent('ada', { name: 'Ada', role: 'admin', teams: [] }), agent('mark')];
  await c.push(welcome('ada', [], { agents }));
  await c.flush();
  await c.flush();
  await click(c, 'ws-import');
  await c.flush();
}
async function check() {
  await type(c, 'import-text', 'email\nsomebody@x.test');
  get('import-text')
    .closest('form')
    ?.dispatchEvent(new Event('submit', { cancelable: true, bubbles: true }));
  await c.flush();
}
const imports = () =>
  c.posted.filter(({ url }) => url.endsWith('/import')).map(({ body }) => body as AgentsImport);

describe('the import of agents', () => {
  it('a dry run shows each fate page by page, and the refused rows with their column', async () => {
    await open();
    await check();
    expect(textOf('import-checked')).toBe('The pasted table: 400 rows');
    expect(all('import-row')).toHaveLength(50);
    expect(textOf('import-range')).toBe('1 to 50 of 400');
    await click(c, 'import-after');
    expect(all('import-row')[0]?.textContent).toContain('Agent 51');
    await click(c, 'import-only-refused');
    expect(textOf('import-range')).toBe('1 to 50 of 100');
    expect(textOf('import-reason')).toBe('Teams: No team.');
    expect(textOf('import-begin')).toBe('Import 200 rows');
    expect(imports()).toEqual([
      { csv: 'email\nsomebody@x.test', dry_run: true },
      { csv: 'email\nsomebody@x.test', dry_run: true, from: 301 },
    ]);
  });

  it('the import sends the table part by part, and tells the result', async () => {
    await open();
    await check();
    await click(c, 'import-begin');
    await c.flush();
    expect(imports().map(({ dry_run, from }) => [dry_run, from])).toEqual([
      [true, undefined],
      [true, 301],
      [false, 1],
      [false, 201],
    ]);
    expect(textOf('import-done')).toBe('Done: 100 made, 100 changed, 100 unchanged, 100 refused');
  });

  it('a part that stays unanswered is sent again, and the import goes on from its row', async () => {
    failing = ({ from }) => (from === 201 ? 503 : undefined);
    await open();
    await check();
    await click(c, 'import-begin');
    await c.pass(1_000);
    await c.pass(4_000);
    expect(imports().filter(({ from }) => from === 201)).toHaveLength(3);
    expect(textOf('import-done')).toBe('Stopped before row 201');
    failing = () => undefined;
    await click(c, 'import-resume');
    await c.flush();
    expect(textOf('import-done')).toContain('100 made');
  });

  it('a table that the server refuses stays at its field', async () => {
    await open();
    const others = c.serve;
    c.serve = (url, body) =>
      url.endsWith('/import')
        ? { status: 400, body: { error: { code: 'frame_invalid', message: 'No.', remedy: 'Do.' } } }
        : others(url, body);
    await check();
    expect(textOf('import-problem')).toBe('No. Do.');
    expect(maybe('import-checked')).toBeUndefined();
  });

  it('the new agents are invited, and those without an email come with their links', async () => {
    total = 8;
    invitation = (of) => ({
      link: `http://x/invite/${of}`,
      days: 3,
      ...(of === 'a1' ? { mailed: true } : { mailed: false, problem: 'The box is full.' }),
    });
    await open();
    await check();
    await click(c, 'import-begin');
    await c.flush();
    expect(textOf('import-invite')).toBe('Invite 2 agents');
    await click(c, 'import-invite');
    await c.flush();
    expect(textOf('import-mailed')).toBe('1 email went out.');
    expect(textOf('import-by-hand')).toBe('1 agent got no email. Hand the link over.');
    expect(textOf('import-mail-problem')).toBe('The box is full.');
    expect(maybe('import-invite')).toBeUndefined();
    await click(c, 'import-close');
    expect(get('ws-import')).toBe(document.activeElement);
  });
});
