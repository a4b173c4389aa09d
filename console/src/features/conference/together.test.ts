import { all, Console, click, get, maybe, mine, textOf, type } from '@tests/support/app';
import {
  agent,
  conversation,
  entry,
  ID,
  made,
  NOW,
  offer,
  start,
  THREAD,
} from '@tests/support/make';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Conversation, Entry } from '@/contract/protocol';

let c: Console;
beforeEach(() => {
  c = new Console();
});
afterEach(() => c.close());

const talk = (n: number, ...members: string[]) => ({
  id: `${THREAD}-d${n}`,
  initiator: members[0] ?? '',
  members,
});

async function menu(trigger: string, item: string): Promise<void> {
  await click(c, trigger);
  await click(c, `menu-${item}`);
}

describe('a request to a group', () => {
  beforeEach(async () => {
    await c.open('mark', `/c/${ID}`);
    await c.live('mark', [mine()]);
  });

  it('a request goes to a whole team at once, and the dialog counts the free members', async () => {
    await click(c, 'action-discuss');
    await click(c, get('type-team').querySelector('input') as HTMLElement);
    await click(c, 'target');
    expect(all('target-option').map((o) => o.textContent?.replace(/\s+/g, ' ').trim())).toEqual([
      'Customer Care 1 of 2 available',
    ]);
    await click(c, 'target-option');
    await click(c, 'ask-all');
    await click(c, 'dialog-submit');
    expect(c.command().command).toEqual({ type: 'discuss', to: { team: 'care' }, all: true });
    await c.refuse('nobody_available');
    expect(textOf('dialog-problem')).toContain('Nobody there is available with free capacity');
  });

  it('the request shows its present target, step by step, and the time left for all of it', async () => {
    const asked = offer({
      target: { skill: 'refunds' },
      to: ['olga'],
      expires: NOW + 20_000,
      deadline: NOW + 80_000,
    });
    await c.entries(conversation({ offers: [asked] }), [entry(3, 'agent:mark', made(asked))]);
    expect(textOf('pending-offer')).toContain('Waiting for somebody with refunds');
    expect(textOf('offer-steps')).toBe('asking Olga · 1:20 left in all');
    const next = { ...asked, to: ['martha'], tried: ['olga'], expires: NOW + 50_000 };
    await c.entries(conversation({ offers: [next] }), [
      entry(
        4,
        'agent:olga',
        {
          type: 'offer_passed',
          offer: asked.id,
          agent: 'olga',
          status: 'rejected',
          reason: 'Busy',
        },
        { type: 'offer_moved', offer: asked.id, to: 'martha', expires: next.expires },
      ),
    ]);
    expect(textOf('offer-steps')).toBe('asking Martha · before: Olga rejected · 1:20 left in all');
    expect(
      all('system-line')
        .map((l) => l.textContent)
        .join(),
    ).toContain('Martha is asked next');
  });

  it('the owner brings a consultant into the conference without a new request', async () => {
    await c.entries(conversation({ discussions: [talk(1, 'mark', 'martha')] }), [
      entry(3, 'agent:martha', { type: 'comment', text: '' }),
    ]);
    await click(c, 'action-discuss');
    await click(c, get('act-conference').querySelector('input') as HTMLElement);
    await click(c, 'target');
    await click(c, 'target-option');
    expect(textOf('dialog-submit')).toBe('Bring Martha in now');
    await click(c, 'dialog-submit');
    expect(c.command().command).toEqual({
      type: 'promote',
      discussion: `${THREAD}-d1`,
      agent: 'martha',
      into: 'conference',
    });
  });
});

