const sheets = new Map<string, CSSStyleSheet>();

/** Gives the chat around `element` the styles of a later script's elements. */
export function dress(element: Element, css: string): void {
  const root = element.getRootNode();
  let sheet = sheets.get(css);
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    sheets.set(css, sheet);
  }
  if (!(root instanceof ShadowRoot) || root.adoptedStyleSheets.includes(sheet)) return;
  root.adoptedStyleSheets.push(sheet);
}
