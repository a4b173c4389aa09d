### Words of working together: conferences, monitoring, transfers of several, wrap-up.

## party

party-name = Teilnehmer
party-owner = zuständig
party-guest = in der Konferenz
party-remove = { $name } aus der Konferenz entfernen
party-removed = { $name } ist nicht mehr in der Konferenz
party-leave = Konferenz verlassen
party-leaveShort = Verlassen
party-leaving = Wird verlassen…
party-leaveTitle = Konferenz verlassen
party-leaveGuest = Die Unterhaltung mit { $name } geht weiter. Zuständig: { $owner }.
party-leaveOwner = Die Unterhaltung geht ohne Sie weiter. Zuständig wird, wer am längsten dabei ist und Kapazität hat: { $names }.
party-leaveOwnerOne = Die Unterhaltung geht ohne Sie weiter. Neu zuständig: { $name }.
party-glyph = Konferenz

## monitor

monitor-start = Beobachten
monitor-bar = Beobachtung
monitor-modes-silent = Still
monitor-modes-coach = Anleiten
monitor-modes-barge = Eingreifen
monitor-effects-silent = Sie lesen mit. Nur Manager sehen das.
monitor-effects-coach = Nur { $owner } sieht, was Sie schreiben.
monitor-effects-barge = Der Kunde sieht, was Sie schreiben.
monitor-chip-silent = beobachtet
monitor-chip-coach = leitet an
monitor-chip-barge = hat eingegriffen
monitor-stop = Beobachtung beenden
monitor-mode = Art der Beobachtung

## coach

coach-band = Anleitung
# Under each line.
coach-privacy = Nur für Sie und { $names } sichtbar
coach-privacyAlone = Der Kunde sieht das nicht
coach-label = Nachricht zwischen zuständigem Agenten und Coach
coach-placeholder = Nachricht an { $names }…
coach-answer = { $names } leitet Sie an. Antworten Sie hier; der Kunde sieht es nicht.
coach-answerMany = { $names } leiten Sie an. Antworten Sie hier; der Kunde sieht es nicht.

## attention

attention-conference = Sie sind in der Konferenz mit { $name }
attention-joined = { $who } ist der Konferenz mit { $name } beigetreten
attention-coached = { $who } hat Ihnen vertraulich zu { $name } geschrieben
attention-said = { $who } hat in der Besprechung zu { $name } geschrieben
attention-wrote = { $who } hat in der Konferenz mit { $name } geschrieben
attention-due = { $name } wartet auf eine erste Antwort
attention-late = { $name }: die erste Antwort ist überfällig
attention-requeue = { $name } geht bald zurück in die Warteschlange

## due

due-left = erste Antwort in { $time }
due-late = Erste Antwort { $time } überfällig
due-front = Zurück in der Warteschlange, als Nächstes an der Reihe
due-frontShort = Als Nächstes
due-priority = Priorität { $n }

## requeue

requeue-banner = Ohne Antwort geht diese Unterhaltung in { $time } zurück in die Warteschlange { $queue }
requeue-now = Geht zurück in die Warteschlange { $queue }…

## team

team-monitored = Sie beobachten
team-waiting = Wartet in { $queue }
team-auto = Automatisch zugewiesen
team-running = Unterhaltungen Ihrer Teams
team-empty = Keine aktiven Unterhaltungen
team-emptyElse = Keine weiteren aktiven Unterhaltungen
team-emptyText = Unterhaltungen, an denen Ihre Teams arbeiten, erscheinen hier.
team-failed = Die Liste konnte nicht geladen werden.
team-refresh = Aktualisieren
team-more = Mehr anzeigen
team-with = mit { $name }

## bulk

bulk-select = Auswählen
bulk-stop = Auswahl beenden
bulk-pick = { $name } auswählen
bulk-all = Alle auswählen
bulk-none = Auswahl aufheben
bulk-transfer = Ausgewählte weiterleiten ({ $n })
bulk-title = { $n ->
    [one] { $n } Unterhaltung weiterleiten
   *[other] { $n } Unterhaltungen weiterleiten
}
bulk-hint = Chats, die sich nicht weiterleiten lassen, bleiben, wo sie sind.
bulk-result = { $done } von { $all } weitergeleitet
bulk-offered = { $done } von { $all } angefragt
bulk-done = Weitergeleitet
bulk-doneOffer = Angefragt
bulk-retry = { $n ->
    [one] Fehlgeschlagene erneut versuchen
   *[other] { $n } fehlgeschlagene erneut versuchen
}
bulk-limit = Höchstens { $n } auf einmal.

## wrap

wrap-group = Nachbearbeitung
wrap-row = Beendet; als erledigt markieren
wrap-title = Diese Unterhaltung nachbearbeiten
wrap-titleNumbered = Unterhaltung { $id } nachbearbeiten
wrap-disposition = Abschlussgrund
wrap-dispositionOptional = Abschlussgrund (optional)
wrap-choose = Auswählen…
wrap-note = Notiz (optional)
wrap-done = Als erledigt markieren
wrap-needed = Wählen Sie zuerst einen Abschlussgrund.
wrap-neededText = Geben Sie zuerst einen Abschlussgrund ein.
