## sections

sections-titles-profile = Kunde
sections-titles-conversation = Diese Unterhaltung
sections-titles-attributes = Attribute
sections-titles-tags = Labels und Schlagwörter
sections-titles-notes = Kommentare
sections-titles-history = Frühere Unterhaltungen
sections-titles-files = Dateien
sections-titles-routing = Zuweisung
sections-titles-engagements = Anfragen an Kollegen
sections-arrange = Abschnitte anordnen
sections-arranged = Anordnen beenden
sections-up = { $section } nach oben verschieben
sections-down = { $section } nach unten verschieben
sections-moved = { $section }: { $place } von { $all }
sections-failed = Laden fehlgeschlagen.

## profile

profile-name = Name
profile-edit = Namen ändern
profile-save = Speichern
profile-conflict = Ein Kollege hat dies gerade geändert. Prüfen Sie die neue Version, und speichern Sie dann noch einmal.
profile-changedTo = Ein Kollege hat dies gerade in „{ $now }“ geändert. Speichern Sie noch einmal, um es zu ersetzen.
profile-since = Kunde seit { $when }
profile-today = heute
profile-nth = { $n ->
    [one] erste Unterhaltung
   *[other] { $n } Unterhaltungen
}
profile-copyId = Kunden-ID kopieren
profile-copyAddress = { $address } kopieren
profile-acts = Aktionen für diesen Kunden
profile-inContacts = In Kontakten öffnen
profile-visitor = Webbesucher
profile-identities = Kanäle
profile-email = E-Mail
profile-phones = Weitere Nummern
profile-phonesHint = +49 30 23125 001, …
profile-editReach = E-Mail und Nummern ändern
profile-addReach = E-Mail oder Nummer hinzufügen
profile-alias = Titel
profile-aliasNone = Titel hinzufügen

## attributes

attributes-key = Name
attributes-value = Wert
attributes-add = Hinzufügen
attributes-adding = Attribut
attributes-edit = { $key } ändern
attributes-remove = { $key } entfernen
attributes-limit = Höchstens 30 Attribute.
attributes-long = { $field }: { $problem }
attributes-there = Dieses Attribut gibt es schon. Ändern Sie es oben.

## notes

notes-label = Kommentar
notes-placeholder = Kommentar für Kollegen schreiben…
notes-hint = Nur Kollegen lesen dies
notes-add = Kommentar hinzufügen
notes-more = { $n ->
    [one] { $n } weiterer
   *[other] { $n } weitere
}
notes-none = Keine Kommentare in dieser Unterhaltung.
notes-by = Kommentar von { $who }
notes-waiting = wird gesendet…

## history

history-none = Dies ist die erste Unterhaltung.
history-more = Frühere anzeigen

## files

files-none = Keine Dateien.
files-noneSoFar = Keine Dateien in den geladenen Nachrichten.
files-more = Weiter zurück suchen
files-openFailed = Die Datei kann derzeit nicht geöffnet werden.

## ending

# `$who` may be app-them.
ending-resolved = Abgeschlossen von { $who }, { $at }
ending-silence = Abgeschlossen, weil der Kunde nicht mehr geantwortet hat, { $at }
ending-phrase = Abgeschlossen durch die Schlussformel des Kunden, { $at }
ending-abandoned = Der Kunde ist gegangen, bevor jemand geantwortet hat, { $at }

## details

details-name = Details
details-contact = Kontakt
details-customer = Name
details-address = Adresse
details-channel = Kanal
details-conversation = Unterhaltung
details-id = ID
details-opened = Eröffnet
details-queue = Warteschlange
details-owner = Zuständig
details-origin = Zugewiesen über
details-assigned = Zugewiesen
details-window = Freie Antworten
details-windowFor = noch { $time }
details-windowOver = nicht mehr möglich
details-origins-picked = Warteschlange
details-origins-transfer = Weiterleitung
details-origins-manager = Manager
details-origins-offer = Anfrage
details-origins-auto = Automatische Zuweisung
details-origins-api = Anderes System
details-origins-conference = Konferenz
details-origins-reopened = Der Kunde ist zurückgekehrt
details-engagements = Anfragen an Kollegen
details-noEngagements = Noch keine Anfragen
details-engagementsFailed = Die Einträge konnten nicht geladen werden.
details-kinds-discuss = Besprechung
details-kinds-assign = Zuweisung
details-kinds-conference = Konferenz
details-status-pending = Offen
details-status-accepted = Angenommen
details-status-rejected = Abgelehnt
details-status-withdrawn = Zurückgezogen
details-status-timed_out = Abgelaufen
details-status-rescinded = Aufgehoben
details-fromTo = Anfrage von { $from } an { $to }
details-allAtOnce = alle gleichzeitig
details-askedNow = Jetzt angefragt
details-load = Auslastung { $open } von { $capacity }
details-wait = { $time } gewartet
details-talk = { $time } besprochen
details-lines =
    { $n ->
        [one] { $n } Nachricht
       *[other] { $n } Nachrichten
    }
details-priority = Priorität
details-skills = Erforderliche Fähigkeiten
details-guests = In der Konferenz
details-firstAnswer = Erste Antwort
details-firstAnswerDue = fällig { $time }
details-came = Eingang { $time }
details-answered = erste Antwort { $time }
details-noTarget = –
details-asked = Angefragt
details-reason = Grund
details-note = Notiz
details-outcome = Ergebnis
details-resolved = Geklärt
details-unresolved = Nicht geklärt
details-nothing = –
details-earlier = Unterhaltung { $id }, Stand beim Abschluss
details-toNewest = Zurück zur aktuellen
details-resolvedAt = Abgeschlossen
details-abandonedAt = Abgebrochen
details-endedBy-agent = durch einen Agenten
details-endedBy-inactivity = wegen Inaktivität
details-endedBy-closing_phrase = durch den Kunden
