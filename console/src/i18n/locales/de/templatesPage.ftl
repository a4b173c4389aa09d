## templatesPage

templatesPage-account = Konto
templatesPage-new = Neue Vorlage
templatesPage-newTitle = Neue Vorlage
templatesPage-edit = { $name }, { $language } bearbeiten
templatesPage-readOnly = Admins erfassen Vorlagen. Agenten senden sie aus dem Eingabefeld.
templatesPage-failed = Die Vorlagen konnten nicht geladen werden.
templatesPage-noAccounts = Kein Konto unterstützt Vorlagen
templatesPage-noAccountsText = Vorlagen gibt es für WhatsApp-Konten. Sie werden hier erfasst.
templatesPage-none = Noch keine Vorlagen
templatesPage-noneText = Erfassen Sie Vorlagen hier so, wie der Anbieter sie genehmigt hat. Agenten können sie dann an Kunden senden.
templatesPage-search = Vorlagen durchsuchen
templatesPage-noMatch = Keine Treffer.
templatesPage-nameLabel = Name beim Anbieter
templatesPage-nameHint = Kleinbuchstaben, Ziffern und Unterstriche, zum Beispiel order_update.
templatesPage-nameProblem = 1 bis 512 Zeichen aus a bis z, 0 bis 9 und _.
templatesPage-language = Sprache
templatesPage-languageHint = Das Sprachkürzel des Anbieters, zum Beispiel en, en_US oder pt_BR.
templatesPage-languageProblem = Ein Kürzel wie en, en_US oder pt_BR.
templatesPage-exists = Dieses Konto hat diese Vorlage in dieser Sprache bereits.
templatesPage-category = Kategorie
templatesPage-status = Status beim Anbieter
templatesPage-header = Kopfzeile
templatesPage-headerHint = Optional. Eine Zeile mit höchstens 60 Zeichen und höchstens einem Wert.
templatesPage-body = Text
templatesPage-bodyHint = Werte als { "{{1}}" }, { "{{2}}" } … einfügen oder alle mit Namen, etwa { "{{first_name}}" }.
templatesPage-footer = Fußzeile
templatesPage-footerHint = Optional. Eine Zeile mit höchstens 60 Zeichen, ohne Werte.
templatesPage-buttons = Schaltflächen
templatesPage-buttonsHint = Eine pro Zeile: höchstens 10 mit je höchstens 25 Zeichen.
templatesPage-fills = Ausgefüllt mit
templatesPage-fillsHint = Agenten sehen hier den Wert des jeweiligen Kunden und können ihn vor dem Senden ändern.
templatesPage-byHand = Eingabe durch den Agenten
templatesPage-attribute = Ein Attribut des Kunden
templatesPage-attributeName = Attribut für { "{{" }{ $name }{ "}}" }
templatesPage-valueOf =
    { $part ->
        [header] { "{{" }{ $name }{ "}}" } in der Kopfzeile
       *[body] { "{{" }{ $name }{ "}}" }
    }
templatesPage-problems-body = Geben Sie den Text ein.
templatesPage-problems-braces = Schließen Sie jedes { "{{" } mit { "}}" }. Dazwischen steht eine Zahl oder ein Name aus a bis z, 0 bis 9 und _.
templatesPage-problems-mixed = Verwenden Sie für alle Werte Zahlen oder für alle Namen.
templatesPage-problems-gap = Nummerieren Sie die Werte lückenlos: 1, 2, 3 …
templatesPage-problems-one = Die Kopfzeile darf höchstens einen Wert enthalten.
templatesPage-problems-fixed = Werte sind hier nicht erlaubt.
templatesPage-problems-line = Verwenden Sie nur eine Zeile.
templatesPage-problems-long = Höchstens { $most } Zeichen.
templatesPage-problems-many = Höchstens 10 Schaltflächen.
templatesPage-preview = So sieht es der Kunde
templatesPage-save = Speichern
templatesPage-retire = Stilllegen
templatesPage-reallyRetire = Für alle Agenten stilllegen
templatesPage-restore = Wiederherstellen
templatesPage-retired = Stillgelegte Vorlagen
templatesPage-gone = Diese Vorlage wurde von jemand anderem geändert.
