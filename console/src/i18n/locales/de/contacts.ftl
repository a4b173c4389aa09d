## contacts
contacts-title = Kontakte
contacts-list = Kontakte, neueste zuerst
contacts-lead = { $days ->
    [one] Kontakte mit einer Unterhaltung innerhalb von { $days } Tag.
   *[other] Kontakte mit einer Unterhaltung in den letzten { $days } Tagen.
}
contacts-search = Name, ID, Schlagwort oder letzte Nachricht
contacts-searchName = Kontakte suchen
contacts-count = { $n ->
    [one] { $n } Kontakt
   *[other] { $n } Kontakte
}
contacts-countSoFar = { $n ->
    [one] { $n } Kontakt (weitere unten)
   *[other] { $n } Kontakte (weitere unten)
}
contacts-more = Mehr anzeigen
contacts-further = { $days ->
    [one] { $days } Tag zurückblicken
   *[other] { $days } Tage zurückblicken
}
contacts-none = Noch keine Kontakte
contacts-noneText = Kunden, die einem Ihrer Teams schreiben, erscheinen hier.
contacts-again = Erneut nachsehen
contacts-noMatch = Keine Kontakte gefunden
contacts-noMatchText = { $days ->
    [one] Innerhalb von { $days } Tag passt kein Kontakt zu Ihrer Suche.
   *[other] In den letzten { $days } Tagen passt kein Kontakt zu Ihrer Suche.
}
contacts-clear = Suche zurücksetzen
contacts-failed = Die Kontakte konnten nicht geladen werden.
contacts-choose = Kontakt auswählen
contacts-chooseText = Hier sehen Sie die Angaben zum Kontakt und alle Unterhaltungen.
contacts-card = Kontakt { $name }
contacts-missing = Dieser Kontakt kann nicht angezeigt werden
contacts-missingText = Er existiert nicht, oder keine seiner Unterhaltungen gehört zu einem Ihrer Teams.
contacts-history = Unterhaltungen
contacts-historyNone = Es gibt keine Unterhaltungen, die Sie lesen dürfen.
contacts-back = Zurück zu den Kontakten
