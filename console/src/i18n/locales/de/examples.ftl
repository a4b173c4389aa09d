## examples

examples-title = Beispiel
examples-discuss = { $name } bittet { $other } um eine Besprechung. Ohne Antwort binnen { $time } endet die Anfrage, und { $name } erfährt es.
examples-assign = { $name } bittet { $other }, eine Unterhaltung zu übernehmen. Ohne Antwort binnen { $time } endet die Anfrage, und die Unterhaltung bleibt bei { $name }.
examples-conference = { $name } bittet { $other } in eine Konferenz. Ohne Antwort binnen { $time } endet die Anfrage.
examples-step = { $name } bittet ein Team um eine Besprechung. { $other } nimmt binnen { $step } nicht an: Der nächste Kollege wird gefragt, { $n ->
    [one] ein Kollege
   *[other] höchstens { $n } Kollegen
} binnen { $time }.
examples-stepTooLong = Ein Kollege hätte länger als die ganze Anfrage, die nach { $time } endet.
examples-manual = John Smith wartet in der Warteschlange, bis { $name } oder ein Kollege annimmt.
examples-auto = John Smith schreibt. Wenn { $name } oder ein Kollege verfügbar ist und Platz hat, hat einer von ihnen sofort die Unterhaltung.
examples-loads = { $name } hat { $mine } von { $room } Unterhaltungen, { $other } hat { $theirs } von { $otherRoom }. { $winner } bekommt die nächste, mit dem kleineren Anteil belegter Kapazität.
examples-loadsEqual = { $name } hat { $mine } von { $room } Unterhaltungen, { $other } hat { $theirs } von { $otherRoom }. Die Anteile sind gleich: Die nächste bekommt, wer länger ohne Arbeit ist.
examples-longestIdle = { $name } hat { $mine } von { $room } Unterhaltungen und seit 10 Minuten keine Arbeit bekommen, { $other } hat { $theirs } von { $otherRoom } und seit 3 Minuten keine bekommen. { $name } bekommt die nächste.
examples-inTurn = { $name } hat vor 10 Minuten eine Unterhaltung bekommen, { $other } vor 3 Minuten. { $name } bekommt die nächste, mit { $mine } von { $room } offenen.
examples-noSkills = Alle Agenten des Teams können eine Unterhaltung bekommen.
examples-skills = Nur Agenten mit { $skills } bekommen eine Unterhaltung: { $names }.
examples-nobodyAble = Niemand hat { $skills }: Keine Unterhaltung würde zugewiesen.
examples-more = { $n } weitere
examples-priority = { $n ->
    [0] 0 ist die niedrigste Priorität: Jeder Kunde mit einer höheren kommt zuerst.
   *[other] Ein Kunde mit Priorität { $n } kommt vor allen mit einer niedrigeren, auch vor denen, die länger warten.
}
examples-firstAnswer = John Smith schreibt. Nach { $warn } ohne Antwort kommt eine Warnung, nach { $time } ist die Antwort verspätet.
examples-warnTooEarly = Die Warnung käme, bevor jemand wartet. Warnen Sie weniger als { $time } vorher.
examples-requeue = { $name } antwortet John Smith nicht. Nach { $warn } kommt eine Warnung, und nach { $time } wartet John Smith wieder vorn in der Warteschlange.
examples-requeueOff = John Smith wartet auf die Antwort von { $name }, wie lange es auch dauert.
examples-offline = { $name } geht offline. Nach { $time } ist jede Unterhaltung von { $name } zurück in ihrer Warteschlange.
examples-offlineOff = { $name } geht offline und behält die Unterhaltungen.
examples-abandon = John Smith wartet im Webchat und schreibt { $time } lang nichts: Die Unterhaltung endet als abgebrochen.
examples-abandonOff = John Smith wartet im Webchat, bis ein Agent die Unterhaltung übernimmt.
examples-autoResolve = { $name } antwortet: { $from }. Schreibt John Smith nichts bis { $until }, wird die Unterhaltung gelöst.
examples-autoResolveLong = { $name } antwortet: { $from }. Schreibt John Smith { $time } lang nichts, wird die Unterhaltung gelöst.
examples-reopen = Eine Unterhaltung endet: { $from }. Schreibt John Smith bis { $until } wieder, geht sie weiter: mit { $name }, falls { $name } verfügbar ist und Platz hat, sonst in der Warteschlange.
examples-reopenLong = Eine Unterhaltung endet: { $from }. Schreibt John Smith binnen { $time } wieder, geht sie weiter: mit { $name }, falls { $name } verfügbar ist und Platz hat, sonst in der Warteschlange.
examples-reopenOff = Eine Unterhaltung endet. Die nächste Nachricht von John Smith beginnt eine neue, verknüpft mit der früheren.
examples-alwaysOpen = Kunden schreiben jederzeit und bekommen keine automatische Nachricht.
examples-messageUnused = Niemand bekommt die Nachricht: Ohne Geschäftszeiten ist immer geöffnet.
examples-messageMissing = Geschäftszeiten brauchen eine Nachricht für die Zeit außerhalb.
examples-closed = Ein Kunde, der eine Unterhaltung beginnt ({ $at }), bekommt „{ $message }“ und wartet bis { $until }.
examples-closedForLong = Ein Kunde, der eine Unterhaltung beginnt ({ $at }), bekommt „{ $message }“. Danach ist ein Jahr lang an keinem Tag geöffnet.
examples-zone = Diese Zeiten sind die von { $zone }.
examples-wrapOff = { $name } löst eine Unterhaltung und hat Platz für die nächste.
examples-wrapOptional = { $name } löst eine Unterhaltung. Sie belegt Platz, bis { $name } sie als erledigt markiert.
examples-wrapMandatory = { $name } löst eine Unterhaltung. Sie belegt Platz, bis { $name } { $n ->
    [one] das eine Ergebnis
   *[other] eines von { $n } Ergebnissen
} gewählt hat.
examples-noOutcomes = Ein Ergebnis wäre Pflicht, aber keines steht zur Wahl. Fügen Sie Ergebnisse hinzu.
examples-wrapLimit = Nach { $time } gilt sie auch ohne als erledigt.
examples-transferNow = { $name } leitet John Smith an { $other } weiter. { $other } hat die Unterhaltung sofort.
examples-transferOffer = { $name } leitet John Smith an { $other } weiter, mit { $time } Zeit zum Annehmen. Bis dahin bleibt die Unterhaltung bei { $name }.
examples-anywhere = { $name } kann John Smith an jeden Kollegen und jedes Team weiterleiten.
examples-nearby = { $name } kann John Smith an Kollegen derselben Teams, des Teams der Warteschlange und der Teams weiterleiten, die den Kanal teilen.
examples-keepsWait = John Smith hat 12 Minuten gewartet und kommt in eine andere Warteschlange: Kunden dort mit gleicher Priorität, die kürzer warten, kommen nach ihm.
examples-losesWait = John Smith hat 12 Minuten gewartet und kommt in eine andere Warteschlange: Jeder Kunde dort mit gleicher Priorität kommt vor ihm.
examples-keepsPriority = John Smith hat Priorität 5 und behält sie in einer anderen Warteschlange.
examples-losesPriority = John Smith hat Priorität 5 und bekommt die Priorität der anderen Warteschlange.
examples-parties = Der Kunde, { $name } und { $n ->
    [one] ein Kollege
   *[other] bis zu { $n } Kollegen
} können zusammen sprechen.
examples-closing = „{ $phrase }“ als ganze Nachricht beendet die Unterhaltung; „{ $phrase }, noch eine Frage“ nicht.
examples-noClosing = Keine Nachricht eines Kunden beendet eine Unterhaltung.
examples-capacity = Mit { $open } von { $n } Unterhaltungen hat { $name } { $room ->
    [0] keinen Platz: Neue Arbeit geht an Kollegen.
   *[other] Platz für { $room } weitere.
}
