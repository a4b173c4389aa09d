## became

# What became of a request, by the name of what happened. `-untimed`: the time is not known.
became-accepted = Angenommen von { $who } ({ $at })
became-accepted-untimed = Angenommen von { $who }
became-rejected = Abgelehnt von { $who } ({ $at })
became-rejected-untimed = Abgelehnt von { $who }
became-withdrawn = Zurückgezogen von { $who } ({ $at })
became-withdrawn-untimed = Zurückgezogen von { $who }
became-timedOut = Abgelaufen ({ $at }): keine Antwort von { $who }
became-timedOut-untimed = Abgelaufen: keine Antwort von { $who }
became-rescinded = Aufgehoben ({ $at }): Unterhaltung weitergegeben oder beendet
became-rescinded-untimed = Aufgehoben: Unterhaltung weitergegeben oder beendet
became-steps-rejected = Abgelehnt von { $who } ({ $at })
became-steps-timedOut = Keine Antwort von { $who } (bis { $at })
became-steps-withdrawn = { $who } hatte noch nicht geantwortet
became-steps-faster = { $who }: ein Kollege war schneller
became-steps-rescinded = { $who } hatte noch nicht geantwortet
# `-unknown`: who did it is not known.
became-ends-ended = Beendet von { $who } ({ $at })
became-ends-ended-unknown = Beendet ({ $at })
became-ends-left = Verlassen von { $who } ({ $at })
became-ends-left-unknown = Beendet ({ $at })
became-ends-transferred = Beendet ({ $at }): Unterhaltung weitergegeben
became-ends-promoted = Beendet ({ $at }): in eine Weiterleitung oder Konferenz umgewandelt
became-ends-conversation_ended = Mit der Unterhaltung beendet ({ $at })
became-promoted-transfer = In eine Weiterleitung umgewandelt ({ $at })
became-promoted-conference = In eine Konferenz umgewandelt ({ $at })

## requests

requests-title = Anfragen
requests-lead = Wer wen um eine Besprechung, Übernahme oder Konferenz gebeten hat und wie es ausging.
requests-leadOwn = Was Sie Kollegen angefragt haben, was diese bei Ihnen angefragt haben und wie es ausging.
requests-table = Anfragen, neueste zuerst
requests-filters = Filter
requests-person = Person
requests-everybody = Alle in meinen Teams
requests-me = Ich
requests-kind = Art
requests-anyKind = Alle Arten
requests-status = Status
requests-anyStatus = Alle
requests-outcome = Ergebnis
requests-anyOutcome = Alle
requests-outcomes-resolved = Frage beantwortet
requests-outcomes-unresolved = Frage nicht beantwortet
requests-period = Zeitraum
requests-periods-day = Heute
requests-periods-week = Letzte 7 Tage
requests-periods-month = Letzte 30 Tage
requests-periods-custom = Eigener Zeitraum
requests-from = Von
requests-until = Bis
requests-clear = Filter zurücksetzen
requests-columns-asked = Angefragt
requests-columns-kind = Art
requests-columns-people = Von und an
requests-columns-customer = Kunde
requests-columns-status = Status
requests-columns-became = Verlauf
requests-columns-outcome = Ergebnis
requests-none = Keine Anfragen
requests-noneText = Zu diesen Filtern gibt es in diesem Zeitraum keine Anfragen.
requests-failed = Die Anfragen konnten nicht geladen werden.
requests-more = Mehr anzeigen
requests-count = { $n ->
    [one] { $n } Anfrage
   *[other] { $n } Anfragen
}
# There are more that are not loaded yet.
requests-count-more = Bisher { $n }
requests-exportCsv = Als CSV exportieren
requests-exporting = Wird exportiert… { $n }
requests-exported = { $n ->
    [one] { $n } Anfrage wurde exportiert.
   *[other] { $n } Anfragen wurden exportiert.
}
requests-exportFailed = Der Export ist fehlgeschlagen. Versuchen Sie es erneut.
requests-exportCut = Die ersten { $n } Anfragen wurden exportiert. Wählen Sie für die übrigen einen kürzeren Zeitraum.
requests-wrongPeriod = Das Startdatum darf nicht nach dem Enddatum liegen und der Zeitraum höchstens 92 Tage umfassen.
requests-open = Unterhaltung öffnen: { $name }
requests-read = Besprechung lesen
requests-messages = { $n ->
    [one] { $n } Nachricht
   *[other] { $n } Nachrichten
}
# The name of a file: no spaces, no characters that a file system refuses.
requests-csv-file = anfragen-{ $from }-{ $to }.csv
requests-csv-head-askedAt = Angefragt
requests-csv-head-kind = Art
requests-csv-head-from = Von
requests-csv-head-to = An
requests-csv-head-customer = Kunde
requests-csv-head-queue = Warteschlange
requests-csv-head-conversation = Unterhaltung
requests-csv-head-note = Notiz
requests-csv-head-status = Status
requests-csv-head-decidedAt = Entschieden
requests-csv-head-decidedBy = Entschieden von
requests-csv-head-waited = Wartezeit (s)
requests-csv-head-reason = Grund
requests-csv-head-endedAt = Beendet
requests-csv-head-endedBy = Beendet von
requests-csv-head-talked = Gesprächsdauer (s)
requests-csv-head-messages = Nachrichten
requests-csv-head-outcome = Ergebnis
requests-csv-head-outcomeNote = Notiz zum Ergebnis
