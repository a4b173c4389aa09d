/** Remembers the focused element of a shadow root, so that the focus never gets lost. */
export class FocusKept {
  private held: HTMLElement | undefined;

  constructor(
    private readonly root: ShadowRoot,
    /** Moves the focus when its element is gone. */
    private readonly otherwise: () => void,
  ) {
    root.addEventListener('focusin', ({ target }) => {
      this.held = target as HTMLElement;
    });
    root.addEventListener('focusout', () =>
      // The page moves the chat: the chat loses the focus, and gets it back.
      queueMicrotask(() => {
        if (root.isConnected && !root.activeElement) this.held = undefined;
      }),
    );
  }

  /** True if the visitor was in the chat. */
  get inside(): boolean {
    return this.held !== undefined;
  }

  /**
   * Restores the focus after a change: its element may be gone, or the whole chat may have moved.
   */
  keep(): void {
    const { held, root } = this;
    const { activeElement } = document;
    if (!held || (activeElement !== document.body && activeElement !== root.host)) return;
    if (!held.isConnected || !held.getClientRects().length) this.otherwise();
    else if (root.activeElement !== held) held.focus({ preventScroll: true });
  }
}
