## idle
idle-idle = { $minutes ->
    [one] Sie waren { $minutes } Minute lang nicht aktiv.
   *[other] Sie waren { $minutes } Minuten lang nicht aktiv.
}
idle-locked = Ihr Bildschirm war gesperrt.
idle-question = Status auf „Abwesend“ setzen? Bis dahin erhalten Sie neue Chats.
idle-reason = Grund
idle-noReason = Ohne Grund
idle-away = Auf abwesend setzen
idle-stay = Verfügbar bleiben
idle-setting = Fragen, ob ich abwesend bin
idle-settingHint = Nach dieser Zeit ohne Tastendruck, Klick oder Mausbewegung in allen Tabs dieses Browsers. Sie werden nie ungefragt auf abwesend gesetzt.
idle-minutes = { $n ->
    [0] Nie
    [one] Nach { $n } Minute
   *[other] Nach { $n } Minuten
}
idle-lock = Auch beim Sperren des Bildschirms fragen
idle-lockOn = Sie werden auch beim Sperren des Bildschirms gefragt.
idle-lockDenied = Ihr Browser teilt dieser Seite nicht mit, wann der Bildschirm gesperrt wird.
