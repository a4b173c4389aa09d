## app
app-name = Switchboard
app-title = Switchboard-Konsole
app-skip = Zur Unterhaltung springen
app-loading = Wird geladen…
app-signingIn = Sie werden angemeldet…
app-signInFailed = Anmeldung fehlgeschlagen
app-signIn = Anmelden
app-signInAgain = Erneut anmelden
app-sessionEnded = Ihre Sitzung ist beendet
app-sessionEndedText = Melden Sie sich erneut an, um fortzufahren. Ihre Entwürfe und nicht gesendeten Nachrichten bleiben in diesem Browser gespeichert.
app-serverMissing = Der Server ist nicht erreichbar
app-unreachable = Derzeit nicht verfügbar
app-unreachableText = Der Server antwortet nicht. Es ist nichts verloren; versuchen Sie es gleich noch einmal.
app-storageBlocked = Ihr Browser speichert für diese Website keine Daten, die Anmeldung braucht sie aber. Erlauben Sie in den Browsereinstellungen Cookies und Websitedaten für { $site } oder beenden Sie den privaten Modus und versuchen Sie es dann noch einmal.
app-tryAgain = Erneut versuchen
app-close = Schließen
app-cancel = Abbrechen
app-back = Zurück
app-copy = Kopieren
app-copied = Kopiert
app-notCopied = Ihr Browser hat das Kopieren blockiert. Kopieren Sie den Text von hier: { $text }
app-somebody = Jemand
app-you = Sie
app-them = Ihnen
app-system = Switchboard

## separator
separator-list = Breite der Unterhaltungsliste
separator-details = Breite der Details
separator-talk = Höhe der Besprechung
separator-width = { $px } Pixel

## start
start-waiting = { $n ->
    [one] { $n } Kunde wartet auf Sie
   *[other] { $n } Kunden warten auf Sie
}
start-longest = Am längsten: { $name }, { $time }
start-open = { $name } öffnen
start-take = Nächsten aus der Warteschlange übernehmen ({ $n })
start-done = Alles erledigt.
start-doneText = Neue Chats erscheinen links.
start-keys-move = Durch die Liste gehen
start-keys-next = Nächster wartender Kunde
start-keys-help = Alle Tastenkürzel

## rail
rail-nav = Hauptnavigation
rail-conversations = Unterhaltungen
rail-contacts = Kontakte
rail-people = Personen
rail-requests = Anfragen
rail-board = Live-Übersicht
rail-lab = Ausprobieren
rail-teamChat = Team-Chat
rail-teamChatUnread = { $n ->
    [one] { $n } ungelesene Nachricht aus dem Team
   *[other] { $n } ungelesene Nachrichten aus dem Team
}
rail-unread = { $n ->
    [one] { $n } Unterhaltung mit ungelesenen Nachrichten
   *[other] { $n } Unterhaltungen mit ungelesenen Nachrichten
}
rail-settings = Einstellungen
rail-help = Tastenkürzel
rail-presence = Ihr Status
rail-theme = Darstellung
rail-themes-system = System
rail-themes-light = Hell
rail-themes-dark = Dunkel
rail-sound = Töne
rail-preferences = Persönliche Einstellungen
rail-signOut = Abmelden
rail-load = { $open } von { $capacity }
rail-loadUnit = Unterhaltungen
rail-loadLong = { $open } von { $capacity } Unterhaltungen
rail-short-conversations = Chats
rail-short-mentions = Erwähnungen
rail-short-teamChat = Team
rail-short-contacts = Kontakte
rail-short-people = Personen
rail-short-requests = Anfragen
rail-short-board = Übersicht
rail-short-settings = Einstellungen

## sound
sound-blocked = Töne sind aus, bis Sie sie erlauben.
sound-says-no = Ihr Browser blockiert Töne, bis Sie klicken.
sound-says-trying = Töne werden eingeschaltet…
sound-says-failed = Es kann kein Ton abgespielt werden: Dieser Computer oder Browser hat gerade keine Audioausgabe. Schließen Sie eine an und versuchen Sie es noch einmal, oder arbeiten Sie ohne Töne weiter.
sound-enable = Töne einschalten
sound-dismiss = Ohne Töne fortfahren

## signOut
signOut-title = Trotz offener Arbeit abmelden?
signOut-text = Hier wartet jeweils ein Kunde oder jemand aus dem Team auf Sie. Sobald Sie sich abmelden, sind Sie offline.
signOut-stays = Der Kunde wartet. Die Unterhaltung bleibt bei Ihnen, bis Sie zurück sind.
signOut-requeue = Der Kunde wartet. Die Unterhaltung geht nach { $time } zurück in die Warteschlange { $queue }.
signOut-talk = Die Besprechung läuft ohne Sie weiter. Beteiligt: { $who }
signOut-request = { $who } wartet auf Ihre Antwort. Die Anfrage läuft von selbst ab.

## presence
presence-available = Verfügbar
presence-busy = Ausgelastet
presence-away = Abwesend
presence-offline = Offline
presence-full = Ausgelastet
presence-availableHint = Sie erhalten neue Chats
presence-awayHint = Sie erhalten keine neuen Chats
presence-reasons = Abwesend, mit Grund
presence-setBy = Festgelegt von { $who }
presence-awayFor = { $reason }
presence-otherReason = Anderer Grund
presence-goAway = Auf abwesend setzen
presence-busyHint = Vom System festgelegt
presence-busyTold = { $places ->
    [one] Das System zeigt Sie als „Ausgelastet“ an, solange Sie { $places } Unterhaltung haben. Wählen Sie „Abwesend“, wenn Sie schon vorher keine neue Arbeit erhalten möchten.
   *[other] Das System zeigt Sie als „Ausgelastet“ an, solange Sie { $places } Unterhaltungen haben. Wählen Sie „Abwesend“, wenn Sie schon vorher keine neue Arbeit erhalten möchten.
}

