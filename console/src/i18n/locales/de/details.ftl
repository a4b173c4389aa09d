## sections

sections-titles-profile = Profil
sections-titles-conversation = Unterhaltung
sections-titles-attributes = Attribute
sections-titles-tags = Schlagwörter
sections-titles-labels = Labels
sections-titles-notes = Kommentare
sections-titles-history = Verlauf
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
profile-conflict = Ein Kollege hat dies inzwischen geändert. Sie sehen die neue Version; versuchen Sie es noch einmal.
profile-changedTo = Ein Kollege hat dies inzwischen in „{ $now }“ geändert. Speichern Sie noch einmal, um es zu ersetzen.
profile-since = Kunde seit
profile-id = Kunden-ID
profile-copyId = Kunden-ID kopieren
profile-visitor = Webbesucher
profile-identities = Kanäle
profile-email = E-Mail
profile-phones = Weitere Nummern
profile-phonesHint = +49 30 23125 001, …
profile-notKnown = Nicht bekannt
profile-editReach = E-Mail und Nummern ändern
profile-alias = Titel
profile-aliasNone = Titel hinzufügen

## attributes

attributes-none = Noch keine Attribute
attributes-key = Name
attributes-value = Wert
attributes-add = Hinzufügen
attributes-adding = Attribut hinzufügen
attributes-edit = { $key } ändern
attributes-remove = { $key } entfernen
attributes-limit = Höchstens 30 Attribute.
attributes-long = { $field }: { $problem }
attributes-there = Dieses Attribut gibt es schon. Ändern Sie es oben.

## notes

notes-label = Kommentar
notes-placeholder = Kommentar für Kollegen schreiben…
notes-hint = Nur für Kollegen sichtbar.
notes-add = Kommentar hinzufügen
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
details-origin = Herkunft
details-assigned = Zugewiesen
details-window = Antwortfenster schließt
details-origins-picked = Aus der Warteschlange übernommen
details-origins-transfer = Weitergeleitet
details-origins-manager = Von einem Manager zugewiesen
details-origins-offer = Aus einer Anfrage angenommen
details-origins-auto = Automatisch zugewiesen
details-origins-api = Von einem anderen System zugewiesen
details-origins-conference = Aus der Konferenz
details-origins-reopened = Der Kunde ist zurückgekehrt
details-engagements = Anfragen an Kollegen
details-noEngagements = Keine Anfragen in dieser Unterhaltung.
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
