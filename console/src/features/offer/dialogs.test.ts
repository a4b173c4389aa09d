import { all, Console, click, get, maybe, mine, press, textOf, type } from '@tests/support/app';
import { agent, conversation, entry, ID, made, offer, start, THREAD } from '@tests/support/make';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Conversation, Entry, Event } from '@/contract/protocol';
import { endedRequest } from '@/engine/endedRequest';

let c: Console;
beforeEach(async () => {
  c = await new Console().open('mark', `/c/${ID}`);
});
afterEach(() => c.close());

const OFFER = `${THREAD}-o3`;
const asked = offer({ id: OFFER });
const asking: Entry = entry(3, 'agent:mark', made(asked, 'Known batch?'));
const closed = (
  status: 'rejected' | 'timed_out' | 'withdrawn' | 'rescinded' | 'accepted',
  more: { by?: string; reason?: string } = {},
): Event => ({ type: 'offer_closed', offer: OFFER, status, ...more });
const notice = () => maybe('ended-request');

describe('a request that nobody accepted', () => {
  const ends: [Entry, string][] = [
    [
      entry(4, 'agent:martha', closed('rejected', { by: 'martha', reason: 'Busy' })),
      'Martha rejected your request to discuss.',
    ],
    [
      entry(4, 'system', closed('timed_out')),
      'Your request to Martha to discuss was not answered in time.',
    ],
    [
      entry(4, 'agent:mark', closed('withdrawn', { by: 'mark', reason: 'Solved' })),
      'You withdrew your request to Martha to discuss.',
    ],
  ];

  it.each(ends)('name and reason stand at the top, until dismissed', async (end, text) => {
    await c.live('mark', [mine()]);
    await c.entries(conversation({ offers: [asked] }), [asking]);
    expect(notice()).toBeUndefined();
    await c.entries(conversation(), [end]);
    expect(textOf('ended-request')).toContain(text);
    const [closing] = end.events;
    const reason = closing?.type === 'offer_closed' ? closing.reason : undefined;
    if (reason) expect(textOf('ended-request')).toContain(reason);
    await click(c, 'ended-request-dismiss');
    expect(notice()).toBeUndefined();
    await c.entries(conversation(), [entry(5, 'agent:martha', { type: 'comment', text: 'x' })]);
    expect(notice()).toBeUndefined();
  });

  it('the button asks somebody else, with the same kind and note', async () => {
    await c.live('mark', [mine()]);
    const [[end] = []] = ends;
    await c.entries(conversation(), [asking, end as Entry]);
    await click(c, 'ask-else');
    expect((get('note') as HTMLTextAreaElement).value).toBe('Known batch?');
    const kind = get('act-discuss').querySelector('input') as HTMLInputElement;
    expect(kind.checked).toBe(true);
    await press(c, get('target'), { key: 'Enter' });
    await click(c, 'dialog-submit');
    expect(c.command().command).toEqual({
      type: 'discuss',
      to: { agent: 'martha' },
      note: 'Known batch?',
    });
  });

  it('a later event overtakes the end, and nobody else sees it', () => {
    const log = [...start(), asking, entry(4, 'system', closed('timed_out'))];
    const told = (events: Event[], over: Partial<Conversation> = {}, me = 'mark') =>
      endedRequest(
        {
          conversation: conversation(over),
          entries: [...log, ...events.map((event, i) => entry(5 + i, 'agent:mark', event))],
        },
        me,
      )?.status;
    expect(told([])).toBe('timed_out');
    expect(told([made(offer({ id: `${THREAD}-o5` }))])).toBeUndefined();
    expect(told([{ type: 'assigned', to: 'mark', origin: 'manager' }])).toBeUndefined();
    expect(told([{ type: 'resolved', by: 'agent' }])).toBeUndefined();
    expect(told([], { owner: 'martha' })).toBeUndefined();
    expect(told([], { owner: 'martha' }, 'martha')).toBeUndefined();
    expect(told([{ type: 'comment', text: 'x' }])).toBe('timed_out');
    for (const status of ['accepted', 'rescinded'] as const) {
      const entries = [...start(), asking, entry(4, 'system', closed(status))];
      expect(endedRequest({ conversation: conversation(), entries }, 'mark')).toBeUndefined();
    }
  });
});

describe('taking back', () => {
  it('a resolution shows agent, moment and note, and one button takes it back', async () => {
    await c.live('mark', [mine()]);
    await click(c, 'action-resolve');
    await type(c, 'resolve-note', 'Sent a new one');
    await click(c, 'dialog-submit');
    expect(c.command().command).toEqual({ type: 'resolve', note: 'Sent a new one' });
    await c.ack(3);
    const over = conversation({ status: 'resolved', owner: null });
    const end = { type: 'resolved', by: 'agent', note: 'Sent a new one' } as const;
    await c.entries(over, [entry(3, 'agent:mark', end)], false);
    expect(textOf('ended-how')).toMatch(/^Resolved by you, /);
    expect(textOf('ended-note')).toBe('Sent a new one');
    expect(textOf('owner')).toMatch(/^by you, /);
    expect(textOf('notice')).toContain('Resolved: John Smith');
    await click(c, get('notice').querySelector('.button') as HTMLElement);
    expect(c.command()).toMatchObject({
      action: 'assignment',
      command: { type: 'undo', entry: 3 },
    });
    await c.refuse('cannot_undo');
    expect(all('notice').at(-1)?.textContent).toContain('This cannot be undone any more');
  });

  it('a removal takes the guest out at once, and one button brings the guest back', async () => {
    const both = conversation({ guests: ['martha'] });
    await c.live('mark', [[both, start()]]);
    await click(c, 'remove-guest');
    await c.ack(7);
    expect(textOf('notice')).toContain('Martha is no longer in the conference');
    await click(c, get('notice').querySelector('.button') as HTMLElement);
    expect(c.command().command).toEqual({ type: 'undo', entry: 7 });
  });
});