## connection
connection-connecting = Verbindung wird hergestellt…
connection-syncing = Wird aktualisiert…
connection-live = Verbunden
connection-reconnecting = Verbindung wird wiederhergestellt
connection-offline = Offline. Was Sie schreiben, wird aufbewahrt und später gesendet.
connection-stale = Die Verbindung reagiert nicht. Sie wird wiederhergestellt
connection-ended = Abgemeldet
connection-revoked = Kein Zugriff
connection-tooltip = { $followed ->
    [one] Verbunden, Antwortzeit { $ms } ms, { $followed } Unterhaltung abonniert
   *[other] Verbunden, Antwortzeit { $ms } ms, { $followed } Unterhaltungen abonniert
}
connection-tooltipNoTrip = { $followed ->
    [one] Verbunden, { $followed } Unterhaltung abonniert
   *[other] Verbunden, { $followed } Unterhaltungen abonniert
}
connection-tries = { $seconds ->
    [0] Versuch { $attempt }…
   *[other] Versuch { $attempt }, der nächste in { $seconds } s.
}
connection-retry = Jetzt erneut versuchen
connection-needed = Braucht eine Verbindung
connection-waiting = { $n } wartend

## notices
notices-region = Meldungen
notices-dismiss = Ausblenden
notices-unreachable = Keine Antwort vom Server. Prüfen Sie, ob die Aktion ausgeführt wurde, und versuchen Sie es dann noch einmal.
nowhere-title = Hier ist nichts
nowhere-text = Keine Seite hat diese Adresse.
nowhere-back = Zu den Unterhaltungen
notices-discardedNote = Verworfen.
notices-assigned = Neue Unterhaltung: { $name }
notices-given = { $who } hat Ihnen die Unterhaltung mit { $name } übergeben
notices-back = { $name } hat wieder geschrieben: Die Unterhaltung liegt wieder bei Ihnen
notices-more = { $n } weitere
notices-mentioned = { $who } hat Sie erwähnt
notices-presenceSet-away = { $who } hat Sie auf abwesend gesetzt: Sie erhalten keine neue Arbeit
notices-presenceSet-available = { $who } hat Sie auf verfügbar gesetzt: Sie erhalten neue Arbeit
notices-accepted = { $who } hat angenommen. Die Besprechung ist offen.
notices-titleWaiting = { $name } wartet
notices-titleOffer = { $name } fragt bei Ihnen an
# What was taken from me.
notices-lost-assigned = { $to } ist jetzt für die Unterhaltung mit { $name } zuständig
notices-lost-assignedBy = { $by } hat die Unterhaltung mit { $name } neu zugewiesen. Jetzt zuständig: { $to }
notices-lost-transferred = { $by } hat die Unterhaltung mit { $name } in die Warteschlange { $queue } verschoben
notices-lost-unanswered = Die Unterhaltung mit { $name } ist zurück in der Warteschlange { $queue }: Die Antwort hat zu lange gedauert
notices-lost-owner_offline = Die Unterhaltung mit { $name } ist zurück in der Warteschlange { $queue }: Sie waren offline
notices-lost-removed = { $by } hat Sie aus der Konferenz mit { $name } entfernt
notices-lost-resolved = { $by } hat die Unterhaltung mit { $name } abgeschlossen
notices-open = Öffnen
notices-unread = { $n } ungelesen von { $name }
# To who asked.
notices-answers-rejected = { $who } hat Ihre Anfrage zu { $name } abgelehnt
notices-answers-withdrawn = Ihre Anfrage zu { $name } wurde zurückgezogen. Angefragt: { $who }
notices-answers-timed_out = Ihre Anfrage zu { $name } ist abgelaufen. Keine Antwort von: { $who }
notices-answers-taken = { $who } hat Ihre Anfrage zu { $name } angenommen
notices-answers-rescinded = Ihre Anfrage an { $who } ist hinfällig: { $name } wurde weitergeleitet oder hat den Chat verlassen
notices-answers-left = Ihre Anfrage an { $who } ist hinfällig: { $name } hat den Chat verlassen
notices-answers-ended = Ihre Anfrage an { $who } ist hinfällig: Die Unterhaltung mit { $name } ist beendet
notices-answers-moved = Ihre Anfrage an { $who } ist hinfällig: Für { $name } ist jetzt jemand anderes zuständig
# To who was asked.
notices-lapses-taken = Von { $who } übernommen: { $name }
notices-lapses-rejected = Die Anfrage von { $who } zu { $name } wurde abgelehnt
notices-lapses-withdrawn = { $who } hat die Anfrage zu { $name } zurückgezogen
notices-lapses-timed_out = Die Anfrage von { $who } zu { $name } ist abgelaufen
notices-lapses-rescinded = Die Anfrage von { $who } ist hinfällig: { $name } wurde weitergeleitet oder hat den Chat verlassen
notices-lapses-left = Die Anfrage von { $who } ist hinfällig: { $name } hat den Chat verlassen
notices-lapses-ended = Die Anfrage von { $who } ist hinfällig: Die Unterhaltung mit { $name } ist beendet
notices-lapses-moved = Die Anfrage von { $who } ist hinfällig: Für { $name } ist jetzt jemand anderes zuständig
