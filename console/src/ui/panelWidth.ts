/** The panels whose size the agent chooses: a width, or the height of a discussion. */
export type Panel = 'list' | 'details' | 'talk';

export const WIDTHS: Record<Panel, { least: number; usual: number; most: number }> = {
  list: { least: 240, usual: 320, most: 520 },
  details: { least: 260, usual: 320, most: 560 },
  talk: { least: 150, usual: 300, most: 900 },
};

export function panelWidth(widths: Record<string, number>, panel: Panel): number {
  const { least, usual, most } = WIDTHS[panel];
  return Math.min(most, Math.max(least, Math.round(widths[panel] ?? usual)));
}
