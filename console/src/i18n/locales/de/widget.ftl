## widget

widget-title = Chatten Sie mit uns
widget-open = Chat öffnen
widget-close = Chat schließen
widget-unreadOne = 1 ungelesene Nachricht
widget-unread = { $n } ungelesene Nachrichten
widget-intro = Wir antworten meist in wenigen Minuten.
widget-nameLabel = Name
widget-emailLabel = E-Mail
widget-firstLabel = Wie können wir helfen?
widget-reach = Damit wir Sie erreichen, wenn Sie gehen.
widget-optional = (optional)
widget-nameMissing = Bitte geben Sie Ihren Namen an.
widget-emailMissing = Bitte geben Sie Ihre E-Mail-Adresse an.
widget-emailWrong = Eine E-Mail-Adresse sieht so aus: name@example.com.
widget-firstMissing = Bitte schreiben Sie, wie wir helfen können.
widget-tooLong = { $n } Zeichen zu lang: bitte kürzen.
widget-lost = Ihr früherer Chat ist abgelaufen. Beginnen Sie unten einen neuen.
widget-start = Chat starten
widget-log = Nachrichten
widget-messageLabel = Nachricht
widget-placeholder = Nachricht schreiben…
widget-addMore = Beim Warten etwas ergänzen…
widget-send = Senden
widget-attach = Datei anhängen
widget-file = Datei
widget-handingIn = Wird hochgeladen
widget-cancel = Abbrechen
widget-leave = Chat beenden
widget-you = Sie
widget-us = Wir
widget-stateNew = Schreiben Sie Ihre erste Nachricht.
widget-stateWaiting = Wir sind gleich für Sie da.
widget-stateOpen = Wir sind für Sie da.
widget-stateOpenBy = { $n } ist da.
widget-stateAway = Gerade ist niemand da.
widget-stateEnded = Dieser Chat ist beendet. Schreiben Sie, um einen neuen zu beginnen.
widget-stateLeft = Chat verlassen. Schreiben Sie, um fortzufahren.
widget-next = Sie sind als Nächstes dran.
widget-beforeOne = Eine Person ist vor Ihnen.
widget-before = { $n } Personen sind vor Ihnen.
widget-far = Viele Personen warten. Wir antworten, so bald wir können.
widget-ended = Chat beendet
widget-typing = Schreibt…
widget-typingBy = { $n } schreibt…
widget-joined = { $n } ist dazugekommen
widget-newOne = 1 neue Nachricht
widget-newMany = { $n } neue Nachrichten
widget-connecting = Verbindet…
widget-reconnecting = Verbindet neu…
widget-offline = Sie sind offline.
widget-sending = Wird gesendet
widget-held = Wird bei Verbindung gesendet
widget-failed = Nicht gesendet
widget-retry = Wiederholen
widget-discard = Verwerfen
widget-choices = Antworten
widget-unsupported = Nachricht kann hier nicht angezeigt werden
widget-unavailable = Der Chat ist gerade nicht verfügbar. Bitte versuchen Sie es später erneut.

## widgetMore

widgetMore-leaveSure = Diesen Chat beenden?
widgetMore-stay = Weiter chatten
widgetMore-fileKind = Dateien dieser Art können hier nicht gesendet werden.
widgetMore-fileLarge = Diese Datei ist größer als { $n } MB.
widgetMore-fileGone = Diese Datei kann nicht mehr geöffnet werden.
widgetMore-blocked = Diese Seite darf den Chat nicht öffnen.
widgetMore-away = Hinterlassen Sie eine Nachricht. Wir antworten, sobald wir zurück sind.
widgetMore-awayUntil = Wir sind ab { $n } zurück. Hinterlassen Sie eine Nachricht, wir antworten dann.
widgetMore-back = Wieder da: { $day } um { $n }
widgetMore-reachLabel = Ihre E-Mail-Adresse oder Telefonnummer
widgetMore-reachWrong = Geben Sie eine E-Mail-Adresse wie name@example.com oder eine Telefonnummer mit 5 bis 15 Ziffern ein.

## widgetEnd

widgetEnd-closed = Chat beendet { $n }
widgetEnd-anew = Neuen Chat beginnen
widgetEnd-again = Weiter chatten
widgetEnd-save = Verlauf speichern
