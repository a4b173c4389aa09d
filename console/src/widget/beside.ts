/** The script of the page that this widget came by. */
export const own = document.currentScript as HTMLScriptElement | null;

/** Runs a script from beside this one; its result is what the script leaves behind. */
export const beside = (path: string): Promise<unknown> =>
  new Promise((done) => {
    const script = document.createElement('script');
    script.src = new URL(path, own?.src || location.href).href;
    // A page's policy may name its scripts by a nonce.
    script.nonce = own?.nonce ?? '';
    script.onload = script.onerror = done;
    document.head.append(script);
  });
