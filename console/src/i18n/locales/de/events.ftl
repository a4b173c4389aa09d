## delivery

delivery-waiting = Wartet auf Verbindung
delivery-behind = Wartet auf die vorherige Nachricht
delivery-sending = Wird gesendet
delivery-acked = Wird gesendet
delivery-pending = Unterwegs
delivery-sent = Gesendet
delivery-delivered = Zugestellt
delivery-read = Gelesen
delivery-failed = Nicht zugestellt
delivery-unsent = Noch nicht gesendet
delivery-retry = Erneut versuchen
delivery-send = Senden
delivery-discard = Verwerfen

## events

# Names may be app-you at the start of a sentence, and app-them within one: German inflects for „Sie“ and „Ihnen“, Spanish puts who acted before a colon.
events-opened = Eingegangen über { $queue }
events-customerLeft = Der Kunde hat den Chat verlassen
events-abandoned = Der Kunde ist gegangen, bevor jemand übernommen hat
events-picked =
    { $who ->
        [Sie] Sie haben
       *[other] { $who } hat
    } die Unterhaltung übernommen
events-offered =
    { $who ->
        [Sie] Sie haben
       *[other] { $who } hat
    } die Unterhaltung von { $from } übernommen
events-transferred =
    { $from ->
        [Sie] Sie haben
       *[other] { $from } hat
    } die Unterhaltung an { $to ->
        [Ihnen] Sie
       *[other] { $to }
    } weitergeleitet
events-manager =
    { $by ->
        [Sie] Sie haben
       *[other] { $by } hat
    } { $to } die Unterhaltung zugewiesen
events-auto = Automatisch zugewiesen an { $to }
events-autoYou = Die Unterhaltung wurde Ihnen automatisch zugewiesen
events-api = Ein anderes System hat { $to } die Unterhaltung zugewiesen
events-conference =
    { $to ->
        [Sie] Sie haben
       *[other] { $to } hat
    } übernommen, weil { $from ->
        [Ihnen] Sie die Konferenz verlassen haben
       *[other] { $from } die Konferenz verlassen hat
    }
events-reopenedTo = Der Kunde ist zu { $to } zurückgekehrt
events-reopened = Der Kunde ist zurückgekehrt: Die Unterhaltung geht weiter
events-goesOnIn = Derselbe Kunde wie in { $id }: Neue Nachrichten erscheinen dort
events-cameFrom = Derselbe Kunde wie in { $id }: Neue Nachrichten erscheinen hier
events-resolveUndone =
    { $by ->
        [Sie] Sie haben
       *[other] { $by } hat
    } den Abschluss zurückgenommen
events-offHours = Außerhalb der Geschäftszeiten
events-surveySent =
    { $by ->
        [Sie] Sie haben
       *[other] { $by } hat
    } die Umfrage „{ $survey }“ gesendet
events-surveyAnswered = Antwort auf die Umfrage „{ $survey }“:
events-triggered =
    { $by ->
        [Sie] Sie haben
       *[other] { $by } hat
    } „{ $trigger }“ ausgelöst
events-prioritised =
    { $by ->
        [Sie] Sie haben
       *[other] { $by } hat
    } die Priorität auf { $priority } gesetzt
events-required =
    { $by ->
        [Sie] Sie haben
       *[other] { $by } hat
    } die erforderlichen Fähigkeiten festgelegt: { $skills }
events-requiredNone =
    { $by ->
        [Sie] Sie haben
       *[other] { $by } hat
    } die erforderlichen Fähigkeiten entfernt
events-firstAnswerDue = Die erste Antwort ist bald fällig
events-stopped = Der Kunde wünscht keine weiteren Nachrichten
events-started = Der Kunde erlaubt wieder Nachrichten
events-firstAnswerLate = Die erste Antwort ist überfällig
events-requeueAhead = Warnung an { $who }: Ohne Antwort geht die Unterhaltung um { $time } zurück in die Warteschlange
events-requeueAheadYou = Warnung: Ohne Antwort geht die Unterhaltung um { $time } zurück in die Warteschlange
events-wrappedUp =
    { $who ->
        [Sie] Sie haben
       *[other] { $who } hat
    } { $id } als erledigt markiert
events-wrappedUpAlone = { $id } gilt als erledigt: Die Zeit für die Nachbearbeitung ist abgelaufen
events-joined =
    { $who ->
        [Sie] Sie sind
       *[other] { $who } ist
    } der Konferenz beigetreten
