import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useNotices } from '@/stores/notices';
import { all, Console, click, get, maybe, mine, press, textOf, type } from './support/app';
import { conversation, entry, ID, made, NOW, offer, says, start } from './support/make';

const c = new Console();
const said: string[] = [];
let watcher: MutationObserver;

const vera = conversation({
  id: 'b000000000000000-1',
  thread: 'b000000000000000',
  contact: { id: 'c2', name: 'Vera', address: '' },
});
beforeEach(async () => {
  await c.open('mark', `/c/${ID}`);
  await c.live('mark', [mine(), [vera, start()]]);
  await c.pass(5_000);
  said.length = 0;
  const regions = [...document.querySelectorAll('.hidden[aria-live]')];
  watcher = new MutationObserver((records) => {
    for (const { target } of records) {
      const text = (target.textContent ?? '').trim();
      if (text && said.at(-1) !== text) said.push(text);
    }
  });
  for (const region of regions)
    watcher.observe(region, { childList: true, characterData: true, subtree: true });
});
afterEach(() => {
  watcher.disconnect();
  c.close();
  vi.restoreAllMocks();
});

const writes = (of: typeof vera, from: number, ...texts: string[]) =>
  c.entries(
    { ...of, seq: from + texts.length - 1 },
    texts.map((text, at) => entry(from + at, 'customer', says(text))),
  );

describe('announcements for screen readers', () => {
  it('all simultaneous announcements are read, none over another', async () => {
    useNotices().announce('First');
    useNotices().announce('Second.');
    useNotices().announce('Urgent', true);
    await c.flush();
    expect(said.sort()).toEqual(['First. Second.', 'Urgent']);
    useNotices().announce('Third');
    await c.flush();
    expect(said).toContain('Third');
  });

  it('messages of the open conversation are read, all of them and of each the beginning', async () => {
    await writes(conversation(), 3, 'Are you there?', `${'😀'.repeat(119)}ab`);
    const text = said.join(' ');
    expect(text).toContain('John Smith: Are you there?');
    expect(text).toContain(`John Smith: ${'😀'.repeat(119)}a`);
    expect(text).not.toContain('ab');
  });

  it('messages elsewhere are counted, three seconds of them at once', async () => {
    await writes(vera, 3, 'One');
    await c.pass(1_000);
    await writes(vera, 4, 'Two', 'Three');
    expect(said.join(' ')).not.toContain('Vera');
    await c.pass(2_100);
    expect(said.filter((text) => text.includes('unread'))).toEqual(['4 unread from Vera']);
    await c.pass(10_000);
    expect(said.filter((text) => text.includes('unread'))).toHaveLength(1);
  });

  it('typing is announced once, and not again while the customer goes on', async () => {
    const types = () => c.push({ type: 'typing', conversation: ID, by: 'customer' });
    await types();
    await c.pass(3_000);
    await types();
    await c.pass(3_000);
    await types();
    expect(said.filter((text) => text.includes('typing'))).toEqual(['John Smith is typing…']);
  });

  it('a request’s time is announced, also if its conversation is open', async () => {
    const asked = offer({ from: 'martha', to: ['mark'], expires: NOW + 70_000 });
    const theirs = conversation({ owner: 'martha', offers: [asked], seq: 3 });
    await c.entries(theirs, [entry(3, 'agent:martha', made(asked))]);
    expect(all('offer-toast')).toHaveLength(1);
    await c.pass(70_000);
    expect(said.filter((text) => text.includes('left to answer'))).toEqual([
      '1 minute left to answer Martha',
      '30 seconds left to answer Martha',
      '10 seconds left to answer Martha',
    ]);
  });
});

describe('the focus', () => {
  beforeEach(() => {
    // happy-dom lays nothing out.
    vi.spyOn(Element.prototype, 'getClientRects').mockReturnValue([1] as unknown as DOMRectList);
  });
  const later = async () => {
    await new Promise((done) => setTimeout(done, 80));
    await c.flush();
  };

  it('the focus is in the field after a press on Send', async () => {
    await type(c, 'composer', 'Hello John');
    get('send').focus();
    await click(c, 'send');
    expect(document.activeElement).toBe(get('composer'));
  });

  it('the focus goes to the composer when the card of a request goes', async () => {
    const asked = offer({ from: 'martha', to: ['mark'], expires: NOW + 70_000 });
    await c.entries({ ...vera, offers: [asked], seq: 3 }, [entry(3, 'agent:martha', made(asked))]);
    get('offer-look').focus();
    await c.entries({ ...vera, offers: [], seq: 4 }, [
      entry(4, 'agent:martha', {
        type: 'offer_closed',
        offer: asked.id,
        status: 'withdrawn',
        by: 'martha',
      }),
    ]);
    expect(maybe('offer-look')).toBeUndefined();
    await later();
    expect(document.activeElement).toBe(get('composer'));
  });

  it('the focus stays nowhere after a click beside everything', async () => {
    get('mode-comment').focus();
    get('mode-comment').blur();
    await c.flush();
    await press(c, document.body, { key: 'Escape' });
    await later();
    expect(document.activeElement).toBe(document.body);
  });
});

it('three requests are shown, with a note that there are more', async () => {
  const asked = [1, 2, 3, 4, 5].map((n) =>
    offer({
      id: `b000000000000000-o${n}`,
      from: 'martha',
      to: ['mark'],
      expires: NOW + 90_000 + n,
    }),
  );
  await c.entries({ ...vera, offers: asked, seq: 3 }, [
    entry(3, 'agent:martha', ...asked.map((one) => made(one))),
  ]);
  expect(all('offer-toast')).toHaveLength(3);
  expect(textOf('more-offers')).toBe('2 more requests');
  await click(c, 'more-offers');
  expect(all('offer-row')).toHaveLength(5);
});
