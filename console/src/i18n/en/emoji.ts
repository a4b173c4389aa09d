export const emoji = {
  open: 'Emoji',
  name: 'Emoji',
  search: 'Search emoji',
  results: 'Results',
  recent: 'Recent',
  categories: 'Categories',
  tone: 'Skin tone',
  tones: ['Default', 'Light', 'Medium-light', 'Medium', 'Medium-dark', 'Dark'],
  none: (query: string) => `No emoji for “${query}”`,
  loading: 'Loading…',
  suggestions: 'Emoji',
};
