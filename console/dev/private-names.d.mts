export function privateNames(): Promise<string[]>;
