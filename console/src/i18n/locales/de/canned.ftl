## canned
canned-name = Textbausteine
canned-search = Textbausteine suchen
canned-open = Textbaustein einfügen
canned-categories = Kategorien
canned-all = Alle
canned-none = Es gibt noch keine Textbausteine.
canned-noMatch = Keine Treffer
canned-failed = Die Textbausteine konnten nicht geladen werden.
canned-preview = Vorschau
canned-missing = Kein Wert für { $names }: Füllen Sie ihn vor dem Senden aus.
canned-blocks = { $n ->
    [one] { $names } hat keinen Wert: ausfüllen oder entfernen.
   *[other] { $names } haben keinen Wert: ausfüllen oder entfernen.
}

## compose
compose-keysCtrl = Strg+Enter sendet, Enter beginnt eine neue Zeile
compose-mentions = Personen zum Erwähnen
compose-draftLeft = Sie hatten hier eine Antwort begonnen. Sie wurde nicht gesendet.
compose-keepAsComment = Als Kommentar behalten
compose-copyDraft = Kopieren
compose-discardDraft = Verwerfen
compose-draftKept = Als Kommentar behalten
