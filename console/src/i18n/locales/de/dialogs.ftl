## engage

engage-title = Zuweisen/Besprechen
engage-transferTitle = Weiterleiten
engage-assignTitle = Zuweisen
engage-act = Aktion
engage-discuss = Besprechen
engage-assign = Zuweisen
engage-transfer = Weiterleiten
engage-conference = Konferenz
engage-inviteTitle = In die Besprechung einladen
engage-hints-discuss = Vertraulich einen Kollegen fragen. Der Kunde bemerkt nichts.
engage-hints-assign = Einen Kollegen bitten, die Unterhaltung zu übernehmen.
engage-hints-transfer = Die Unterhaltung weitergeben.
engage-hints-give = Die Unterhaltung jemandem zuweisen oder in eine andere Warteschlange verschieben.
engage-hints-conference = Einen Kollegen bitten, gemeinsam mit Ihnen mit dem Kunden zu sprechen.
engage-hints-invite = Einen weiteren Kollegen in die laufende Besprechung holen. Der Kunde bemerkt nichts.
engage-type = Zuweisen an
engage-types-agent = Benutzer
engage-types-manager = Manager
engage-types-team = Team
engage-types-skill = Fähigkeit
engage-types-queue = Warteschlange
engage-which-agent = Benutzer auswählen
engage-which-manager = Manager auswählen
engage-which-team = Team auswählen
engage-which-skill = Fähigkeit auswählen
engage-which-queue = Warteschlange auswählen
engage-search-agent = Namen eingeben
engage-search-manager = Namen eingeben
engage-search-team = Team eingeben
engage-search-skill = Fähigkeit eingeben
engage-search-queue = Warteschlange eingeben
engage-noMatch = Keine Treffer
engage-none-agent = Keine Benutzer
engage-none-manager = Keine Manager
engage-none-team = Keine Teams
engage-none-skill = Keine Fähigkeiten
engage-none-queue = Keine Warteschlangen
engage-all = Alle gleichzeitig anfragen
engage-allHint = Alle werden gleichzeitig angefragt; wer zuerst annimmt, bekommt die Unterhaltung. Aus: nacheinander.
engage-promoted = in Ihrer Besprechung: sofort, ohne erneute Anfrage
engage-loadFailed = Die Verfügbarkeit konnte nicht aktualisiert werden. Die Liste ist möglicherweise veraltet.
engage-loading = Wird geladen…
engage-mode = Übergabe
engage-immediate = Sofort
engage-offer = Nach Annahme
engage-note = Notiz (optional)
engage-notePlaceholder = Was sollte man wissen?
engage-submit-discuss = Mit { $name } besprechen
engage-submit-assign = Übernahme bei { $name } anfragen
engage-submit-conference = Teilnahme bei { $name } anfragen
engage-submit-conferenceNow = { $name } jetzt hinzuholen
engage-submit-invite = { $name } einladen
engage-submit-transferNow = Jetzt an { $name } weiterleiten
engage-submit-give = An { $name } zuweisen
engage-submit-transferOffer = { $name } anfragen
engage-submitNone-discuss = Besprechen
engage-submitNone-assign = Zuweisen
engage-submitNone-transfer = Weiterleiten
engage-submitNone-conference = Konferenz
engage-chooseFirst = Wählen Sie zuerst, wen Sie anfragen.
engage-unreachable = { $name } kann jetzt nicht ausgewählt werden: { $why }.
engage-away = abwesend
engage-offline = offline
engage-why-target_is_owner = bereits zuständig
engage-why-offer_pending = bereits angefragt
engage-why-target_consults = bereits in einer Besprechung
engage-why-target_in_conference = bereits in der Konferenz
engage-why-target_full = ausgelastet
engage-why-target_empty = keine Mitglieder, die Arbeit annehmen
engage-why-nobody_available = niemand frei
engage-why-transfer_not_allowed = in keinem Team, das diese Unterhaltung bearbeitet
engage-why-still_queued = die Unterhaltung wartet dort bereits
engage-why-conference_full = die Konferenz ist voll
engage-why-too_many_offers = drei Anfragen sind bereits offen
engage-why-too_many_discussions = drei Besprechungen laufen bereits
engage-why-too_many_experts = fünf Kollegen sind bereits in der Besprechung
engage-why-not_owner = für die Unterhaltung ist jemand anderes zuständig
engage-why-conversation_closed = die Unterhaltung ist beendet
engage-partly = { $some } von { $all } Unterhaltungen
engage-groups-consulting = Laufende Besprechungen
engage-groups-available = Verfügbar
engage-groups-unavailable = Nicht verfügbar
engage-callFirst = Oder vorher anrufen: { $name }.
engage-there = seit { $time } da
engage-waiting = { $n } wartend
engage-thereOf = { $there } von { $all } verfügbar

## endedRequests

