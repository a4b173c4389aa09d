## emoji
emoji-open = Emoji
emoji-name = Emoji
emoji-search = Search emoji
emoji-results = Results
emoji-recent = Recent
emoji-categories = Categories
emoji-tone = Skin tone
emoji-tones-0 = Default
emoji-tones-1 = Light
emoji-tones-2 = Medium-light
emoji-tones-3 = Medium
emoji-tones-4 = Medium-dark
emoji-tones-5 = Dark
emoji-none = No emoji for “{ $query }”
emoji-loading = Loading…
emoji-suggestions = Emoji
