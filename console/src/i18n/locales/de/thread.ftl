## channels

channels-whatsapp = WhatsApp
channels-web = Webchat
channels-messenger = Messenger
channels-instagram = Instagram
channels-email = E-Mail
channels-sms = SMS
channels-x = X

## list

list-name = Liste der Unterhaltungen
list-now = jetzt
list-mine = Meine
list-team = Team
list-queue = Wartend
list-discussions = Besprechungen
list-emptyMine = Keine offenen Chats
list-emptyMineQueue =
    { $n ->
        [one] { $n } Kunde wartet in der Warteschlange.
       *[other] { $n } Kunden warten in der Warteschlange.
    }
list-emptyMineNone = Niemand wartet. Neue Chats erscheinen hier.
list-emptyMineAuto = Neue Chats werden Ihnen automatisch zugewiesen, solange Sie verfügbar sind.
list-take = Nächsten Kunden übernehmen
list-emptyQueue = Die Warteschlange ist leer
list-emptyQueueText = Kunden, die schreiben, erscheinen hier, bis ein Agent sie übernimmt.
list-emptyDiscussions = Keine Besprechungen
list-emptyDiscussionsText = Fragen von Kollegen erscheinen hier.
list-you = Sie:
list-by = { $name }:
list-dots-new = Neu
list-dots-waiting = Kunde wartet
list-dots-pending = Wartet auf den Kunden
list-dots-none = { "" }
list-waitingFor = wartet { $time }
list-unread =
    { $n ->
        [one] { $n } ungelesene Nachricht
       *[other] { $n } ungelesene Nachrichten
    }
list-draft = Entwurf
list-offerPending = Eine Anfrage ist offen
list-inDiscussion = In Besprechung
list-moreWaiting = Es warten mehr Kunden, als angezeigt werden können.
list-anonymous = Kein Name
list-opened = Unterhaltung eröffnet
list-typing = schreibt…
list-groups-you = Warten auf Sie
list-groups-customer = Warten auf den Kunden

## thread

thread-name = Unterhaltung
thread-unreachable = Diese Unterhaltung ist derzeit nicht erreichbar
thread-unreachableText = Der Server antwortet nicht. Die Unterhaltung wird geöffnet, sobald er wieder antwortet.
thread-missing = Diese Unterhaltung kann nicht angezeigt werden
thread-missingText = Sie existiert nicht, oder Sie haben keinen Zugriff mehr darauf.
thread-status-queued = In der Warteschlange
thread-status-active = Kunde wartet
thread-status-pending = Wartet auf Kunden
thread-status-resolved = Abgeschlossen
thread-status-abandoned = Abgebrochen
thread-yourTurn = Sie sind dran
thread-resolvedBy = { $who }, { $at }
thread-owner = Zuständig: { $name }
thread-ownerYou = Ihre
thread-noOwner = Nicht zugewiesen
thread-discuss = Zuweisen/Besprechen
thread-discussShort = Besprechen
thread-transfer = Weiterleiten
thread-assign = Zuweisen
thread-resolve = Abschließen
thread-details = Details
thread-log = Nachrichten
thread-sides = Kunde oder Besprechung anzeigen
thread-older = Frühere Nachrichten laden
thread-loadingOlder = Frühere Nachrichten werden geladen…
thread-olderFailed = Frühere Nachrichten konnten nicht geladen werden.
thread-newest = Zu den neuesten Nachrichten
thread-newMessages =
    { $n ->
        [one] { $n } neue Nachricht
       *[other] { $n } neue Nachrichten
    }
thread-typing = { $name } schreibt…
thread-comment = Interner Kommentar
thread-commentHint = Nur für Kollegen sichtbar
thread-shortened = Gekürzt: Der Rest war zu lang zum Speichern
thread-arrived = Eingegangen: { $at }
thread-automatic = Automatisch
thread-divider = Unterhaltung { $n } eröffnet
thread-dayCameIn = eingegangen über { $queue }
thread-previous = vorherige: { $id }
thread-previousEnded = vorherige: { $id }, { $how } ({ $day })
thread-ends-resolved = abgeschlossen
thread-ends-abandoned = abgebrochen
thread-newLine = Neu
thread-keys = Pfeil auf und Pfeil ab wechseln zwischen Nachrichten, Enter öffnet die Aktionen
thread-late =
    { $n ->
        [one] { $n } frühere Nachricht eingegangen
       *[other] { $n } frühere Nachrichten eingegangen
    }
thread-lateDismiss = Ausblenden
thread-filter-all = Alles anzeigen
thread-filter-comments = Kommentare ausblenden
thread-filter-messages = Nachrichten ausblenden
thread-filter-events-all = Alle Ereignisse anzeigen
thread-filter-events-important = Nur wichtige Ereignisse anzeigen
thread-filter-events-none = Keine Ereignisse anzeigen
thread-filter-now-all = Der Verlauf zeigt alle Ereignisse.
thread-filter-now-important = Der Verlauf zeigt nur wichtige Ereignisse.
thread-filter-now-none = Der Verlauf zeigt keine Ereignisse.
thread-folded-count =
    { $n ->
        [one] { $n } Ereignis
       *[other] { $n } Ereignisse
    }
