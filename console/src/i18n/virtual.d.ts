declare module 'virtual:words/*' {
  const patterns: import('./words').Patterns;
  export default patterns;
}

declare module 'virtual:widget-words' {
  export const widget: Record<import('./catalogue').WidgetWord, string>;
  export const widgetMore: Record<import('./catalogue').WidgetMoreWord, string>;
  export const widgetEnd: Record<import('./catalogue').WidgetEndWord, string>;
}
