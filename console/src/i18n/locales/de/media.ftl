## media

media-fetching = Diese Datei wird geholt…
media-refused-too_large = Diese Datei ist größer als 25 MB, oder als 16 MB bei Bildern, Tönen und Videos. Bitten Sie um eine kleinere.
media-refused-program = Diese Datei ist ein Programm und wurde nicht aufbewahrt.
media-refused-gone = Der Anbieter hat diese Datei nicht mehr.
media-refused-unreachable = Diese Datei konnte nicht geholt werden.
media-askAgain = Erneut anfordern
media-askFor = { $name } erneut anfordern
media-length = { $minutes }:{ $seconds }
media-enlarge = Vergrößern: { $what }
media-missing = Diese Datei kann derzeit nicht geladen werden.
media-gone = Diese Datei ist nicht mehr verfügbar.
media-again = Erneut versuchen
media-open = { $name } in neuem Tab öffnen
media-openShort = Öffnen
media-play = { $name } abspielen
media-playShort = Abspielen
media-larger = Vergrößern
media-smaller = Verkleinern
media-zoom = { $percent } %
media-of = { $at } von { $all }
media-original = Original öffnen
media-download = Herunterladen
media-previous = Vorheriges Bild
media-next = Nächstes Bild

## attach

attach-add = Dateien anhängen
attach-drop = Dateien zum Anhängen hier ablegen
attach-list = Angehängte Dateien
attach-takes = Erlaubt: { $kinds }
attach-states-checking = Wird geprüft…
attach-states-uploading = Wird hochgeladen, { $percent } %
attach-states-ready = Bereit
attach-caption = Beschriftung für { $name }
attach-captionPlaceholder = Beschriftung
attach-cancel = { $name } abbrechen
attach-remove = { $name } entfernen
attach-again = Erneut versuchen
attach-empty = Die Datei ist leer.
attach-unknown = Dateien dieser Art können nicht gesendet werden.
attach-refused = { $type } ist für { $channel } nicht erlaubt.
attach-refusedComment = { $type } kann keinem Kommentar hinzugefügt werden.
# -same where the size and the limit read the same.
attach-large = { $size } ist zu groß: höchstens { $limit }.
attach-large-same = Die Datei ist größer als { $limit }.
attach-unreachable = Das Hochladen ist fehlgeschlagen.
attach-tooMany =
    { $n ->
        [one] { $n } Datei wurde
       *[other] { $n } Dateien wurden
    } ausgelassen: höchstens { $limit } auf einmal.
attach-pending =
    { $n ->
        [one] { $n } Datei wird noch hochgeladen.
       *[other] { $n } Dateien werden noch hochgeladen.
    }
attach-blocked =
    { $n ->
        [one] { $n } Datei kann nicht gesendet werden: Entfernen Sie sie.
       *[other] { $n } Dateien können nicht gesendet werden: Entfernen Sie sie.
    }
