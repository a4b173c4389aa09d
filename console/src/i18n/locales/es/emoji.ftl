## emoji
emoji-open = Emoji
emoji-name = Emojis
emoji-search = Buscar emojis
emoji-results = Resultados
emoji-recent = Recientes
emoji-categories = Categorías
emoji-tone = Tono de piel
emoji-tones-0 = Predeterminado
emoji-tones-1 = Claro
emoji-tones-2 = Medio claro
emoji-tones-3 = Medio
emoji-tones-4 = Medio oscuro
emoji-tones-5 = Oscuro
emoji-none = Ningún emoji para «{ $query }»
emoji-loading = Cargando…
emoji-suggestions = Emojis
