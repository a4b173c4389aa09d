import type { Plugin } from 'vite';

export function tokensIn(css: string): Map<string, string>;
export function withTokens(css: string, tokens: Map<string, string>): string;
export function tokensPlugin(): Plugin;
