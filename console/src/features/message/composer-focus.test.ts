import { Console, click, get, maybe, mine, type } from '@tests/support/app';
import { conversation, entry, ID, start } from '@tests/support/make';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { useUi } from '@/stores/ui';

describe('a composer that loads late', () => {
  const c = new Console();
  beforeEach(() => c.open('mark', `/c/${ID}`));
  afterEach(() => c.close());

  it('the composer takes the focus if nothing else has it', async () => {
    await c.live('mark', [mine()]);
    expect(document.activeElement).toBe(get('composer'));
  });

  it('the composer leaves the focus in a field while the agent types in it', async () => {
    get('list-search').focus();
    await c.live('mark', [mine()]);
    expect(maybe('composer')).toBeDefined();
    expect(document.activeElement).toBe(get('list-search'));
  });

  it('the composer leaves a menu open that the agent opened meanwhile', async () => {
    await click(c, 'open-mentions');
    expect(maybe('mentions')).toBeDefined();
    await c.live('mark', [mine()]);
    expect(maybe('composer')).toBeDefined();
    expect(maybe('mentions')).toBeDefined();
    expect(document.activeElement).not.toBe(get('composer'));
  });

  it('the focus stays when a conversation that the agent only looks at becomes the agent’s', async () => {
    const theirs = conversation({ owner: 'martha', monitors: [{ agent: 'mark', mode: 'silent' }] });
    await c.live('mark', [[theirs, start()]]);
    expect(maybe('composer')).toBeUndefined();
    get('list-search').focus();
    await c.entries(conversation({ seq: 3 }), [
      entry(3, 'agent:olga', { type: 'assigned', to: 'mark', origin: 'manager' }),
    ]);
    expect(maybe('composer')).toBeDefined();
    expect(document.activeElement).toBe(get('list-search'));
  });

  it('the composer takes the focus from the row that opened the conversation', async () => {
    await c.live('mark', [
      mine(),
      [
        conversation({
          id: 'b000000000000000-1',
          thread: 'b000000000000000',
          contact: { id: 'c2', name: 'Vera', address: '' },
        }),
        start(),
      ],
    ]);
    const row = [...document.querySelectorAll<HTMLElement>('[data-testid="row"]')].find((one) =>
      one.textContent?.includes('Vera'),
    );
    row?.focus();
    expect(document.activeElement).toBe(row);
    await click(c, row as HTMLElement);
    expect(document.activeElement).toBe(get('composer'));
    expect(get('composer').getAttribute('aria-label')).toContain('Vera');
  });

  it('every conversation and mode keeps its cursor', async () => {
    await c.live('mark', [mine()]);
    const field = () => get('composer') as HTMLTextAreaElement;
    await type(c, 'composer', 'Dear John, here it is');
    field().setSelectionRange(4, 4);
    await click(c, 'mode-comment');
    await type(c, 'composer', 'Who knows?');
    field().setSelectionRange(3, 7);
    await click(c, 'mode-reply');
    expect([field().value, field().selectionStart]).toEqual(['Dear John, here it is', 4]);
    await click(c, 'mode-comment');
    expect([field().selectionStart, field().selectionEnd]).toEqual([3, 7]);
    useUi().close();
    await c.flush();
    await useUi().open(ID);
    await c.flush();
    expect([field().value, field().selectionStart, field().selectionEnd]).toEqual([
      'Who knows?',
      3,
      7,
    ]);
  });
});
