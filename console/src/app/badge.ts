/** The icon of the page with a number on it; without a number, the plain icon. */
export function favicon(count: number): string {
  if (count <= 0) return '/icon.svg';
  const text = count > 9 ? '9+' : String(count);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="8" fill="#2c55cf"/><path d="M9 12.5C16 12.5 16 19.5 23 19.5" fill="none" stroke="#fff" stroke-width="2.5" stroke-linecap="round"/><circle cx="8" cy="12.5" r="3.25" fill="#fff"/><circle cx="24" cy="19.5" r="3.25" fill="#fff"/><circle cx="22" cy="10" r="10" fill="#c92a1f" stroke="#fff" stroke-width="1.5"/><text x="22" y="15" font-family="sans-serif" font-size="14" font-weight="700" text-anchor="middle" fill="#fff">${text}</text></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}

interface Badging {
  setAppBadge?: (count: number) => Promise<void>;
  clearAppBadge?: () => Promise<void>;
}

/** Shows a number on the tab and on the installed app. */
export function showBadge(count: number): void {
  const link = document.querySelector<HTMLLinkElement>('link[rel="icon"]');
  if (link) link.href = favicon(count);
  const app = navigator as Navigator & Badging;
  const done = count > 0 ? app.setAppBadge?.(count) : app.clearAppBadge?.();
  void done?.catch(() => {
    // Without an installed app, there is no badge.
  });
}
