import css from './more.css?inline';

const sheet = new CSSStyleSheet();

/** Gives the chat around `element` the styles of the second script's elements. */
export function dress(element: Element): void {
  const root = element.getRootNode();
  if (!(root instanceof ShadowRoot) || root.adoptedStyleSheets.includes(sheet)) return;
  sheet.replaceSync(css);
  root.adoptedStyleSheets.push(sheet);
}
