## lab

lab-title = Ausprobieren
lab-close = Schließen
lab-story = Erste Schritte
lab-storyIntro = Sie sind hier allein, deshalb spielen Smith und Martha von selbst mit.
lab-begin = Smith schreiben lassen
lab-again = Von vorn beginnen
lab-done = erledigt
lab-next = als Nächstes
lab-progress = { $n } von { $of }
lab-finished = Das war alles. Ihre Besprechung haben nur Sie und Martha gesehen.
lab-steps-write-title = Smith schreibt
lab-steps-write-hint = Ein Kunde auf WhatsApp. Er kommt in die Warteschlange.
lab-steps-accept-title = John Smith annehmen
lab-steps-accept-hint = In der Warteschlange → John Smith → Annehmen.
lab-steps-answer-title = Smith antworten
lab-steps-answer-hint = Er antwortet nach einem Moment.
lab-steps-discuss-title = Mit Martha besprechen
lab-steps-discuss-hint = Zuweisen/Besprechen → Martha Osei. Sie nimmt an.
lab-steps-talk-title = Martha schreiben
lab-steps-talk-hint = In der Besprechung. Smith sieht es nicht.
lab-steps-end-title = Besprechung beenden
lab-steps-end-hint = Und angeben, ob die Frage geklärt wurde.
lab-steps-resolve-title = Abschließen
lab-steps-resolve-hint = Teilen Sie Smith zuerst die gute Nachricht mit.
lab-switches = Schalter
lab-people = Wer mitspielt
lab-martha = Martha nimmt Besprechungen an und antwortet
lab-smith = Smith antwortet, wenn Sie ihm schreiben
lab-yourself = Sie sind selbst Martha.
lab-network = Störungen
lab-networkIntro = Auf dem Weg vom Server zu jeder Konsole und jedem Chat. Alles sollte sich von selbst beheben.
lab-cut = Alle Verbindungen trennen
lab-wasCut =
    { $n ->
        [one] { $n } Verbindung wurde getrennt.
       *[other] { $n } Verbindungen wurden getrennt.
    }
lab-faults-drop = Jede fünfte Aktualisierung verwerfen
lab-faults-duplicate = Jede dritte Aktualisierung doppelt senden
lab-faults-reorder = Aktualisierungen in falscher Reihenfolge senden
lab-faults-delay = Alle eine halbe Sekunde verzögern
lab-clock = Uhr des Labors
lab-clockIntro = Nur vorwärts. Was bis dahin fällig ist, geschieht sofort.
lab-jumps-30 = +30 s
lab-jumps-120 = +2 min
lab-jumps-900 = +15 min
lab-jumps-86400 = +1 Tag
lab-dayHint = Ein Tag meldet alle ab.
lab-ahead = Die Uhr des Servers geht { $text } vor.
lab-failed = Die lokale Plattform antwortet nicht.
lab-marthaSays-1 = Hallo! Undichte Griffe? Das ist die Charge vom März, die kenne ich.
lab-marthaSays-2 = Teil 20-817, eine Dichtung, behebt das. Bis Monatsende kostenlos.
lab-marthaSays-3 = Gern geschehen. Beenden Sie die Besprechung, wann Sie möchten, und überbringen Sie ihm die gute Nachricht.
lab-smithSays-1 = Hallo, mein neuer Wasserkocher ist am Griff undicht. Bestellung 20817, er kam am Dienstag.
lab-smithSays-2 = Ja, jedes Mal beim Eingießen. Ist das sicher?
lab-smithSays-3 = Ich würde ihn lieber behalten als zurückschicken, er war ein Geschenk.
lab-smithSays-4 = Wunderbar, das wäre großartig!
