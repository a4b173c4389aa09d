import css from './more.css?inline';

const sheet = new CSSStyleSheet();

/** Gives the chat that `element` stands in the styles of what only the second script draws. */
export function dress(element: Element): void {
  const root = element.getRootNode();
  if (!(root instanceof ShadowRoot) || root.adoptedStyleSheets.includes(sheet)) return;
  sheet.replaceSync(css);
  root.adoptedStyleSheets.push(sheet);
}
