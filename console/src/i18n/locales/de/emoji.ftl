## emoji
emoji-open = Emoji
emoji-name = Emojis
emoji-search = Emojis suchen
emoji-results = Ergebnisse
emoji-recent = Zuletzt verwendet
emoji-categories = Kategorien
emoji-tone = Hautton
emoji-tones-0 = Standard
emoji-tones-1 = Hell
emoji-tones-2 = Mittelhell
emoji-tones-3 = Mittel
emoji-tones-4 = Mitteldunkel
emoji-tones-5 = Dunkel
emoji-none = Kein Emoji für „{ $query }“
emoji-loading = Wird geladen…
emoji-suggestions = Emojis
