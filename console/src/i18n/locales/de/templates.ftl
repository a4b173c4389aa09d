## templates

templates-name = Vorlagen
templates-open = Vorlage senden
templates-choose = Vorlage auswählen
templates-search = Vorlagen durchsuchen
templates-languages = Sprache
templates-all = Alle Sprachen
templates-none = Dieses Konto hat keine Vorlagen
templates-noneText = Ein Admin erfasst sie in den Einstellungen, so wie der Anbieter sie genehmigt hat.
templates-noMatch = Keine Vorlage gefunden
templates-failed = Die Vorlagen konnten nicht geladen werden.
templates-status-approved = Genehmigt
templates-status-paused = Pausiert
templates-status-rejected = Abgelehnt
templates-status-retired = Stillgelegt
templates-notSendable-approved = { "" }
templates-notSendable-paused = Der Anbieter hat diese Vorlage pausiert. Sie kann derzeit nicht gesendet werden.
templates-notSendable-rejected = Der Anbieter hat diese Vorlage abgelehnt. Sie kann nicht gesendet werden.
templates-notSendable-retired = Diese Vorlage wird nicht mehr verwendet.
templates-categories-utility = Service
templates-categories-marketing = Marketing
templates-categories-authentication = Authentifizierung
templates-preview = Vorschau für { $customer }
templates-values = Werte
templates-noValues = Diese Vorlage enthält keine Werte.
templates-value = Wert für { "{{" }{ $name }{ "}}" }
templates-headerValue = Wert für { "{{" }{ $name }{ "}}" } in der Kopfzeile
templates-wrong-missing = Geben Sie einen Wert ein.
templates-wrong-line = Verwenden Sie eine Zeile ohne Tabulatoren.
templates-wrong-spaces = Verwenden Sie höchstens vier Leerzeichen hintereinander.
templates-tooLong = Der ausgefüllte Text ist um { $over } Zeichen zu lang.
templates-back = Zurück zu den Vorlagen
templates-send = An { $customer } senden
templates-blocked =
    { $count ->
        [one] { $count } Wert fehlt
       *[other] { $count } Werte fehlen
    }
templates-sent = Vorlage
templates-keys = Pfeil auf und Pfeil ab wählen, Enter übernimmt, Esc schließt
templates-keysValues = Enter springt zum nächsten Wert und sendet zuletzt, Esc geht zurück
