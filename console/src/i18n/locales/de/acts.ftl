## acts
acts-accept = Anfrage oder nächsten Kunden annehmen
acts-reject = Anfrage ablehnen
acts-discuss = Zuweisen/Besprechen
acts-transfer = Weiterleiten
acts-resolve = Abschließen
acts-resolveNext = Abschließen und nächsten öffnen
acts-label = Labels
acts-select = Mehrere Unterhaltungen auswählen
acts-events = Alle, wichtige oder keine Ereignisse anzeigen
acts-send = Senden
acts-newline = Neue Zeile
acts-canned = Textbausteine
acts-comment = Kommentar schreiben
acts-mode = Zwischen Antwort und Kommentar wechseln
acts-attach = Datei anhängen
acts-next = Nächste Unterhaltung
acts-previous = Vorherige Unterhaltung
acts-nextWaiting = Nächster wartender Kunde
acts-update = Reihenfolge der Liste aktualisieren
acts-search = Unterhaltungen durchsuchen
acts-focusCustomer = Dem Kunden schreiben
acts-focusDiscussion = In die Besprechung schreiben
acts-focusList = Unterhaltungsliste
acts-focusDetails = Details
acts-nextPanel = Nächster Bereich
acts-previousPanel = Vorheriger Bereich
acts-close = Schließen
acts-palette = Befehlspalette
acts-help = Tastenkürzel
acts-goConversations = Zu den Unterhaltungen
acts-goMentions = Eigene Erwähnungen anzeigen
acts-goTeamChat = Team-Chat öffnen
acts-goContacts = Zu den Kontakten
acts-goPeople = Zu den Personen
acts-goBoard = Zur Live-Übersicht
acts-goSettings = Zu den Einstellungen
acts-goPreferences = Zu den persönlichen Einstellungen
acts-available = Auf verfügbar setzen
acts-away = Auf abwesend setzen: keine neue Arbeit
acts-theme = Zwischen hell und dunkel wechseln
acts-density = Zwischen geräumig und kompakt wechseln
acts-mute = Töne ein- oder ausschalten

## actGroups
actGroups-work = Unterhaltungen
actGroups-write = Schreiben
actGroups-move = Navigation
actGroups-app = Konsole

## help
help-title = Tastenkürzel
help-or = oder
help-none = Kein Tastenkürzel
help-singleOff = Tasten ohne Strg oder Alt sind in Ihren persönlichen Einstellungen ausgeschaltet.
help-single = Einzelne Buchstaben wirken, solange Sie nicht tippen.
help-mac = Beim Tippen erzeugt ⌥ mit einem Buchstaben ein Zeichen. Mit ⌘K erreichen Sie dort jeden Befehl.
help-change = Tastenkürzel ändern

## palette
palette-title = Befehlspalette
palette-placeholder = Suchen oder Befehl ausführen
palette-results = Ergebnisse
palette-none = Nichts gefunden für „{ $query }“
palette-noneHere = Hier nichts gefunden für „{ $query }“
palette-count = { $n ->
    [one] { $n } Ergebnis
   *[other] { $n } Ergebnisse
}
palette-groups-acts = Befehle
palette-groups-conversations = Unterhaltungen
palette-groups-people = Personen
palette-groups-contacts = Kontakte
palette-groups-settings = Einstellungen
palette-groups-everywhere = Überall gefunden
palette-talk = Team-Chat
palette-mine = Meine Unterhaltungen
palette-queued = Wartet in { $queue }
palette-discussion = Besprechung
palette-everywhere = Überall nach „{ $query }“ suchen
palette-searching = Überall wird gesucht…
palette-noneEverywhere = Keine weitere Unterhaltung, die Sie lesen dürfen, passt dazu.
palette-searchFailed = Die Suche ist fehlgeschlagen.
palette-again = Erneut versuchen
palette-more = Mehr anzeigen
palette-of = Unterhaltungen mit { $name }
palette-contact = Kontakt öffnen: { $name }
palette-ofPlaceholder = Diese Unterhaltungen filtern
palette-ofLoading = Unterhaltungen werden geladen…
palette-ofNone = Es gibt keine Unterhaltungen, die Sie lesen dürfen.
palette-ofFailed = Die Unterhaltungen konnten nicht geladen werden.
palette-back = Zurück zu allen Ergebnissen
palette-hint-move = bewegen
palette-hint-run = auswählen
palette-hint-close = schließen
palette-hint-back = zurück
