## connectionStates
connectionStates-again = { $changed ->
    [0] Wieder verbunden.
    [one] Wieder verbunden. { $changed } Unterhaltung hat sich geändert.
   *[other] Wieder verbunden. { $changed } Unterhaltungen haben sich geändert.
}
connectionStates-catchingUp = Wird aktualisiert…
connectionStates-update = Update verfügbar.
connectionStates-reload = Neu laden
connectionStates-revoked = Sie haben keinen Zugriff mehr auf die Konsole
connectionStates-revokedText = Entwürfe und nicht gesendete Nachrichten bleiben in diesem Browser.
connectionStates-switchAccount = Mit anderem Konto anmelden