describe('the allowed acts', () => {
  it('the server decides the acts, whatever the agent’s role', async () => {
    await c.live('mark', [[conversation({ may: ['comment', 'transfer'] }), start()]]);
    expect(maybe('action-transfer')).toBeDefined();
    for (const control of ['action-discuss', 'action-resolve', 'composer']) {
      expect(maybe(control)).toBeUndefined();
    }
  });

  it('the owner of a conference can leave it, and end it for everybody', async () => {
    await c.live('mark', [[conversation({ guests: ['martha'] }), start()]]);
    expect(textOf('action-leave')).toContain('Leave');
    await click(c, 'action-menu');
    await click(c, 'menu-resolve');
    expect(textOf('resolve-also')).toBe('This also ends the conference with Martha.');
    expect(textOf('dialog-submit')).toBe('Resolve for everybody');
    await click(c, 'dialog-submit');
    expect(c.command().command).toEqual({ type: 'resolve', for_all: true });
  });

  it('a conversation without an owner is assigned, not transferred', async () => {
    const waiting = conversation({ status: 'queued', owner: null, may: ['transfer', 'resolve'] });
    await c.live('mark', [[waiting, start()]]);
    expect(textOf('action-transfer')).toBe('Assign');
    await click(c, 'action-transfer');
    expect(get('dialog').querySelector('h2')?.textContent).toBe('Assign');
    expect(maybe('mode-offer')).toBeUndefined();
    await press(c, get('target'), { key: 'Enter' });
    expect(textOf('dialog-submit')).toBe('Assign to Martha');
  });
});

describe('the list of targets', () => {
  const refused = { code: 'transfer_not_allowed' as const, message: 'No.', remedy: '' };
  const people = [agent('mark'), agent('martha'), agent('quinn')];

  it('the server decides the targets; a refused one is last, with the reason', async () => {
    const targets = [
      { to: { agent: 'quinn' }, name: 'Quinn', allowed: 0, refused },
      { to: { agent: 'martha' }, name: 'Martha', allowed: 1 },
      { to: { queue: 'billing' }, name: 'Billing', allowed: 1 },
    ];
    c.http.set('GET /v1/agents', { body: { agents: people, targets } });
    await c.live('mark', [mine()]);
    await click(c, 'action-transfer');
    expect(c.queries).toContain(`conversation=${ID}&act=transfer`);
    expect(all('target-option').map((one) => one.dataset.agent)).toEqual(['martha', 'quinn']);
    const last = all('target-option').at(-1) as HTMLElement;
    expect(last.getAttribute('aria-disabled')).toBe('true');
    expect(last.textContent).toContain('not in a team that handles this conversation');
    await click(c, last);
    expect((get('dialog-submit') as HTMLButtonElement).disabled).toBe(true);
    // A transfer by offer has other rules: the console asks the server anew.
    await click(c, get('mode-offer').querySelector('input') as HTMLElement);
    expect(c.queries).toContain(`conversation=${ID}&act=assign`);
  });

  it('the list stays in sight when another type is chosen, and has its labels', async () => {
    await c.live('mark', [mine()]);
    await click(c, 'action-discuss');
    expect(textOf('dialog')).toContain('Assign to');
    expect(textOf('dialog')).toContain('Select user');
    expect(get('target').getAttribute('aria-expanded')).toBe('true');
    await click(c, get('type-team').querySelector('input') as HTMLElement);
    expect(all('target-option').length).toBeGreaterThan(0);
    expect(get('target-list').getAttribute('aria-label')).toBe('Select team');
  });

  it('the list has room for all targets, and keeps its height while a search narrows it', async () => {
    await c.live('mark', [mine()]);
    const rows = () => get('target-list').style.getPropertyValue('--rows');
    await click(c, 'action-discuss');
    expect([rows(), all('target-option').length]).toEqual(['2', 2]);
    await type(c, 'target', 'mar');
    expect([rows(), all('target-option').length]).toEqual(['2', 1]);
  });

  it('the list holds everybody, and says that it is unchecked, if the server does not answer', async () => {
    await c.live('mark', [mine()]);
    c.http.set('GET /v1/agents', { status: 503, body: {} });
    await click(c, 'action-discuss');
    expect(textOf('targets-stale')).toContain('out of date');
    expect(all('target-option').map((one) => one.dataset.agent)).toEqual(['martha', 'olga']);
  });
});

describe('the foot of a dialog', () => {
  it('every dialog has a button that leaves it without an act', () => {
    const files = import.meta.glob('../../**/*.vue', {
      query: '?raw',
      import: 'default',
      eager: true,
    }) as Record<string, string>;
    const dialogs = Object.entries(files).filter(([, text]) => /<AppDialog\b/.test(text));
    expect(dialogs.length).toBeGreaterThan(15);
    const without = dialogs.filter(([, text]) => {
      const [, foot] = /<div class="buttons">([\s\S]*?)<\/div>/.exec(text) ?? [];
      // After an act is done, "Done" leaves the dialog.
      return !foot || !/t\('(app-(cancel|close)|workspace-done)'\)/.test(foot);
    });
    expect(without.map(([name]) => name)).toEqual([]);
  });
});
