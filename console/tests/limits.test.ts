import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { all, Console, click, get, maybe, mine, textOf, type } from './support/app';
import { agent, ID, NOW, welcome } from './support/make';

const c = new Console();
afterEach(() => c.close());
const field = (testid: string) => get(testid) as HTMLInputElement;
const disabled = (testid: string) => (get(testid) as HTMLButtonElement).disabled;

it('no field of the screens cuts off typed or pasted text', () => {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' });
  const cutting = files
    .filter((name) => name.endsWith('.vue') && !name.startsWith('composer/'))
    .filter((name) => readFileSync(`src/${name}`, 'utf8').includes('maxlength'));
  expect(cutting).toEqual([]);
});

describe('a text that is too long stays, with an error', () => {
  const contact = {
    id: 'c1',
    name: 'John Smith',
    identities: [],
    since: NOW,
    attributes: {},
    version: 3,
  };
  async function chat() {
    await c.open('mark', `/c/${ID}`);
    c.http.set('GET /v1/contacts/c1', { body: contact });
    await c.live('mark', [mine()]);
  }

  it('a customer’s name keeps it', async () => {
    await chat();
    await click(c, 'profile-edit');
    await type(c, 'profile-name', 'é'.repeat(43));
    expect(field('profile-name').value).toHaveLength(43);
    expect(textOf('profile-problem')).toBe('3 characters too long: at most 40');
    expect(field('profile-name').getAttribute('aria-invalid')).toBe('true');
    expect(disabled('profile-save')).toBe(true);
    await type(c, 'profile-name', 'é'.repeat(40));
    expect(maybe('profile-problem')).toBeUndefined();
    expect(disabled('profile-save')).toBe(false);
  });

  it('an attribute keeps it, in name and value', async () => {
    await chat();
    await click(c, 'attribute-new');
    await type(c, 'attribute-key', 'k'.repeat(41));
    await type(c, 'attribute-value', 'v');
    expect(textOf('attribute-problem')).toBe('Name: 1 character too long: at most 40');
    expect(disabled('attribute-add')).toBe(true);
    await type(c, 'attribute-key', 'Tier');
    await type(c, 'attribute-value', 'v'.repeat(202));
    expect(textOf('attribute-problem')).toBe('Value: 2 characters too long: at most 200');
    await type(c, 'attribute-value', 'Gold');
    expect(maybe('attribute-problem')).toBeUndefined();
    expect(disabled('attribute-add')).toBe(false);
  });

  it('a search keeps it: here it still narrows, and the server is not asked', async () => {
    await chat();
    await type(c, 'list-search', 'x'.repeat(101));
    expect(textOf('list-search-problem')).toBe('1 character too long: at most 100');
    expect(maybe('search-everywhere')).toBeUndefined();
    await type(c, 'list-search', 'x'.repeat(100));
    expect(maybe('search-everywhere')).toBeDefined();
  });
});

describe('in the settings', () => {
  async function open(page: string) {
    await c.open('mark', `/settings#${page}`);
    c.socket.open();
    await c.push(welcome('mark', [], { agents: [agent('mark', { role: 'admin' })] }));
    await import('@/features/settings/SettingsScreen.vue');
    await c.flush();
  }
  async function save() {
    get('settings-save')
      .closest('form')
      ?.dispatchEvent(new Event('submit', { cancelable: true }));
    await c.flush();
  }
  const word = (row: string) =>
    get(`row-${row}`).querySelector<HTMLInputElement>('[data-testid="word"]') as HTMLInputElement;
  async function write(row: string, text: string) {
    const input = word(row);
    input.value = text;
    input.dispatchEvent(new Event('input', { bubbles: true }));
    await c.flush();
    input.dispatchEvent(new Event('blur'));
    await c.flush();
  }

  it('an invalid number stays as typed, with an error', async () => {
    await open('queue');
    for (const wrong of ['', '-1', '10', '1.5', 'lots', '1e0', '٣']) {
      await type(c, 'priority', wrong);
      expect(field('priority').value).toBe(wrong);
      expect(textOf('priority-problem')).toBe('A whole number from 0 to 9.');
      expect(disabled('settings-save')).toBe(true);
    }
    await type(c, 'priority', '3');
    expect(maybe('priority-problem')).toBeUndefined();
    expect(disabled('settings-save')).toBe(false);
  });

  it('a message keeps the blank at its end during typing', async () => {
    await open('hours');
    await type(c, 'off-hours-message', 'We are ');
    await c.clock.advance(2_000);
    await c.flush();
    expect(field('off-hours-message').value).toBe('We are ');
    await type(c, 'off-hours-message', 'm'.repeat(1_001));
    expect(textOf('off-hours-message-problem')).toBe('1 character too long: at most 1,000');
    expect(disabled('settings-save')).toBe(true);
  });

  it('leaving the field adds an entry; a double gets a message', async () => {
    await open('engage');
    await write('reject-reasons', 'Lunch');
    expect(textOf('row-reject-reasons')).toContain('Lunch');
    await write('reject-reasons', 'LUNCH');
    expect(textOf('word-problem')).toBe('“LUNCH” is there already.');
    expect(word('reject-reasons').value).toBe('LUNCH');
    await write('reject-reasons', 'w'.repeat(101));
    expect(textOf('word-problem')).toBe('1 character too long: at most 100');
  });

  it('a skill is written as skills are, and any other text is refused', async () => {
    await open('queue');
    await write('skills', 'Gold Card');
    expect(textOf('row-skills')).toContain('gold-card');
    await write('skills', 'Ünïcode 🎉');
    expect(textOf('word-problem')).toContain('a to z, 0 to 9 and dashes');
    expect(word('skills').value).toBe('Ünïcode 🎉');
  });

  it('the server’s refusal of a field shows once, there', async () => {
    await open('engage');
    await type(c, 'discuss-timeout', '3m');
    const error = {
      code: 'settings_conflict',
      message: 'No.',
      remedy: 'Try another.',
      field: 'discuss_timeout_seconds',
    };
    c.http.set('PUT /v1/settings', { status: 422, body: { error } });
    await save();
    expect(all('discuss-timeout-problem')).toHaveLength(1);
    expect(maybe('settings-problem')).toBeUndefined();
    await type(c, 'discuss-timeout', '4m');
    expect(maybe('discuss-timeout-problem')).toBeUndefined();
    expect(maybe('settings-problem')).toBeUndefined();
    const { field: _, ...nowhere } = error;
    c.http.set('PUT /v1/settings', { status: 422, body: { error: nowhere } });
    await save();
    expect(textOf('settings-problem')).toContain('Try another.');
  });

  it('a survey names its text that is too long', async () => {
    await open('lists');
    await click(c, 'survey-add');
    await type(c, 'survey-name', 'n'.repeat(101));
    expect(textOf('row-surveys')).toContain('1 character too long: at most 100');
    expect(disabled('settings-save')).toBe(true);
    const error = { code: 'setting_out_of_range', message: 'No.', remedy: '', field: 'surveys' };
    c.http.set('PUT /v1/settings', { status: 422, body: { error } });
    await type(c, 'survey-name', 'nps');
    await save();
    expect(document.activeElement).toBe(get('survey-question'));
    expect(textOf('row-surveys')).toContain('Required');
    await type(c, 'survey-question', 'Would you?');
    expect(textOf('row-surveys')).not.toContain('too long');
    expect(disabled('settings-save')).toBe(false);
  });
});
