import { all, Console, click, get, maybe, mine, press, textOf, type } from '@tests/support/app';
import { ID } from '@tests/support/make';
import { afterEach, describe, expect, it } from 'vitest';
import { preferences } from '@/engine/preferences';

const c = new Console();
afterEach(() => c.close());
const field = () => get('composer') as HTMLTextAreaElement;
const pressed = (id: string) => get(id).getAttribute('aria-pressed') === 'true';
const audience = () => get('audience').querySelector('.long')?.textContent;
async function live(over: object = {}) {
  await c.open('mark', `/c/${ID}`);
  await c.live('mark', [mine(over)]);
}

describe('the line that names the readers', () => {
  it('the line stands in every mode of the customer’s composer, and describes the field', async () => {
    await live({ channel: 'whatsapp' });
    expect(audience()).toBe('John Smith reads this on WhatsApp');
    expect(get('audience').dataset.tone).toBe('public');
    expect(field().getAttribute('aria-describedby')).toContain(get('audience').id);
    expect(get('send').querySelector('path')?.getAttribute('d')).toContain('M4.5 12h8');
    await click(c, 'mode-comment');
    expect(audience()).toBe('Only colleagues read this');
    expect(get('audience').dataset.tone).toBe('comment');
    expect(textOf('send')).toBe('Add comment');
    expect(get('send').querySelector('path')?.getAttribute('d'), 'a lock').toContain('M7 11V8');
    expect(document.querySelector('[aria-live="polite"]')?.textContent).toContain(
      'Only colleagues read this',
    );
  });
});

describe('a comment while the customer waits', () => {
  const waits = { status: 'active', waiting_on: 'agent' };

  it('the composer asks whether the comment is for the customer, and one press or key switches', async () => {
    await live(waits);
    expect(maybe('reply-instead')).toBeUndefined();
    await click(c, 'mode-comment');
    expect(textOf('reply-instead')).toContain('Still commenting. Reply to John Smith instead?');
    await type(c, 'composer', 'For Martha');
    await click(c, 'reply-instead');
    expect(pressed('mode-reply')).toBe(true);
    expect(field().value, 'the comment stays where it was').toBe('');
    await press(c, field(), { code: 'KeyC', key: 'c', altKey: true });
    expect(field().value).toBe('For Martha');
    await press(c, field(), { code: 'F2', key: 'F2' });
    expect(pressed('mode-reply')).toBe(true);
  });

  it('the composer does not ask while the customer has the answer', async () => {
    await live({ status: 'active', waiting_on: 'customer' });
    await click(c, 'mode-comment');
    expect(maybe('reply-instead')).toBeUndefined();
  });

  it('the field stays in Comment, or returns to Reply by the agent’s choice', async () => {
    await live(waits);
    await click(c, 'mode-comment');
    await type(c, 'composer', 'One');
    await press(c, field(), { key: 'Enter', ctrlKey: true });
    expect(pressed('mode-comment')).toBe(true);
    c.close();
    localStorage.setItem('preferences:mark', JSON.stringify({ reply_after_comment: true }));
    expect(preferences({ reply_after_comment: true }).reply_after_comment).toBe(true);
    await live(waits);
    await click(c, 'mode-comment');
    await type(c, 'composer', 'Two');
    await press(c, field(), { key: 'Enter', ctrlKey: true });
    expect(pressed('mode-reply')).toBe(true);
    expect(document.activeElement).toBe(field());
    expect(c.command().command).toEqual({ type: 'comment', text: 'Two' });
  });
});

describe('Escape', () => {
  const leave = (at: HTMLElement) => press(c, at, { key: 'Escape', code: 'Escape' });

  it('Escape closes the details first, then the conversation, and the draft stays', async () => {
    await live();
    await import('@/features/conversation/details/DetailsPanel.vue');
    await c.flush();
    if (!maybe('details')) await click(c, 'toggle-details');
    expect(maybe('details')).toBeDefined();
    await type(c, 'composer', 'Half a sentence');
    await leave(field());
    expect(maybe('details')).toBeUndefined();
    expect(maybe('composer')).toBeDefined();
    await leave(field());
    expect(maybe('composer')).toBeUndefined();
    expect(location.pathname).toBe('/');
    await click(c, all('row')[0] as HTMLElement);
    expect(field().value).toBe('Half a sentence');
  });
});