endedRequests-name = Anfrage nicht angenommen
# `$what` in the sentences below is one of these.
endedRequests-what-discuss = Besprechung
endedRequests-what-assign = Übernahme
endedRequests-what-conference = Konferenz
endedRequests-rejected = { $who } hat Ihre Anfrage zur { $what } abgelehnt.
endedRequests-nobody = Niemand hat Ihre Anfrage zur { $what } angenommen. Angefragt: { $who }.
endedRequests-timedOut = Ihre Anfrage an { $who } zur { $what } wurde nicht rechtzeitig beantwortet.
endedRequests-withdrawn = Sie haben Ihre Anfrage an { $who } zur { $what } zurückgezogen.
endedRequests-again = Andere Person fragen

## reasons

reasons-rejectTitle = Anfrage von { $name } ablehnen
reasons-withdrawTitle = Anfrage an { $name } zurückziehen
reasons-legend = Grund
reasons-other = Anderer Grund
reasons-text = In eigenen Worten
reasons-textOptional = In eigenen Worten (optional)
reasons-addWords = Worte hinzufügen
reasons-required = Wählen Sie einen Grund oder geben Sie einen ein.
reasons-requiredText = Geben Sie den Grund ein.
reasons-reject = Anfrage ablehnen
reasons-withdraw = Anfrage zurückziehen
reasons-rejectEffect = { $name } erfährt den Grund. Der Kunde bemerkt nichts.
reasons-withdrawEffect = { $name } erfährt den Grund.
reasons-overMeanwhile = Die Anfrage ist beendet
reasons-keepText = Eingegebenen Text kopieren

## discussion

discussion-name = Besprechung
discussion-private = Nur Sie und { $names } können dies lesen
# `$by` may be app-you.
discussion-question =
    Frage von { $by ->
        [Sie] Ihnen
       *[other] { $by }
    }
discussion-log = Nachrichten der Besprechung
discussion-label = Nachricht an die Besprechung
discussion-placeholder = An { $names } schreiben…
discussion-folded = { $names } fragen…
discussion-send = Senden
discussion-end = Besprechung beenden
discussion-leave = Verlassen
discussion-leaving = Wird verlassen…
discussion-empty = Noch keine Nachrichten
discussion-over = Besprechung beendet
discussion-endTitle = Besprechung beenden
discussion-endQuestion = Wurde die Frage geklärt?
discussion-yes = Ja, geklärt
discussion-no = Nein, nicht geklärt
discussion-note = Notiz (optional)
discussion-endEffect = Die Unterhaltung mit dem Kunden geht weiter.
discussion-done = Als erledigt markieren
discussion-menu = Weitere Aktionen für diese Besprechung
discussion-invite = Weiteren Kollegen einladen…
discussion-promoteTransfer = An { $name } weiterleiten
discussion-promoteConference = { $name } zur Konferenz hinzufügen
discussion-transfer = Weiterleiten
discussion-addToConference = Zur Konferenz hinzufügen
discussion-release = { $name } entfernen…
discussion-releaseTitle = { $name } aus der Besprechung entfernen
discussion-releaseEffect = { $name } verlässt die Besprechung; sie geht mit den anderen weiter.
discussion-releaseQuestion = Hat { $name } die Frage beantwortet?
discussion-outcomeOf = Hat { $name } sie beantwortet?
discussion-endSubmit = Besprechung beenden
discussion-yesShort = Ja
discussion-noShort = Nein
discussion-tabs = Parallele Besprechungen
discussion-newIn = neu

## resolve

resolve-title = Unterhaltung abschließen
resolve-text = Die Unterhaltung mit { $name } endet. Bei einer neuen Nachricht beginnt eine neue.
# With both discussions and requests; -discussions and -offers where there is only one kind of them.
resolve-also =
    Damit enden auch { $discussions ->
        [one] { $discussions } Besprechung
       *[other] { $discussions } Besprechungen
    } und { $offers ->
        [one] { $offers } offene Anfrage
       *[other] { $offers } offene Anfragen
    }.
resolve-also-discussions =
    { $discussions ->
        [one] Damit endet auch { $discussions } Besprechung.
       *[other] Damit enden auch { $discussions } Besprechungen.
    }
resolve-also-offers =
    { $offers ->
        [one] Damit endet auch { $offers } offene Anfrage.
       *[other] Damit enden auch { $offers } offene Anfragen.
    }
resolve-alsoConference = Damit endet auch die Konferenz mit { $names }.
resolve-note = Notiz (optional)
resolve-submit = Abschließen
resolve-submitForAll = Für alle abschließen
resolve-next = Abschließen und weiter
resolve-anyway = Trotzdem abschließen
resolve-anywayNext = Trotzdem abschließen und weiter
resolve-unanswered = Die letzte Nachricht von { $name } ist unbeantwortet: „{ $text }“
resolve-draft = Ihr Entwurf ist nicht gesendet.
resolve-done = Abgeschlossen: { $name }
