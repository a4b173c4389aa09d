## attention
attention-none = Kein Handlungsbedarf
attention-noneText = Alle Nachrichten wurden einem Konto zugeordnet, und alle Datensätze sind lesbar.
attention-failed = Laden fehlgeschlagen
attention-unreadable = Nicht lesbare Datensätze
attention-unreadableText = Switchboard arbeitet weiter, als gäbe es diese Datensätze nicht. Reparieren oder entfernen Sie sie in der Tabelle.
attention-aside = Nachrichten ohne Konto
attention-asideText = Die neuesten 50 der letzten 30 Tage. Niemand hat sie beantwortet.
attention-account = Konto { $id }
attention-noAccount = Kein Konto angegeben
attention-payload = Empfangene Daten
