## teamChat

teamChat-about = Unterhaltung { $id }
teamChat-tie = Zur Unterhaltung { $id }
teamChat-transfer = Weiterleiten…
teamChat-transferTo = Diese Unterhaltung an { $name } oder andere weiterleiten
teamChat-confer = Konferenz…
teamChat-conferWith = { $name } oder andere zu dieser Unterhaltung hinzufügen
teamChat-title = Teamchat
teamChat-hint = Nur Sie beide können das lesen
teamChat-search = Kollegen suchen
teamChat-talks = Chats
teamChat-colleagues = Chat beginnen
teamChat-loadFailed = Nicht alle Chats konnten geladen werden.
teamChat-none = Noch keine Kollegen
teamChat-noneText = Sobald weitere Personen im Team sind, können Sie ihnen hier schreiben.
teamChat-noMatch = Niemand mit diesem Namen
teamChat-clear = Suche leeren
teamChat-you = Sie:
teamChat-unread = { $n ->
    [one] { $n } ungelesene Nachricht
   *[other] { $n } ungelesene Nachrichten
}
teamChat-gone = Nicht mehr im Team
teamChat-back = Zurück zu allen Chats
teamChat-close = Teamchat schließen
teamChat-log = Chat mit { $name }
teamChat-empty = Noch keine Nachrichten. Schreiben Sie { $name } die erste.
teamChat-offline = { $name } ist offline und sieht Ihre Nachrichten später.
teamChat-failed = Die Nachrichten konnten nicht geladen werden.
teamChat-older = Frühere Nachrichten
teamChat-loading = Wird geladen…
teamChat-olderFailed = Frühere Nachrichten konnten nicht geladen werden.
teamChat-fresh = Neu
teamChat-label = Nachricht an { $name }
teamChat-placeholder = Nachricht an { $name }…
teamChat-send = Senden
teamChat-line = { $name }: { $text }
teamChat-call = { $name } anrufen
