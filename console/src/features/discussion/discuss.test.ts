import { all, Console, click, get, maybe, mine, press, textOf, type } from '@tests/support/app';
import {
  agent,
  conversation,
  entry,
  ID,
  made,
  offer as make,
  NOW,
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

const OFFER = `${THREAD}-o1`;
const offer = make();
const asked: Entry = entry(3, 'agent:mark', made(offer, 'Known batch?'));
const offered = conversation({ seq: 3, offers: [offer] });
const talk = { id: `${THREAD}-d1`, initiator: 'mark', members: ['mark', 'martha'] };
const talking = conversation({ seq: 4, discussions: [talk] });
const accepted = entry(4, 'agent:martha', {
  type: 'offer_closed',
  offer: OFFER,
  status: 'accepted',
  by: 'martha',
});
const withTalk: [Conversation, Entry[]] = [talking, [...start(), asked, accepted]];
const closed = (status: 'timed_out' | 'withdrawn' | 'rejected', reason?: string) =>
  entry(4, 'system', {
    type: 'offer_closed',
    offer: OFFER,
    status,
    ...(status === 'rejected' ? { by: 'martha' } : {}),
    ...(reason ? { reason } : {}),
  });
const alt = (code: string) => press(c, document.body, { code, key: 'x', altKey: true });

describe('the agent who asks', () => {
  beforeEach(async () => {
    await c.open('mark', `/c/${ID}`);
    await c.live('mark', [mine()]);
  });

  it('the agent chooses an available colleague; the others are last, with the reason', async () => {
    await alt('KeyD');
    await click(c, 'target');
    const options = all('target-option');
    expect(options.map((o) => o.dataset.agent)).toEqual(['martha', 'olga']);
    expect(options[1]?.textContent).toContain('away');
    expect(options[1]?.hasAttribute('data-disabled')).toBe(true);
    expect((get('dialog-submit') as HTMLButtonElement).disabled).toBe(true);
    await press(c, get('target'), { key: 'Enter' });
    expect(textOf('dialog-submit')).toBe('Discuss with Martha');
    await click(c, 'dialog-submit');
    expect(c.command()).toMatchObject({
      action: 'discuss',
      command: { type: 'discuss', to: { agent: 'martha' } },
    });
    await c.ack(3);
    expect(maybe('dialog')).toBeUndefined();
  });

  it('the agent waits with a countdown, goes on working, and withdraws with a reason', async () => {
    await c.entries(offered, [asked]);
    expect(textOf('pending-offer')).toContain('Waiting for Martha to answer');
    expect(textOf('pending-offer')).toContain('1:43');
    expect(maybe('composer')).toBeDefined();
    await click(c, 'withdraw');
    const option = all('reason-option')[0]?.querySelector('input') as HTMLInputElement;
    await click(c, option);
    await click(c, 'reason-submit');
    expect(c.command().command).toEqual({
      type: 'withdraw_offer',
      offer: OFFER,
      reason: 'Issue resolved',
    });
  });

  it('the dialog to withdraw says that the colleague was faster', async () => {
    await c.entries(offered, [asked]);
    await click(c, 'withdraw');
    await c.entries(talking, [accepted]);
    expect(maybe('dialog')).toBeUndefined();
    expect(textOf('notice')).toContain('The request is over');
    expect(textOf('notice')).toContain('Martha has accepted.');
  });

  it('the agent reads who rejected, and why', async () => {
    await c.entries(offered, [asked]);
    await c.entries(conversation(), [closed('rejected', 'Busy')]);
    expect(all('system-line').at(-1)?.textContent).toMatch(/Martha rejected\s*Busy/);
    expect(maybe('pending-offer')).toBeUndefined();
  });

  it('the discussion has a panel of its own and ends with an answer', async () => {
    await c.entries(offered, [asked]);
    await c.entries(talking, [accepted]);
    expect(textOf('discussion-privacy')).toBe('Only you and Martha can read this');
    expect(textOf('discussion-question')).toMatch(/^You asked .*Known batch\?$/);
    expect(textOf('promote-transfer-martha')).toBe('Transfer to Martha');
    expect(textOf('promote-conference-martha')).toBe('Add to conference');
    await type(c, 'discussion-composer', 'Is it known?');
    await click(c, 'discussion-send');
    expect(c.command()).toMatchObject({
      action: 'discuss',
      conversation: ID,
      command: { type: 'say', discussion: talk.id, text: 'Is it known?' },
    });
    expect(maybe('discussion-leave')).toBeUndefined();
    await click(c, 'discussion-end');
    await click(c, 'resolved-yes');
    const end = { type: 'end_discussion', discussion: talk.id, resolved: true } as const;
    expect(c.command().command).toEqual(end);
    await c.ack(5);
    const over = {
      type: 'discussion_ended',
      discussion: talk.id,
      resolved: true,
      cause: 'ended',
    } as const;
    await c.entries(conversation(), [entry(5, 'agent:mark', over)]);
    expect(all('system-line').at(-1)?.textContent).toContain('You ended the discussion: resolved');
    expect(get('discussion-panel').dataset.over).toBe('true');
    await click(c, 'discussion-done');
    expect(maybe('discussion-panel')).toBeUndefined();
  });

  it('the agent transfers to a queue or a person, and reads the reason of a refusal', async () => {
    await alt('KeyT');
    await click(c, 'target');
    await press(c, get('target'), { key: 'Enter' });
    await click(c, 'dialog-submit');
    expect(c.command()).toMatchObject({
      action: 'transfer',
      command: { type: 'transfer', to: { agent: 'martha' }, mode: 'immediate' },
    });
    await c.refuse('target_full', { agent: 'martha' });
    expect(textOf('dialog-problem')).toContain('Martha is at capacity');
  });
});

describe('the colleague who gets the request', () => {
  beforeEach(async () => {
    await c.open('martha');
    await c.live('martha', [[offered, [...start(), asked]]]);
  });

  it('toast and row leave the focus in place, and a key accepts', async () => {
    expect(textOf('offer-toast')).toContain('Mark asks to discuss');
    expect(textOf('offer-toast')).toContain('Known batch?');
    expect(textOf('tab-discussions')).toBe('Discussions 1');
    expect(get('offer-toast').contains(document.activeElement)).toBe(false);
    await alt('KeyA');
    expect(c.command()).toMatchObject({ command: { type: 'accept_offer', offer: OFFER } });
    await c.entries(talking, [accepted]);
    await c.ack(4);
    expect(maybe('offer-toast')).toBeUndefined();
    expect(maybe('composer')).toBeUndefined();
    expect(textOf('read-only')).toContain('The customer cannot see you');
    expect(maybe('discussion-composer')).toBeDefined();
    expect(maybe('action-discuss')).toBeUndefined();
    expect(maybe('action-resolve')).toBeUndefined();
  });

  it('the countdown never declares a timeout: at zero it waits for the server', async () => {
    await c.pass(104_000);
    expect(textOf('offer-toast')).toContain('expiring…');
    await c.entries(conversation(), [closed('timed_out')], false);
    expect(maybe('offer-toast')).toBeUndefined();
  });

  it('a rejection needs a reason; "Other" needs words', async () => {
    await alt('KeyX');
    expect((get('reason-submit') as HTMLButtonElement).disabled).toBe(true);
    await press(c, all('reason-option')[1] as HTMLElement, { key: '2' });
    expect((get('reason-submit') as HTMLButtonElement).disabled).toBe(true);
    await type(c, 'reason-text', 'In a meeting');
    await click(c, 'reason-submit');
    expect(c.command().command).toEqual({
      type: 'reject_offer',
      offer: OFFER,
      reason: 'In a meeting',
    });
  });

  it('the dialog says so when the offer ends while the colleague writes a reason', async () => {
    await alt('KeyX');
    await click(c, all('reason-option').at(-1)?.querySelector('input') as HTMLElement);
    await type(c, 'reason-text', 'In a meeting');
    await c.entries(conversation(), [closed('withdrawn', 'Solved')]);
    expect(maybe('dialog')).toBeUndefined();
    expect(textOf('notice')).toContain('withdrawn meanwhile');
    expect(textOf('notice')).toContain('Copy what you wrote');
  });

  it('the colleague leaves a discussion without a question', async () => {
    await c.push({
      type: 'snapshot',
      conversation: withTalk[0],
      entries: withTalk[1],
      more: false,
    });
    await click(c, 'tab-discussions');
    await click(c, 'row');
    expect(maybe('discussion-end')).toBeUndefined();
    await click(c, 'discussion-leave');
    expect(c.command().command).toEqual({ type: 'leave_discussion', discussion: talk.id });
  });
});

describe('the list of colleagues', () => {
  const talk = { id: `${THREAD}-d1`, initiator: 'mark', members: ['mark', 'martha'] };
  const groups = () =>
    all('target-option').map((one) => [
      one.closest('[data-testid^="group-"]')?.getAttribute('data-testid'),
      one.dataset.agent,
    ]);

  it('the list begins with present consultants, and ends with obstacles and their reasons', async () => {
    const c = await new Console().open('mark', `/c/${ID}`);
    const away = agent('olga', { presence: 'away' });
    const call = 'tel:+49301234';
    const agents = [
      agent('mark'),
      agent('martha', { since: NOW - 720_000, call }),
      agent('ravi'),
      away,
    ];
    c.http.set('GET /v1/agents', { body: { agents } });
    await c.live('mark', [[conversation({ discussions: [talk] }), start()]]);
    await click(c, 'action-transfer');
    await click(c, 'target');
    expect(groups()).toEqual([
      ['group-consulting', 'martha'],
      ['group-available', 'ravi'],
      ['group-unavailable', 'olga'],
    ]);
    expect(get('group-consulting').textContent).toContain('there for 12m');
    expect(get('group-unavailable').textContent).toContain('away');
    await click(c, all('target-option')[0] as HTMLElement);
    expect(textOf('dialog-submit')).toBe('Transfer now to Martha');
    expect(get('call').getAttribute('href')).toBe(call);
    // Ravi leaves meanwhile: reading anew finds it, also if the push was lost.
    c.http.set('GET /v1/agents', {
      body: { agents: agents.map((a) => (a.id === 'ravi' ? { ...a, presence: 'offline' } : a)) },
    });
    await c.pass(10_000);
    await click(c, 'target');
    expect(groups().at(-1)?.[0]).toBe('group-unavailable');
    expect(groups().map(([, id]) => id)).toEqual(['martha', 'olga', 'ravi']);
    c.close();
  });
});
