### Words of the conversation list: finding, sorting, choosing, marking.

## finding

finding-search = Diese Liste durchsuchen
finding-placeholder = Chats durchsuchen
finding-clearSearch = Suche leeren
finding-filters = Filter
finding-filtersOn = { $n ->
    [one] { $n } Filter aktiv
   *[other] { $n } Filter aktiv
}
finding-any = Alle
finding-anybody = Alle
finding-fields-channel = Kanal
finding-fields-status = Status
finding-fields-tag = Schlagwort
finding-fields-label = Label
finding-fields-owner = Agent
finding-fields-queue = Warteschlange
finding-fields-within = Begonnen
finding-fields-from = Begonnen nach
finding-fields-to = Begonnen vor
finding-within-24h = Letzte 24 Stunden
finding-within-7d = Letzte 7 Tage
finding-within-30d = Letzte 30 Tage
finding-anyTime = Beliebiger Zeitraum
finding-custom = Eigener Zeitraum…
finding-backwards = Das Startdatum liegt nach dem Enddatum.
finding-chip = { $field }: { $value }
finding-remove = Filter entfernen: { $chip }
finding-clear = Filter zurücksetzen
finding-done = Fertig
finding-found = { $n ->
    [one] { $n } Unterhaltung
   *[other] { $n } Unterhaltungen
}
finding-none = Keine Treffer
finding-noneText = Nichts in dieser Liste entspricht Ihrer Suche und den Filtern.
finding-noneEverywhere = Keine Unterhaltung gefunden.
finding-everywhere = Überall suchen
finding-everywhereName = Ergebnisse von überall
finding-back = Zurück zur Liste
finding-elsewhere = „{ $tab }“ enthält keine solchen Unterhaltungen, daher werden alle durchsucht.
finding-failed = Die Suche ist fehlgeschlagen.

## sorting

sorting-name = Sortieren nach
sorting-by-last_assigned = Zuletzt zugewiesen
sorting-by-longest_waiting = Längste Wartezeit
sorting-by-latest_message = Neueste Kundennachricht
sorting-by-highest_priority = Höchste Priorität
sorting-button = Sortiert nach: { $by }
sorting-moved = { $n ->
    [one] { $n } verschoben
   *[other] { $n } verschoben
}
sorting-update = aktualisieren
sorting-toUpdate = aktualisieren
sorting-press = mit
sorting-gone = Nicht mehr in dieser Liste: { $name }

## rowMenu

rowMenu-name = Aktionen für { $name }
rowMenu-label = Label
rowMenu-labels = Labels für { $name }
rowMenu-noLabels = Keine Labels eingerichtet
rowMenu-labelsLimit = Höchstens { $max } Labels
rowMenu-tags = Schlagwörter…
rowMenu-rename = Titel bearbeiten…
rowMenu-priority = Priorität…
rowMenu-transfer = Weiterleiten…
rowMenu-copyLink = Link kopieren
rowMenu-copyId = ID kopieren
rowMenu-linkCopied = Link kopiert
rowMenu-idCopied = { $id } kopiert

## marking

marking-tag = Schlagwort
marking-label = Label
marking-aliasTitle = Titel der Unterhaltung
marking-aliasText = Kollegen finden die Unterhaltung unter diesem Titel. Der Kunde sieht ihn nicht.
marking-alias = Titel
marking-aliasRemove = Titel entfernen
marking-aliasSave = Speichern
marking-tagsTitle = Schlagwörter
marking-tagsText = Für die Unterhaltung mit { $name }. Der Kunde sieht sie nicht.
marking-tagsAdd = Schlagwort hinzufügen
marking-tagsPlaceholder = Schlagwort eingeben, dann Enter
marking-tagsNone = Noch keine Schlagwörter.
marking-tagsLimit = Höchstens { $max } Schlagwörter.
marking-tagsThere = Dieses Schlagwort ist bereits vergeben.
marking-tagTooLong = Ein Schlagwort hat höchstens { $max } Zeichen: { $over } zu viel.
marking-tagRemove = Schlagwort entfernen: { $tag }
marking-suggestions = Vorschläge
marking-more = und { $n } weitere
marking-labelled = Labels: { $names }
marking-alsoCalled = Titel: { $alias }

## queue

# Under a conversation that waits and is only looked at.
queue-preview = Vorschau. Zum Antworten annehmen.
queue-waiting = Wartet seit { $time }
queue-place = Platz { $n } in { $queue }
queue-skills = Erfordert { $skills }
queue-load = { $open } von { $capacity } Chats
queue-auto = Sie sehen eine wartende Unterhaltung. Sie wird automatisch einem Agenten zugewiesen.
queue-accept = Annehmen
queue-accepting = Wird angenommen…
queue-full = { $open } von { $capacity } Chats: Sie sind ausgelastet. Schließen Sie zuerst einen Chat ab oder leiten Sie einen weiter.
queue-taken = Bereits übernommen von { $name }
queue-assignedByYou = Von Ihnen zugewiesen an { $name }
queue-assigned = Von { $by } zugewiesen an { $name }
queue-ago = { $said }, vor { $time }
queue-gone = Diese Unterhaltung wartet nicht mehr.
queue-next = Nächste anzeigen
queue-leave = Schließen
