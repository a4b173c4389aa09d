import type { Plugin } from 'vite';

export function wordsPlugin(options?: {
  change?: (patterns: Record<string, unknown>) => Record<string, unknown>;
}): Plugin;
export function widgetWordsPlugin(): Plugin;
export function widgetLanguagesPlugin(): Plugin;

export function fluent(language: string, only?: string): Promise<string>;
export function argumentsIn(text: string): Map<string, string[]>;
export function onFirstScreen(): Promise<(id: string) => boolean>;
export function widgetWords(
  language: string,
): Promise<Record<'widget' | 'widgetMore' | 'widgetEnd', Record<string, string>>>;