events-conferenceLeft =
    { $who ->
        [Sie] Sie haben
       *[other] { $who } hat
    } die Konferenz verlassen
events-conferenceRemoved =
    { $by ->
        [Sie] Sie haben
       *[other] { $by } hat
    } { $who ->
        [Ihnen] Sie
       *[other] { $who }
    } aus der Konferenz entfernt
events-monitoring-silent = { $who } beobachtet
events-monitoring-coach =
    { $who } leitet { $owner ->
        [Ihnen] Sie
       *[other] { $owner }
    } an
events-monitoring-barge =
    { $who ->
        [Sie] Sie haben
       *[other] { $who } hat
    } eingegriffen
events-monitoring-stopped = { $who } beobachtet nicht mehr
events-monitoring-youSilent = Sie beobachten
events-monitoring-youCoach = Sie leiten { $owner } an
events-monitoring-youStopped = Sie beobachten nicht mehr
# In the place of a name in events-requeueAhead and events-monitoring.
events-owner = die zuständige Person
events-requeued =
    { $by ->
        [Sie] Sie haben
       *[other] { $by } hat
    } die Unterhaltung in die Warteschlange { $queue } verschoben
events-requeuedUnanswered = Zurück in { $queue }: Der Kunde hat keine Antwort von { $who } erhalten
events-requeuedOffline =
    Zurück in { $queue }: { $who ->
        [Ihnen] Sie waren
       *[other] { $who } war
    } zu lange offline
events-resolved =
    { $by ->
        [Sie] Sie haben
       *[other] { $by } hat
    } die Unterhaltung abgeschlossen
events-autoResolved = Abgeschlossen, weil der Kunde nicht mehr geantwortet hat
events-phraseResolved = Abgeschlossen: Laut Kunde ist alles geklärt
events-asked-discuss =
    { $from ->
        [Sie] Sie haben
       *[other] { $from } hat
    } bei { $to } eine Besprechung angefragt
events-asked-assign =
    { $from ->
        [Sie] Sie haben
       *[other] { $from } hat
    } bei { $to } die Übernahme angefragt
events-asked-conference =
    { $from ->
        [Sie] Sie haben
       *[other] { $from } hat
    } bei { $to } die Teilnahme an der Konferenz angefragt
events-asked-join =
    { $from ->
        [Sie] Sie haben
       *[other] { $from } hat
    } bei { $to } die Teilnahme an der Besprechung angefragt
events-atOnce = alle gleichzeitig
events-moved = Als Nächstes angefragt: { $who }
events-movedYou = Sie werden als Nächstes angefragt
events-passed-rejected =
    { $who ->
        [Sie] Sie haben
       *[other] { $who } hat
    } abgelehnt; die Anfrage läuft weiter
events-passed-timed_out =
    { $who ->
        [Sie] Sie haben
       *[other] { $who } hat
    } nicht geantwortet; die Anfrage läuft weiter
events-passed-rescinded = Nicht mehr angefragt: { $who }; die Anfrage läuft weiter
events-takenBy =
    { $who ->
        [Sie] Sie haben
       *[other] { $who } hat
    } zuerst angenommen
# In the place of a name; German stays the same in every case.
events-group-team = Team { $name }
events-group-skill = Kollegen mit { $name }
events-group-queue = Kollegen aus { $name }
events-nobodyAnswered = Keine Zusage: { $who }
events-nobodyTimedOut = Niemand hat rechtzeitig geantwortet: { $who }
events-accepted =
    { $who ->
        [Sie] Sie haben
       *[other] { $who } hat
    } angenommen
events-rejected =
    { $who ->
        [Sie] Sie haben
       *[other] { $who } hat
    } abgelehnt
events-withdrawn =
    { $who ->
        [Sie] Sie haben
       *[other] { $who } hat
    } die Anfrage zurückgezogen
events-timedOut =
    { $who ->
        [Sie] Sie haben
       *[other] { $who } hat
    } nicht rechtzeitig geantwortet
events-rescinded = Anfrage an { $who } aufgehoben: Die Unterhaltung ging weiter
events-left =
    { $who ->
        [Sie] Sie haben
       *[other] { $who } hat
    } die Besprechung verlassen
events-released =
    { $by ->
        [Sie] Sie haben
       *[other] { $by } hat
    } { $who ->
        [Ihnen] Sie
       *[other] { $who }
    } aus der Besprechung entfernt
events-promotedTransfer =
    { $who ->
        [Sie] Sie haben
       *[other] { $who } hat
    } die Besprechung verlassen und übernommen
