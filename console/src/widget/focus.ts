/** Remembers what in a shadow root has the focus, so that it never ends nowhere. */
export class FocusKept {
  private held: HTMLElement | undefined;

  constructor(
    private readonly root: ShadowRoot,
    /** Where the focus goes when what had it is gone. */
    private readonly otherwise: () => void,
  ) {
    root.addEventListener('focusin', ({ target }) => {
      this.held = target as HTMLElement;
    });
    root.addEventListener('focusout', () =>
      // The page moves the chat: it loses the focus, and gets it back.
      queueMicrotask(() => {
        if (root.isConnected && !root.activeElement) this.held = undefined;
      }),
    );
  }

  /** Whether the visitor was in the chat. */
  get inside(): boolean {
    return this.held !== undefined;
  }

  /** After a change: what had the focus may be gone, or the whole chat may stand elsewhere. */
  keep(): void {
    const { held, root } = this;
    const { activeElement } = document;
    if (!held || (activeElement !== document.body && activeElement !== root.host)) return;
    if (!held.isConnected || !held.getClientRects().length) this.otherwise();
    else if (root.activeElement !== held) held.focus({ preventScroll: true });
  }
}
