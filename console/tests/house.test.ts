import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';

const SRC = join(process.cwd(), 'src');
const paths = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => /\.(ts|vue)$/.test(path) && !path.endsWith('.test.ts'));
const known = new Set(paths);

/** The file of the house that an import names; nothing for a package or a style sheet. */
function fileOf(from: string, named: string): string | undefined {
  const base = named.startsWith('@/')
    ? named.slice(2)
    : named.startsWith('.')
      ? normalize(join(dirname(from), named))
      : undefined;
  return base && ['', '.ts', '.vue'].map((ending) => base + ending).find((path) => known.has(path));
}

const imports = new Map(
  paths.map((path) => {
    const text = readFileSync(join(SRC, path), 'utf8');
    const named = [
      ...text.matchAll(/^(?:import|export)\s[^'"]*?from '([^']+)'/gms),
      ...text.matchAll(/^import '([^']+)'/gm),
      ...text.matchAll(/\bimport\('([^']+)'\)/g),
    ].map(([, name]) => fileOf(path, name ?? ''));
    return [path, named.filter((one): one is string => one !== undefined)];
  }),
);

/** Files that import each other, directly or by way of others (Tarjan’s components). */
function circles(): string[][] {
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const found: string[][] = [];
  const visit = (path: string): void => {
    index.set(path, index.size);
    low.set(path, index.get(path) ?? 0);
    stack.push(path);
    for (const other of imports.get(path) ?? []) {
      if (!index.has(other)) visit(other);
      if (stack.includes(other))
        low.set(path, Math.min(low.get(path) ?? 0, low.get(other) ?? 0, index.get(other) ?? 0));
    }
    if (low.get(path) !== index.get(path)) return;
    const circle = stack.splice(stack.indexOf(path));
    if (circle.length > 1) found.push(circle.sort());
  };
  for (const path of paths) if (!index.has(path)) visit(path);
  return found;
}

/** Each floor may import the floors below it: the higher the number, the higher the floor. */
const FLOORS: Record<string, number> = {
  contract: 0,
  engine: 1,
  i18n: 1,
  stores: 2,
  ui: 3,
  features: 4,
  app: 5,
  'main.ts': 6,
  widget: 2,
  demo: 3,
};
const floorOf = (path: string) => path.split('/')[0] ?? path;

describe('the house', () => {
  it('has no file that imports itself by way of others', () => {
    expect(imports.size).toBeGreaterThan(300);
    expect(circles()).toEqual([]);
  });

  it('has floors whose imports point down', () => {
    const up: string[] = [];
    for (const [path, all] of imports) {
      const floor = FLOORS[floorOf(path)];
      expect(floor, `${path} stands on no floor of tests/house.test.ts`).toBeDefined();
      for (const other of all) {
        const below = FLOORS[floorOf(other)];
        if (floor !== undefined && below !== undefined && below > floor)
          up.push(`${path} imports ${other}`);
      }
    }
    expect(up).toEqual([]);
  });

  it('has one noun for each folder of features, and the word stands in the list of the map', () => {
    const rooms = [
      ...new Set(paths.filter((p) => p.startsWith('features/')).map((p) => p.split('/')[1])),
    ];
    expect(rooms.every((room) => /^[a-z_]+$/.test(room ?? ''))).toBe(true);
    expect(paths.filter((path) => /^features\/[^/]+\.(ts|vue)$/.test(path))).toEqual([]);
  });
});