describe('a request to several colleagues', () => {
  const asked = offer({ to: ['martha', 'olga'], target: { team: 'care' }, all: true });
  beforeEach(async () => {
    await c.open('martha');
    await c.live('martha', [
      [
        conversation({ seq: 3, offers: [asked] }),
        [...start(), entry(3, 'agent:mark', made(asked))],
      ],
    ]);
  });

  it('the request names the others, and the one who was faster', async () => {
    expect(textOf('offer-toast')).toContain('Also asked: Olga. The first to accept gets it.');
    await c.entries(
      conversation({ discussions: [talk(1, 'mark', 'olga')] }),
      [
        entry(4, 'agent:olga', {
          type: 'offer_closed',
          offer: asked.id,
          status: 'accepted',
          by: 'olga',
        }),
      ],
      false,
    );
    expect(maybe('offer-toast')).toBeUndefined();
    expect(textOf('notice')).toContain('Taken by Olga');
  });

  it('a colleague who loses the race reads who won', async () => {
    await click(c, 'offer-accept');
    await c.refuse('offer_closed', { status: 'rescinded', agent: 'olga' });
    expect(textOf('notice')).toContain('Taken by Olga');
  });
});

describe('several consultants', () => {
  const experts = conversation({
    seq: 3,
    discussions: [talk(1, 'mark', 'martha', 'olga'), talk(2, 'mark', 'olga')],
  });
  beforeEach(async () => {
    await c.open('mark', `/c/${ID}`);
    await c.live('mark', [[experts, [...start(), entry(3, 'agent:mark')]]]);
  });

  it('discussions run side by side, each with its own panel', async () => {
    expect(all('discussion-tab').map((t) => t.textContent?.trim())).toEqual([
      'Martha, Olga',
      'Olga',
    ]);
    await click(c, all('discussion-tab')[1] as HTMLElement);
    expect(get('discussion-panel').dataset.discussion).toBe(`${THREAD}-d2`);
  });

  it('consultants are invited, let go and promoted, and each leaves with an outcome', async () => {
    await click(c, 'discussion-tab');
    await menu('discussion-menu', 'invite');
    expect(textOf('dialog')).toContain('Invite to the discussion');
    await click(c, 'target');
    expect(get('target-option').textContent).toContain('in a discussion already');
    await click(c, get('dialog').querySelector('button[aria-label="Close"]') as HTMLElement);

    await menu('discussion-menu', 'release-olga');
    await click(c, 'released-yes');
    expect(c.command().command).toEqual({
      type: 'release_expert',
      discussion: `${THREAD}-d1`,
      outcome: { agent: 'olga', resolved: true },
    });
    await c.ack(4);

    await menu('discussion-menu', 'transfer-martha');
    expect(c.command().command).toMatchObject({
      type: 'promote',
      agent: 'martha',
      into: 'transfer',
    });
    await c.ack(5);

    await click(c, 'discussion-end');
    expect((get('end-submit') as HTMLButtonElement).disabled).toBe(true);
    const answers = all('expert-outcome').map((set) => set.querySelectorAll('input'));
    await click(c, answers[0]?.[1] as HTMLElement);
    await click(c, answers[1]?.[0] as HTMLElement);
    await click(c, 'end-submit');
    expect(c.command().command).toEqual({
      type: 'end_discussion',
      discussion: `${THREAD}-d1`,
      resolved: true,
      outcomes: [
        { agent: 'martha', resolved: true },
        { agent: 'olga', resolved: false },
      ],
    });
  });
});

describe('a conference', () => {
  const both: [Conversation, Entry[]] = [conversation({ guests: ['martha'] }), start()];

  it('a guest writes, and leaves', async () => {
    await c.open('martha', `/c/${ID}`);
    await c.live('martha', [both]);
    expect(textOf('tab-mine')).toBe('My chats 1');
    expect(textOf('load')).toBe('0 of 5');
    expect(all('party').map((p) => p.dataset.agent)).toEqual(['mark', 'martha']);
    await type(c, 'composer', 'Martha here');
    await click(c, 'send');
    expect(c.command().command).toMatchObject({ type: 'send' });
    expect(maybe('action-resolve')).toBeUndefined();
    await click(c, 'leave-conference');
    await click(c, 'dialog-submit');
    expect(c.command().command).toEqual({ type: 'leave_conference' });
  });

  it('the owner leaves, and can remove guests', async () => {
    await c.open('mark', `/c/${ID}`);
    await c.live('mark', [both]);
    expect(maybe('action-resolve')).toBeUndefined();
    await click(c, 'remove-guest');
    expect(c.command().command).toEqual({ type: 'remove_guest', agent: 'martha' });
    await c.ack(3);
    await click(c, 'action-leave');
    expect(textOf('dialog')).toContain('goes on with Martha, who becomes its owner');
    await click(c, 'dialog-submit');
    expect(c.command().command).toEqual({ type: 'leave_conference' });
    await c.refuse('no_successor');
    expect(textOf('dialog-problem')).toContain('you cannot leave yet');
  });
});

