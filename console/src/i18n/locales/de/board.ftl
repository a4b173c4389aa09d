## board
board-title = Live-Übersicht
board-team = Team
board-allTeams = Alle meine Teams
board-updated = { $seconds ->
    [0] Aktuell
    [1] Aktuell
   *[other] Stand vor { $seconds } Sekunden
}
board-stale = { $seconds ->
    [one] Nicht aktuell: Stand vor { $seconds } Sekunde
   *[other] Nicht aktuell: Stand vor { $seconds } Sekunden
}
board-forbidden = Die Live-Übersicht ist Managern vorbehalten
board-failed = Die Zahlen konnten nicht geladen werden.
board-nobody = –
board-of = { $some } von { $all }
board-since = heute seit { $time }, { $zone }
# $part is a whole number of percent.
board-percent = { $part } %
board-tiles-waiting = Wartend
board-tiles-longest = Längste Wartezeit
board-tiles-unanswered = Am längsten unbeantwortet
board-tiles-running = In Unterhaltung
board-tiles-working = Im Dienst
board-tiles-answered = Rechtzeitig beantwortet
board-tiles-resolved = Abgeschlossen
board-tiles-abandoned = Abgebrochen
board-room = { $n ->
    [one] { $n } freier Platz
   *[other] { $n } freie Plätze
}
board-answers = { $some } von { $all } heute
board-noAnswers = Heute keine ersten Antworten
board-today = heute
board-queues = Warteschlangen
board-queueColumns-name = Warteschlange
board-queueColumns-waiting = Wartend
board-queueColumns-longest = Längste Wartezeit
board-queueColumns-unanswered = Am längsten unbeantwortet
board-queueColumns-abandoned = Heute abgebrochen
board-queueColumns-answered = Heute rechtzeitig
board-queueColumns-resolved = Heute abgeschlossen
board-showQueue = Unterhaltungen in { $name } anzeigen
board-agents = Agenten
board-agentColumns-name = Agent
board-agentColumns-presence = Status
board-agentColumns-load = Auslastung
board-agentColumns-longest = Kunde wartet
board-agentColumns-discussions = Besprechungen
board-agentColumns-wrapping = In Nachbearbeitung
board-agentColumns-resolved = Heute abgeschlossen
board-agentColumns-active = Zuletzt aktiv
board-now = jetzt
board-ago = vor { $time }
board-setBy = festgelegt von { $who }
board-conversations = Unterhaltungen
board-cardColumns-name = Kunde
board-cardColumns-queue = Warteschlange
board-cardColumns-owner = Agent
board-cardColumns-status = Zustand
board-cardColumns-waiting = Wartezeit
board-cardColumns-priority = Priorität
board-inQueue = In { $queue }
board-ofAgent = Zuständig: { $name }
board-showAll = Filter aufheben: { $filter }
board-acts = Aktionen
board-actsOf = Aktionen für { $name }
board-assign = Zuweisen…
board-give = { $n } zuweisen
board-giveTo = { $n } zuweisen an { $name }
board-giveNext = Am längsten wartende Unterhaltung zuweisen…
board-write = { $name } schreiben
board-showAgent = Zugehörige Unterhaltungen anzeigen
board-setAway = Auf abwesend setzen…
board-setAvailable = Auf verfügbar setzen
board-presenceLog = Statusverlauf…
board-isAway = { $name } ist jetzt abwesend und erfährt, dass Sie den Status geändert haben.
board-isAvailable = { $name } ist jetzt verfügbar und erfährt, dass Sie den Status geändert haben.
board-awayTitle = { $name } auf abwesend setzen
board-awayText = { $name } erhält keine neue Arbeit, behält die laufenden Unterhaltungen und erfährt, dass Sie den Status geändert haben.
board-awayReason = Grund
board-awayNone = Keiner
board-awayWords = In eigenen Worten (optional)
board-awaySubmit = { $name } auf abwesend setzen
board-logTitle = Statusverlauf: { $name }
board-logText = Alle Änderungen der letzten 90 Tage, neueste zuerst.
board-logNone = Noch keine Änderungen.
board-logFailed = Die Änderungen konnten nicht geladen werden.
board-logBy = von { $who }
board-logSelf = selbst geändert
board-offers = Anfragen
board-offersOf = die neuesten 50 von heute
board-offerFilters-all = Alle
board-offerFilters-pending = Offen
board-offerFilters-refused = Abgelehnt oder abgelaufen
board-after = nach { $time }
board-noOffers = Heute gab es noch keine Anfragen im Team.
board-noSuchOffers = Keine passenden Anfragen.
board-none = Keine offenen Unterhaltungen
board-more = { $n ->
    [one] Nur die am längsten wartende Unterhaltung wird angezeigt ({ $n }); es gibt weitere.
   *[other] Die { $n } am längsten wartenden Unterhaltungen werden angezeigt; es gibt weitere.
}
board-choose = Unterhaltung mit { $name } auswählen
board-chooseAll = Alle Unterhaltungen auswählen
board-chosen = { $n ->
    [one] { $n } Unterhaltung ausgewählt
   *[other] { $n } Unterhaltungen ausgewählt
}
board-clear = Auswahl aufheben
board-transfer = { $n ->
    [one] Weiterleiten…
   *[other] { $n } weiterleiten…
}
