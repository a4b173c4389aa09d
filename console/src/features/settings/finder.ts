import type { Account, ApiKey, Canned, Role, Rules, Workspace } from '@/contract/protocol';
import { TRIGGERS } from '@/engine/attention';
import { CHOICES } from '@/engine/preferences';
import { ACT_IDS } from '@/engine/shortcuts';
import { factsOf } from '@/features/workspace/facts';
import { type AnyRecord, FIELDS } from '@/features/workspace/records';
import { type Id, t, wordsFor } from '@/i18n/words';
import { type Field, type Section, sections, testId } from './fields';
import { allPages, isKind, type Page, pagesFor } from './pages';
import { effectOf } from './said';

/** A result of the search: a page, a setting, a record, an entry of a list, or a message. */
export interface Found {
  page: Page;
  /** The place on the page, as `landing.ts` reads it; without one, the page itself. */
  at?: string;
  title: string;
  /** The result's place in words, or its facts. */
  where: string;
  /** The help of a setting, or the text of a message; the search reads it, the list leaves it out. */
  help: string;
  /** Synonyms and options: only the search reads them. */
  words?: string;
}

/** The data of the search beside the console's own words. */
export interface Content {
  role: Role | undefined;
  rules?: Rules | undefined;
  all?: Workspace | undefined;
  canned?: readonly Canned[] | undefined;
  accounts?: readonly Account[] | undefined;
  keys?: readonly ApiKey[] | undefined;
}

const testid = (id: string) => `[data-testid="${id}"]`;
const pageName = (page: Page) => t(`settings-sections-${page}`);
/** The synonyms of a setting or page; most have some. */
const synonyms = (name: string) => wordsFor(`settingsWords-${name}`) ?? '';

const options = (of: string, names: readonly string[]) =>
  names.map((name) => `preferences-${of}-${name}`);

/** The settings of an agent's own pages: the label, the control, and the help with the options. */
const OWN: [page: Page, label: Id, at: string, ...help: string[]][] = [
  [
    'appearance',
    'preferences-theme',
    '[data-testid^="theme-"]:checked',
    'preferences-themeHint',
    ...options('themes', CHOICES.theme),
  ],
  [
    'appearance',
    'preferences-contrast',
    '[data-testid^="contrast-"]:checked',
    'preferences-contrastHint',
    ...options('contrasts', CHOICES.contrast),
  ],
  [
    'appearance',
    'preferences-density',
    '[data-testid^="density-"]:checked',
    'preferences-densityHint',
    ...options('densities', CHOICES.density),
  ],
  [
    'appearance',
    'preferences-sendKey',
    '[data-testid^="send-"]:checked',
    'preferences-sendKeyHint',
  ],
  [
    'appearance',
    'preferences-afterComment',
    '[data-testid^="after-comment-"]:checked',
    'preferences-afterCommentHint',
  ],
  ['appearance', 'preferences-language', testid('language'), 'preferences-languageHint'],
  [
    'appearance',
    'preferences-sort',
    testid('sort'),
    'preferences-sortHint',
    ...options('sorts', CHOICES.sort),
  ],
  ['appearance', 'idle-setting', testid('idle-minutes'), 'idle-settingHint'],
  ['appearance', 'preferences-panels', testid('panels'), 'preferences-panelsHint'],
  ['alerts', 'alerts-volume', testid('volume'), 'alerts-volumeHint'],
  ...TRIGGERS.map((one): [Page, Id, string, Id] => [
    'alerts',
    `alerts-triggers-${one}`,
    testid(`sound-${one}`),
    'alerts-sounds',
  ]),
  ['alerts', 'alerts-repeat', testid('repeat'), 'alerts-repeatHint'],
  ['alerts', 'alerts-notifications', testid('notifications'), 'alerts-notificationsHint'],
  ['keys', 'keysPage-single', testid('single-keys'), 'keysPage-singleHint'],
  ...ACT_IDS.map((id): [Page, Id, string] => ['keys', `acts-${id}`, testid(`keys-${id}`)]),
];

