## talk

talk-name = Besprechung
talk-title = Besprechung: { $names }
talk-private = Nur wer teilgenommen hat, kann das lesen.
talk-list = Beendet, noch nicht erledigt
talk-with = Mit { $names }
talk-asked = { $name } hat angefragt
talk-nothing = Keine Nachrichten, die Sie lesen dürfen.
talk-failed = Die Besprechung konnte nicht geladen werden.
talk-resolved = Die Frage wurde beantwortet.
talk-unresolved = Die Frage wurde nicht beantwortet.
talk-ended-ended = Beendet von { $by } ({ $at }).
talk-ended-left = { $by } hat die Besprechung zuletzt verlassen ({ $at }).
talk-ended-transferred = Beendet, weil die Unterhaltung weitergegeben wurde ({ $at }).
talk-ended-promoted = In eine Weiterleitung oder Konferenz umgewandelt ({ $at }).
talk-ended-conversation_ended = Mit der Unterhaltung beendet ({ $at }).
talk-open = Unterhaltung { $id } öffnen
talk-read = Lesen
talk-readName = Besprechung lesen
talk-done = Als erledigt markieren
talk-doneFor = Besprechung als erledigt markieren: { $name }
talk-away-offline = { $name } ist offline
talk-away-away = { $name } ist abwesend
talk-away-awayFor = { $name } ist abwesend: { $reason }
talk-away-back = { $name } ist zurück