events-promotedConference =
    { $who ->
        [Sie] Sie sind
       *[other] { $who } ist
    } aus der Besprechung in die Konferenz gewechselt
events-endedPromoted = Besprechung geschlossen: Der Kollege ist jetzt in der Unterhaltung
events-outcome = { $who }: { $outcome }
events-ended =
    { $who ->
        [Sie] Sie haben
       *[other] { $who } hat
    } die Besprechung beendet
events-endedLeft = Die Besprechung ist beendet: Der letzte Kollege hat sie verlassen
events-endedTransferred = Die Besprechung ist beendet: Für die Unterhaltung ist jetzt jemand anderes zuständig
events-endedClosed = Die Besprechung wurde mit der Unterhaltung beendet
events-wasResolved = geklärt
events-notResolved = nicht geklärt
events-note = Notiz

## undo

undo-undo = Rückgängig
undo-undone = Rückgängig gemacht.

## actionMenu

actionMenu-name = Aktionen
actionMenu-survey = Umfrage senden…
actionMenu-trigger = Workflow starten…
actionMenu-priority = Priorität…
actionMenu-skills = Erforderliche Fähigkeiten…
actionMenu-monitor = Beobachten
actionMenu-surveyTitle = Umfrage senden
actionMenu-surveyText = Der Kunde erhält die Frage; die Antwort wird bei der Unterhaltung gespeichert.
actionMenu-surveyLabel = Umfrage
actionMenu-surveySubmit = Umfrage senden
actionMenu-triggerTitle = Workflow starten
actionMenu-triggerText = Verbundene Systeme werden benachrichtigt. Der Kunde bemerkt nichts.
actionMenu-triggerLabel = Workflow
actionMenu-triggerSubmit = Starten
actionMenu-priorityTitle = Priorität
actionMenu-priorityText = Höhere werden zuerst bedient: 0 ist die niedrigste, 9 die höchste.
actionMenu-priorityLabel = Priorität, 0 bis 9
actionMenu-prioritySubmit = Priorität setzen
actionMenu-skillsTitle = Erforderliche Fähigkeiten
actionMenu-skillsText = Nur Agenten mit diesen Fähigkeiten erhalten diese Unterhaltung.
actionMenu-skillsLabel = Fähigkeiten
actionMenu-skillsNone = Noch hat kein Agent eine Fähigkeit.
actionMenu-skillsLimit = Höchstens { $max } Fähigkeiten.
actionMenu-skillsSubmit = Fähigkeiten festlegen
actionMenu-note = Notiz (optional)

## routing

routing-name = Zuweisung
routing-none = In dieser Unterhaltung gab es keine automatische Zuweisung.
routing-failed = Die Zuweisungen konnten nicht geladen werden.
routing-why = Warum { $who }?
routing-whyYou = Warum Sie?
routing-whyNobody = Warum wurde niemand zugewiesen?
routing-whyEveryone = Wer wurde angefragt?
routing-chosen = { $who } wurde automatisch ausgewählt
routing-chosenYou = Sie wurden automatisch ausgewählt
routing-nobody = Niemand konnte automatisch ausgewählt werden
routing-everyone = Alle verfügbaren Agenten wurden gleichzeitig angefragt
routing-caption = Berücksichtigte Agenten, beste zuerst
routing-agent = Agent
routing-load = Auslastung
routing-idle = Frei seit
routing-excluded = Ausgeschlossen
routing-never = –
routing-more =
    { $n ->
        [one] und { $n } weiterer
       *[other] und { $n } weitere
    }
routing-strategy = Regel
routing-decidedBy = Ausschlaggebend
routing-strategies-least_loaded = geringste Auslastung
routing-strategies-longest_idle = am längsten frei
routing-strategies-round_robin = der Reihe nach
routing-deciders-nobody = niemand auswählbar
routing-deciders-only_one = einzige Möglichkeit
routing-deciders-load = geringere Auslastung der Kapazität
routing-deciders-idle = länger frei
routing-deciders-turn = länger nicht an der Reihe
routing-deciders-id = alphabetische Reihenfolge
routing-deciders-everyone = nichts, alle wurden gleichzeitig angefragt
routing-exclusions-offline = offline
routing-exclusions-away = abwesend
routing-exclusions-full = ausgelastet
routing-exclusions-lacks_skill = Fähigkeit fehlt
routing-exclusions-tried = bereits angefragt
routing-exclusions-involved = bereits beteiligt