thread-folded-said = { $texts } …
thread-folded-show = Anzeigen
thread-folded-hide = Ausblenden
thread-hidden-comments = Kommentare sind ausgeblendet ({ $n })
thread-hidden-messages = Nachrichten sind ausgeblendet ({ $n })
thread-showAll = Alle anzeigen
thread-tools-name = Aktionen für diese Nachricht
thread-tools-of = Nachricht ({ $who }): kopieren, zitieren und mehr
thread-tools-copy = Kopieren
thread-tools-quote = In einer Antwort zitieren
thread-tools-note = Internen Kommentar verfassen
thread-tools-react = Mit { $emoji } reagieren
thread-elsewhere = Anderswo gesendet
thread-copyLink = Link kopieren
thread-linkCopied = Link kopiert
thread-explain = Zuweisung erklären…
thread-print = Drucken
thread-printOlder = Frühere Nachrichten fehlen auf diesem Ausdruck. Drucken Sie über das Menü „Aktionen“, um alle zu erhalten.
thread-printFailed = Frühere Nachrichten konnten nicht geladen werden. Versuchen Sie es erneut.
thread-exportText = Als Text exportieren
thread-exportCsv = Als CSV exportieren
thread-transcript-title = Protokoll von { $id }. Für Kollegen: enthält Kommentare, die Kunden nicht sehen dürfen.
thread-transcript-kinds-customer = Kunde
thread-transcript-kinds-ours = Antwort
thread-transcript-kinds-comment = Kommentar, nur für Kollegen
thread-transcript-kinds-coach = Anleitung, nur für Kollegen
thread-transcript-kinds-system = Ereignis
thread-transcript-columns-time = Zeit (UTC)
thread-transcript-columns-author = Verfasser
thread-transcript-columns-kind = Art
thread-transcript-columns-text = Text
thread-transcript-automatic = Automatisch
thread-transcript-unsupported = (kann nicht angezeigt werden)
thread-transcript-saved =
    { $n ->
        [one] Protokoll gespeichert: { $n } Zeile.
       *[other] Protokoll gespeichert: { $n } Zeilen.
    }
thread-transcript-failed = Das Protokoll konnte nicht erstellt werden. Versuchen Sie es erneut.
thread-today = Heute
thread-yesterday = Gestern
thread-copyIdOf = ID { $id } kopieren
thread-resolveMenu = Abschließen…
thread-resolveForAll = Für alle abschließen…
thread-empty = Noch keine Nachrichten.

## content

content-unsupported = Diese Art von Nachricht kann hier nicht angezeigt werden
content-about-call_permission_reply = Hat auf die Anrufanfrage geantwortet
content-blank = Leere Nachricht
content-whole = Alle { $n } Zeichen anzeigen
content-less = Weniger anzeigen
content-media-image = Bild
content-media-video = Video
content-media-audio = Ton
content-media-voice = Sprachnachricht
content-media-document = Datei
content-media-sticker = Sticker
content-location = Standort
content-openMap = In einer Karte öffnen
content-contacts = Kontaktkarte
content-reply = Ausgewählt:
content-reaction = Hat mit { $emoji } reagiert
content-reactionGone = Hat eine Reaktion entfernt
content-callMissed = Verpasster Anruf. Zurückrufen
content-call = Anruf, { $time }
content-callTaken = Anruf
content-form = Formular
content-order = Bestellung
content-sum = Summe
content-birthday = Geburtstag { $date }
content-forwarded = Weitergeleitet
content-forwardedOften = Häufig weitergeleitet
content-from-ad = Kam über eine Anzeige
content-from-post = Kam über einen Beitrag
content-from-product = Fragt nach einem Produkt
content-from-link = Kam über einen Link
content-from-story = Antwortet auf eine Story
content-openLink = Öffnen
content-quoteUs = Wir
content-quoteBefore = Eine frühere Nachricht
content-quoteJump = Zu dieser Nachricht
content-deleted = Vom Verfasser gelöscht
content-deletedEarlier = Hat eine frühere Nachricht gelöscht
content-editedEarlier = Hat eine frühere Nachricht bearbeitet:
content-edited = Bearbeitet
content-template = Vorlage „{ $name }“

## composer

composer-label = Antwort an { $name }
composer-commentLabel = Interner Kommentar für Kollegen
composer-reply = Antwort
composer-comment = Kommentar
composer-modes = Nachrichtentyp
composer-placeholder = An { $name } schreiben…
composer-foldedReply = { $name } antworten…
composer-commentPlaceholder = Kommentar für Kollegen schreiben…
composer-send = Senden
composer-addComment = Kommentar hinzufügen
composer-keysReply = Enter sendet, Umschalt+Enter für eine neue Zeile
composer-keysComment = Strg+Enter fügt den Kommentar hinzu
composer-empty = Noch kein Text
composer-tooLong = { $over } Zeichen zu lang
composer-tooLongLimit = { $over } Zeichen zu lang: höchstens { $limit }
composer-windowCloses = Antwortfenster für { $channel } schließt in { $time }
composer-windowClosed = Der Kunde hat vor mehr als 24 Stunden geschrieben. Nur eine Vorlage kann gesendet werden.
composer-optedOut = Der Kunde wünscht keine weiteren Nachrichten. Sie können antworten, sobald der Kunde START schreibt.
composer-sms = { $n } SMS, noch { $rest } Zeichen
composer-smsWide = Sonderzeichen verkürzen eine SMS
composer-quoteDrop = Ohne Zitat antworten
composer-consulting = Der Kunde sieht Sie nicht. Schreiben Sie unten in der Besprechung.
composer-watching = Sie beobachten unbemerkt. Wechseln Sie zu „Anleiten“ oder „Eingreifen“, um zu schreiben.
composer-offered = Vorschau. Nehmen Sie die Anfrage oben an, um zu antworten.
composer-ownedBy = { $name } hat diese Unterhaltung. Sie können nur mitlesen.
composer-ended = Der Kunde kann weiter schreiben. Eine neue Nachricht bringt eine Unterhaltung zum Team zurück.
composer-leftDesk = Diese Unterhaltung liegt nicht mehr bei Ihnen.