/** Everything that the console's own words name: pages and settings. */
export function settingsIndex(role: Role | undefined): Found[] {
  const pages = allPages(role).map((page) => ({
    page,
    title: pageName(page),
    where: t(`settings-sectionTexts-${page}`),
    help: '',
    words: synonyms(page),
  }));
  const own = OWN.map(([page, label, at, help, ...options]) => ({
    page,
    at,
    title: wordsFor(label) ?? '',
    where: pageName(page),
    help: (help && wordsFor(help)) ?? '',
    words: options.map((id) => wordsFor(id) ?? '').join(' '),
  }));
  const fields = (Object.keys(sections) as Section[]).flatMap((page) =>
    sections[page].map(({ key, options: choices = [] }: Field) => ({
      page,
      at: testid(`row-${testId(key)}`),
      title: t(`settingsFields-${key}-label`),
      where: pageName(page),
      help: effectOf(key),
      words: [synonyms(key), ...choices.map((one) => t(`settingsOptions-${one}`))].join(' '),
    })),
  );
  const records = pagesFor(role, 'workspace')
    .filter(isKind)
    .flatMap((page) =>
      FIELDS[page].map((key) => ({
        page,
        title: t(`workspace-fields-${key}`),
        where: pageName(page),
        help: '',
        words: synonyms(key),
      })),
    );
  return [...pages, ...fields, ...records, ...own];
}

function recordsIn(all: Workspace, role: Role | undefined): Found[] {
  return pagesFor(role, 'workspace')
    .filter(isKind)
    .flatMap((page) =>
      (all[page] as AnyRecord[]).map((record) => ({
        page,
        at: `[data-testid="ws-row"][data-id="${record.id}"]`,
        title: record.name,
        where: [pageName(page), ...factsOf(all, page, record)].join(' · '),
        help: record.id,
      })),
    );
}

const keysIn = (keys: readonly ApiKey[]): Found[] =>
  keys
    .filter(({ revoked }) => !revoked)
    .map(({ id, name, role, access }) => ({
      page: 'apiKeys',
      at: testid(`key-edit-${id}`),
      title: name,
      where: [pageName('apiKeys'), t(`people-roles-${role}`), t(`apiKeys-access-${access}`)].join(
        ' · ',
      ),
      help: id,
    }));

/** The entries of the workspace's lists: reasons, labels, tags, questions, phrases. */
function entriesIn(rules: Rules): Found[] {
  return (Object.keys(sections) as Section[]).flatMap((page) =>
    sections[page].flatMap(({ key }) => {
      const list: unknown = rules[key];
      if (!Array.isArray(list)) return [];
      return (list as (string | { name: string; question?: string; answers?: string[] })[]).map(
        (one) => {
          const title = typeof one === 'string' ? one : one.name;
          const more = typeof one === 'string' ? [] : [one.question, ...(one.answers ?? [])];
          return {
            page,
            at: `${testid(`row-${testId(key)}`)}\n${title}`,
            title,
            where: `${pageName(page)} · ${t(`settingsFields-${key}-label`)}`,
            help: more.filter(Boolean).join(' '),
          };
        },
      );
    }),
  );
}

const shown = (text: string) => text.replace(/\s+/g, ' ').slice(0, 80);

function messagesIn({ canned = [], accounts = [] }: Content): Found[] {
  return [
    ...canned.map((one) => ({
      page: 'canned' as const,
      at: `[data-testid="canned-row"][data-id="${one.id}"]`,
      title: one.title,
      where: `${pageName('canned')} · ${one.category} · ${shown(one.text)}`,
      help: `${one.shortcut ?? ''} ${one.text}`,
    })),
    ...accounts.flatMap(({ asset, name, templates }) =>
      templates.map((one) => ({
        page: 'templates' as const,
        at: `[data-testid="template-row"][data-asset="${asset}"][data-key="${one.name}.${one.language}"]`,
        title: one.name.replaceAll('_', ' '),
        where: `${pageName('templates')} · ${name} · ${shown(one.body)}`,
        help: `${one.name} ${one.language} ${one.header ?? ''} ${one.body}`,
      })),
    ),
  ];
}

/** Everything that the search of the settings finds. */
export function everything(content: Content): Found[] {
  const { role, rules, all, keys = [] } = content;
  return [
    ...settingsIndex(role),
    ...(all ? recordsIn(all, role) : []),
    ...keysIn(keys),
    ...(rules ? entriesIn(rules) : []),
    ...messagesIn(content),
  ];
}
