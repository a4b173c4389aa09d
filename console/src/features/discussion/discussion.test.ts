import { Console, click, get, maybe, press, textOf, type } from '@tests/support/app';
import { conversation, entry, ID, offer, start, THREAD } from '@tests/support/make';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

let c: Console;
const TALK = `${THREAD}-d1`;
const other = { id: `${THREAD}-d2`, initiator: 'mark', members: ['mark', 'olga'] };
const talk = { id: TALK, initiator: 'mark', members: ['mark', 'martha'] };

beforeEach(async () => {
  c = await new Console().open('mark', `/c/${ID}`);
  await c.live('mark', [[conversation({ discussions: [talk, other] }), start()]]);
});
afterEach(() => c.close());

const customer = () => get('composer') as HTMLTextAreaElement;
const colleagues = () => get('discussion-composer') as HTMLTextAreaElement;
const sent = () => c.socket.sent.filter((f) => 'command' in f).map((f) => f.command);

describe('the discussion beside the customer', () => {
  it('the discussion has its own composer: a text in one never stands in the other', async () => {
    await type(c, 'discussion-composer', 'He is angry, what do I say?');
    expect(customer().value).toBe('');
    await type(c, 'composer', 'One moment, please.');
    await press(c, colleagues(), { key: 'Enter' });
    expect(sent()).toEqual([
      { type: 'say', discussion: TALK, text: 'He is angry, what do I say?' },
    ]);
    expect(customer().value).toBe('One moment, please.');
    await c.pass(300);
    expect(localStorage.getItem(`draft:mark:${ID}:reply`)).toBe('One moment, please.');
    expect(localStorage.getItem(`draft:mark:${ID}:discussion:${TALK}`)).toBeNull();
  });

  it('each discussion keeps a draft', async () => {
    await type(c, 'discussion-composer', 'For Martha');
    const tabs = document.querySelectorAll<HTMLElement>('[data-testid="discussion-tab"]');
    await click(c, tabs[1] as HTMLElement);
    expect(colleagues().value).toBe('');
    await click(c, document.querySelector('[data-testid="discussion-tab"]') as HTMLElement);
    expect(colleagues().value).toBe('For Martha');
  });

  it('only Alt+2 leads in and only Alt+1 out: a mis-send takes a deliberate act', async () => {
    customer().focus();
    await press(c, customer(), { key: '2', code: 'Digit2', altKey: true });
    expect(document.activeElement).toBe(colleagues());
    await press(c, colleagues(), { key: '1', code: 'Digit1', altKey: true });
    expect(document.activeElement).toBe(customer());
  });

  it('Enter does not send while an input method chooses characters', async () => {
    await type(c, 'discussion-composer', 'にほん');
    await press(c, colleagues(), { key: 'Enter', keyCode: 229 } as KeyboardEventInit);
    await press(c, colleagues(), { key: 'Enter', isComposing: true });
    expect(sent()).toEqual([]);
  });

  it('the panel counts new lines while the agent reads further up', async () => {
    const said = (seq: number, text: string) =>
      entry(seq, 'agent:martha', { type: 'discussion_message', discussion: TALK, text });
    await c.entries(conversation({ discussions: [talk, other] }), [said(3, 'Batch 9')]);
    const log = document.querySelector('.discussion-panel .scroll') as HTMLElement;
    Object.defineProperty(log, 'scrollHeight', { value: 2000, configurable: true });
    Object.defineProperty(log, 'clientHeight', { value: 400, configurable: true });
    for (const at of [1600, 200]) {
      log.scrollTop = at;
      log.dispatchEvent(new Event('scroll'));
    }
    await c.entries(conversation({ discussions: [talk, other] }), [said(4, 'Or 10')]);
    expect(textOf('new-messages')).toBe('1 new message');
    await click(c, 'new-messages');
    expect(log.scrollTop).toBe(2000);
    expect(maybe('new-messages')).toBeUndefined();
  });

  it('the panel counts lines in another discussion, until the agent looks at it', async () => {
    const talks = conversation({ discussions: [talk, other] });
    const said = (seq: number, by: string, discussion: string) =>
      entry(seq, `agent:${by}`, { type: 'discussion_message', discussion, text: `${seq}` });
    await c.entries(talks, [
      said(3, 'martha', TALK),
      said(4, 'olga', other.id),
      said(5, 'olga', other.id),
    ]);
    expect(textOf('discussion-unread')).toContain('2');
    const tab = (n: number) =>
      document.querySelectorAll<HTMLElement>('[data-testid="discussion-tab"]')[n] as HTMLElement;
    expect(tab(1).textContent).toContain('Olga');
    await click(c, tab(1));
    expect(maybe('discussion-unread')).toBeUndefined();
    await c.entries(talks, [
      said(6, 'olga', other.id),
      said(7, 'martha', TALK),
      said(8, 'mark', TALK),
    ]);
    expect(textOf('discussion-unread')).toContain('1');
    await click(c, tab(0));
    expect(maybe('discussion-unread')).toBeUndefined();
  });

  it('an ended discussion stays to be read until it is marked done', async () => {
    await c.entries(conversation({ discussions: [other] }), [
      entry(3, 'agent:mark', {
        type: 'discussion_ended',
        discussion: TALK,
        cause: 'ended',
        resolved: true,
      } as never),
    ]);
    await click(
      c,
      [...document.querySelectorAll<HTMLElement>('[data-testid="discussion-tab"]')].at(
        -1,
      ) as HTMLElement,
    );
    expect(get('discussion-panel').dataset.over).toBe('true');
    expect(maybe('discussion-composer')).toBeUndefined();
    await click(c, 'discussion-done');
    expect(get('discussion-panel').dataset.discussion).toBe(other.id);
  });
});

describe('resolving', () => {
  it('the dialog counts the requests and discussions that resolving ends', async () => {
    await c.entries(
      conversation({
        discussions: [talk, other],
        offers: [offer({ id: `${THREAD}-o9`, to: ['olga'] })],
      }),
      [entry(3, 'agent:mark')],
    );
    await press(c, document.body, { key: 'r', code: 'KeyR', altKey: true });
    expect(get('resolve-also').textContent).toMatch(/2 discussions.*1|1.*2 discussions/);
    await type(c, 'resolve-note', 'Done');
    await click(c, 'dialog-submit');
    expect(sent()).toEqual([{ type: 'resolve', note: 'Done' }]);
    // The act is done once the server says so: nothing pretends that it can be undone.
    expect(maybe('dialog')).toBeDefined();
    await c.ack(4);
    expect(maybe('dialog')).toBeUndefined();
  });
});