describe('monitoring', () => {
  const chief = agent('ada', { role: 'manager' });
  const looks = (mode: 'silent' | 'coach' | 'barge') =>
    conversation({ monitors: [{ agent: 'ada', mode }] });

  it('a manager looks on silently, coaches and barges in, from a list of the team’s work', async () => {
    await c.open('ada');
    const [theirs, log] = mine();
    const card = {
      id: ID,
      status: 'active',
      channel: 'web',
      name: 'Smith',
      queue: 'billing',
      owner: 'mark',
      opened_at: NOW,
      updated_at: NOW,
      summary: 'Hello',
    };
    c.http.set('GET /v1/conversations', { body: { conversations: [card] } });
    c.http.set(`GET /v1/conversations/${ID}`, {
      body: { conversation: theirs, entries: log, more: false },
    });
    c.http.set('GET /v1/agents', { body: { agents: [chief, agent('mark')] } });
    c.socket.open();
    const { welcome } = await import('@tests/support/make');
    await c.push(welcome('ada', [], { agents: [chief, agent('mark')] }));
    await click(c, 'tab-team');
    expect(textOf('row')).toContain('with Mark');
    await click(c, 'row');
    expect(textOf('read-only')).toContain('Mark has this conversation');
    await click(c, 'action-monitor');
    expect(c.command()).toMatchObject({
      action: 'discuss',
      command: { type: 'monitor', mode: 'silent' },
    });
    const on = (seq: number, mode: 'silent' | 'coach' | 'barge') =>
      c.entries(looks(mode), [entry(seq, 'agent:ada', { type: 'monitoring', agent: 'ada', mode })]);
    await on(3, 'silent');
    await c.ack(3);
    expect(textOf('read-only')).toContain('You are monitoring silently');
    await click(c, 'monitor-coach');
    expect(c.command().command).toEqual({ type: 'monitor', mode: 'coach' });
    await on(4, 'coach');
    await c.ack(4);
    expect(maybe('composer')).toBeUndefined();
    await type(c, 'coach-composer', 'Offer a credit');
    await click(c, 'coach-send');
    expect(c.command().command).toEqual({ type: 'coach', text: 'Offer a credit' });
    await click(c, 'monitor-barge');
    await on(5, 'barge');
    await c.ack(5);
    expect(get('audience').dataset.tone).toBe('barge');
    expect(maybe('composer')).toBeDefined();
    await click(c, 'monitor-stop');
    expect(c.command().command).toEqual({ type: 'stop_monitoring' });
  });

  it('the owner sees the coaches, and can answer them', async () => {
    await c.open('mark', `/c/${ID}`);
    await c.live('mark', [[looks('coach'), start()]]);
    await c.entries(looks('coach'), [
      entry(3, 'agent:ada', { type: 'coach_line', text: 'Credit' }),
    ]);
    expect(get('monitor-chip').dataset.mode).toBe('coach');
    const line = all('message').at(-1) as HTMLElement;
    expect(line.dataset.type).toBe('coach');
    expect(line.textContent).toContain('Only you and ada see this');
    await type(c, 'coach-composer', 'Will do');
    await click(c, 'coach-send');
    expect(c.command().command).toEqual({ type: 'coach', text: 'Will do' });
  });
});
