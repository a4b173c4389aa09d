import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { all, Console, click, get, maybe, mine, textOf, type } from './support/app';
import { conversation, entry, ID, NOW, replies, settings, start } from './support/make';

let c: Console;
beforeEach(() => {
  c = new Console();
});
afterEach(() => c.close());

describe('the end', () => {
  it('a conversation is marked done with a disposition if one is required', async () => {
    const wrap = { conversation: ID, agent: 'mark', mandatory: true };
    const over = conversation({ status: 'resolved', owner: null, wrap_ups: [wrap] });
    await c.open('mark', `/c/${ID}`);
    await c.live('mark', [[over, start()]]);
    c.http.set('GET /v1/settings', {
      body: { ...settings, version: 2, dispositions: ['Solved', 'Other'] },
    });
    await c.push({ type: 'settings_changed' });
    expect(textOf('load')).toBe('1 of 5');
    expect(maybe('row')).toBeUndefined();
    await click(c, 'wrap-row');
    expect((get('wrap-done') as HTMLButtonElement).disabled).toBe(true);
    const select = get('disposition') as HTMLSelectElement;
    select.value = 'Solved';
    select.dispatchEvent(new Event('change', { bubbles: true }));
    await type(c, 'wrap-note', 'Credited');
    await click(c, 'wrap-done');
    expect(c.command()).toMatchObject({
      conversation: ID,
      command: { type: 'done', disposition: 'Solved', note: 'Credited' },
    });
    await c.entries(
      conversation({ status: 'resolved', owner: null }),
      [entry(3, 'agent:mark', { type: 'wrapped_up', conversation: ID, agent: 'mark' })],
      false,
    );
    expect(maybe('wrap-row')).toBeUndefined();
    expect(textOf('load')).toBe('0 of 5');
  });
});

describe('the engine’s acts', () => {
  beforeEach(async () => {
    await c.open('mark', `/c/${ID}`);
    await c.live('mark', [mine({ answered_at: null, first_answer_due: NOW + 12_000 })]);
  });

  it('the thread explains the engine’s choice', async () => {
    await c.entries(conversation(), [
      entry(3, 'system', {
        type: 'routed',
        strategy: 'least_loaded',
        chosen: 'mark',
        decided_by: 'load',
        more: 0,
        weighed: [
          { agent: 'mark', open: 1, capacity: 5, idle_since: NOW - 120_000 },
          { agent: 'olga', open: 5, capacity: 5, excluded: 'full' },
        ],
      }),
    ]);
    expect(textOf('routed')).toContain('Why you?');
    expect(textOf('routed')).toContain('Olga5 of 5–at capacity');
  });

  it('a request to all names nobody as chosen', async () => {
    await c.entries(conversation(), [
      entry(3, 'system', {
        type: 'routed',
        strategy: 'least_loaded',
        decided_by: 'everyone',
        more: 0,
        weighed: [
          { agent: 'mark', open: 1, capacity: 5 },
          { agent: 'olga', open: 2, capacity: 5 },
        ],
      }),
    ]);
    expect(textOf('routed')).toContain('All who could be asked were asked at once');
    expect(textOf('routed')).not.toContain('Why');
  });

  it('a warning precedes the return to the queue, until there is an answer', async () => {
    const warned = conversation({ requeue_at: NOW + 60_000, answered_at: null });
    await c.entries(warned, [entry(3, 'system', { type: 'requeue_ahead', at: NOW + 60_000 })]);
    expect(textOf('requeue-ahead')).toContain('goes back to billing in 1:00');
    await c.pass(400);
    expect(
      document.querySelector('[aria-live="assertive"]')?.textContent ?? textOf('notice'),
    ).toContain('goes back to the queue soon');
    await c.entries(conversation({ requeue_at: NOW + 600_000 }), [
      entry(4, 'agent:mark', replies('Hi')),
    ]);
    expect(maybe('requeue-ahead')).toBeUndefined();
  });

  it('a ring counts down to the first response, then says that it is late', async () => {
    expect(all('due').map((d) => d.dataset.state)).toEqual(['due', 'due']);
    await c.pass(5_000);
    expect(get('due').dataset.state).toBe('soon');
    await c.pass(10_000);
    expect(get('due').textContent).toContain('late');
  });

  it('automatic answers are marked as automatic', async () => {
    await c.entries(conversation(), [
      entry(3, 'system', { type: 'auto_reply', content: { kind: 'text', text: 'Closed' } }),
    ]);
    expect(all('message').at(-1)?.dataset.type).toBe('ours');
    expect(maybe('automatic')).toBeDefined();
  });
});

describe('a bulk transfer', () => {
  it('each conversation goes by itself; a refused one stays chosen and says why', async () => {
    const thread = '5hx9t3n6v2pqrstv';
    const other = conversation({ thread, id: `${thread}-1`, assigned_at: 0 });
    await c.open('mark');
    await c.live('mark', [mine(), [other, start()]]);
    await click(c, 'select');
    await click(c, 'select-all');
    await click(c, 'transfer-selected');
    await click(c, 'target');
    await click(c, 'target-option');
    c.http.set('POST /v1/transfers', {
      body: {
        results: [
          { conversation: ID, seq: 3 },
          {
            conversation: other.id,
            error: { code: 'target_full', message: '', remedy: '', agent: 'martha' },
          },
        ],
      },
    });
    await click(c, 'dialog-submit');
    expect(c.posted.at(-1)).toMatchObject({
      url: 'POST /v1/transfers',
      body: {
        conversations: [ID, other.id],
        to: { agent: 'martha' },
        mode: 'immediate',
      },
    });
    expect(textOf('bulk-summary')).toBe('1 of 2 transferred');
    expect(all('bulk-item')[1]?.textContent).toContain('Martha is at capacity');
    expect(textOf('dialog-submit')).toBe('Retry the failed one');
    await click(c, 'dialog-submit');
    expect(c.posted.at(-1)?.body).toMatchObject({ conversations: [other.id] });
  });
});
