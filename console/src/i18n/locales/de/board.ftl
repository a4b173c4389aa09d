## board
board-title = Live-Übersicht
board-team = Team
board-allTeams = Alle meine Teams
board-updated = { $seconds ->
    [0] Aktuell
    [1] Aktuell
   *[other] Stand vor { $seconds } Sekunden
}
board-stale = Seit { $time } angehalten, Verbindung wird wiederhergestellt
board-forbidden = Die Live-Übersicht ist Managern vorbehalten
board-within = Alle Warteschlangen liegen im Zielwert.
board-quiet = Kein Kunde wartet.
board-behind = { $queues } { $n ->
    [one] liegt
   *[other] liegen
} zurück: { $waiting ->
    [one] { $waiting } Kunde wartet
   *[other] { $waiting } Kunden warten
}, { $names } { $free ->
    [one] ist
   *[other] sind
} frei.
board-behindMany = { $queues } { $n ->
    [one] liegt
   *[other] liegen
} zurück: { $waiting ->
    [one] { $waiting } Kunde wartet
   *[other] { $waiting } Kunden warten
}, { $free } Agenten sind frei.
board-behindNobody = { $queues } { $n ->
    [one] liegt
   *[other] liegen
} zurück: { $waiting ->
    [one] { $waiting } Kunde wartet
   *[other] { $waiting } Kunden warten
}, und kein Agent ist frei.
board-failed = Die Zahlen konnten nicht geladen werden.
board-nobody = –
board-of = { $some } von { $all }
board-since = heute seit { $time }, { $zone }
# $part is a whole number of percent.
board-percent = { $part } %
board-tiles-waiting = Wartend
board-tiles-longest = Längste Wartezeit
board-tiles-unanswered = Am längsten ohne Antwort
board-tiles-running = In Unterhaltung
board-tiles-working = Verfügbare Agenten
board-tiles-answered = Heute rechtzeitig
board-tiles-resolved = Heute abgeschlossen
board-tiles-abandoned = Heute abgebrochen
board-room = Platz für { $n } weitere
board-answers = { $some } von { $all } heute
board-lateOf = { $some } verspätet von { $all }
board-target = Ziel { $time }
board-timesTarget = { $n } × das Ziel von { $time }
board-pastTarget = über dem Ziel: { $queues }
board-noWait = niemand in den Warteschlangen
board-noAnswers = Heute keine ersten Antworten
board-queues = Warteschlangen
board-queueColumns-name = Warteschlange
board-queueColumns-waiting = Wartend
board-queueColumns-longest = Längste Wartezeit
board-queueColumns-unanswered = Ohne Antwort
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
board-priorityOf = Priorität { $n }
board-inQueue = In { $queue }
board-ofAgent = Zuständig: { $name }
board-showAll = Filter aufheben: { $filter }
board-all = Alle Unterhaltungen zeigen
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
board-offline = { $n ->
    [one] { $n } offline
   *[other] { $n } offline
}
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
board-allOffers = Alle Anfragen anzeigen
board-none = Keine offenen Unterhaltungen
board-noQueues = Keine Warteschlangen
board-noAgents = Niemand ist online
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
