import type { Role } from '@/contract/protocol';
import { mayDirect } from '@/engine/may';
import { FIELDS, KINDS, type Kind } from '@/features/workspace/records';
import type { IconName } from '@/ui/icons';
import { type Section, sections } from './fields';

/** The pages of the settings screen, under their headings. */
export const PAGES = {
  own: ['appearance', 'alerts', 'keys'],
  workspace: ['steps', ...KINDS, 'apiKeys'],
  rules: (Object.keys(sections) as Section[]).filter((name) => name !== 'labels'),
  library: ['canned', 'templates', 'labels'],
  history: ['attention', 'changes'],
} as const;

export type PageGroup = keyof typeof PAGES;
export type Page = (typeof PAGES)[PageGroup][number];
export const FIRST: Page = 'engage';

export const ICONS: Record<Page, IconName> = {
  appearance: 'palette',
  alerts: 'bell',
  keys: 'keyboard',
  steps: 'check',
  teams: 'team',
  queues: 'sort',
  agents: 'person',
  assets: 'chats',
  apiKeys: 'lock',
  engage: 'discuss',
  queue: 'inbox',
  timers: 'clock',
  hours: 'sun',
  wrapUp: 'resolve',
  transfer: 'transfer',
  lists: 'filter',
  canned: 'bolt',
  templates: 'template',
  labels: 'tag',
  attention: 'alert',
  changes: 'history',
};

export const isPage = (name: string): name is Page => name in ICONS;
export const isSection = (page: Page): page is Section => page in sections;
export const isKind = (page: Page): page is Kind => page in FIELDS;

/** The pages that a role may open; the server has the last word on changes. */
export function pagesFor(role: Role | undefined, group: PageGroup): readonly Page[] {
  if (group !== 'history' && group !== 'workspace') return PAGES[group];
  if (!mayDirect(role)) return [];
  if (group === 'workspace') return role === 'admin' ? PAGES.workspace : KINDS;
  return role === 'admin' ? PAGES.history : ['changes'];
}

/** The pages that a role may open, in the order of the navigation. */
export const allPages = (role: Role | undefined): Page[] =>
  (Object.keys(PAGES) as PageGroup[]).flatMap((group) => pagesFor(role, group));
