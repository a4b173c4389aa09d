## import of agents

import-open = CSV-Datei importieren
import-title = Agenten importieren
import-lead = Eine CSV-Datei lädt viele Agenten auf einmal ein und ändert sie. Nichts ändert sich, bevor Sie jede Zeile gesehen haben.
import-drop = CSV-Datei hier ablegen
import-choose = Datei wählen
import-sample = Beispiel herunterladen
import-paste = Oder die Tabelle einfügen
import-pasted = Die eingefügte Tabelle
import-check = Zeilen prüfen
import-checking = { $source } wird geprüft…
import-columnsTitle = Spalten
import-columnsText = Die erste Zeile nennt die Spalten, in beliebiger Reihenfolge. Zwischen den Zellen stehen Kommas, Semikolons, Tabulatoren oder senkrechte Striche. Eine leere Zelle lässt, was eingestellt ist.
import-columns-email = Erforderlich. Eine bekannte Adresse ändert diesen Agenten, eine neue legt einen an.
import-columns-name = Ohne Namen erhält ein neuer Agent einen aus der Adresse.
import-columns-role = agent, manager oder admin. Ein neuer Agent ist ein Agent.
import-columns-teams = Namen oder Ids von Teams, getrennt durch ;
import-columns-skills = Fähigkeiten, getrennt durch ;
import-columns-capacity = Gleichzeitige Unterhaltungen, von 1 bis 50.
import-columns-call = Der Link zum Anrufraum des Agenten.
import-wrong-empty = Die Datei ist leer.
import-wrong-large = Die Tabelle hat mehr als 3 MB. Importieren Sie sie in Teilen.
import-wrong-workbook = Das ist das eigene Format einer Tabellenkalkulation. Speichern Sie die Tabelle als CSV, und wählen Sie diese Datei.
import-checked = { $source }: { $n ->
    [one] { $n } Zeile
   *[other] { $n } Zeilen
}
import-nothingYet = Noch hat sich nichts geändert.
import-leavesOut = { $n ->
    [one] Noch hat sich nichts geändert. Der Import lässt die abgelehnte Zeile weg.
   *[other] Noch hat sich nichts geändert. Der Import lässt die { $n } abgelehnten Zeilen weg.
}
import-ignored = Unbekannte Spalten werden weggelassen: { $names }.
import-begin = { $n ->
    [0] Nichts zu importieren
    [one] { $n } Zeile importieren
   *[other] { $n } Zeilen importieren
}
import-other = Andere Datei wählen
import-rows = Zeilen
import-filter = Zeilen anzeigen
import-all = Alle { $n }
import-count = { $word } { $n }
import-fates-new = Neu
import-fates-changed = Änderung
import-fates-unchanged = Unverändert
import-fates-refused = Abgelehnt
import-done-new = Angelegt
import-done-changed = Geändert
import-done-unchanged = Unverändert
import-done-refused = Abgelehnt
import-rowNumber = Zeile { $n }
import-changes = Änderungen: { $fields }
import-refusedAt = { $column }: { $words }
import-pages = Seiten der Zeilen
import-before = Zurück
import-after = Weiter
import-range = { $from } bis { $to } von { $all }
import-running = Agenten werden importiert
import-progress = { $done } von { $total } Zeilen.
import-goesOn = Der Import läuft weiter, während Sie andere Seiten der Konsole ansehen.
import-stop = Anhalten
import-stopping = Wird angehalten…
import-stopped = Vor Zeile { $row } angehalten
import-resume = Ab Zeile { $row } fortsetzen
import-finished = Fertig: { $new } angelegt, { $changed } geändert, { $unchanged } unverändert, { $refused } abgelehnt
import-invitations = Einladungen
import-inviteHint = Die neuen Agenten können sich noch nicht anmelden. Alle brauchen einen Anmeldelink, per E-Mail oder von Ihnen.
import-invite = { $n ->
    [one] { $n } Agenten einladen
   *[other] { $n } Agenten einladen
}
import-inviting = { $done } von { $total } eingeladen
import-mailed = { $n ->
    [one] { $n } E-Mail ist unterwegs.
   *[other] { $n } E-Mails sind unterwegs.
}
import-byHand = { $n ->
    [one] { $n } Agent hat keine E-Mail erhalten. Geben Sie den Link weiter.
   *[other] { $n } Agenten haben keine E-Mail erhalten. Geben Sie die Links weiter.
}
import-inviteFailed = { $n ->
    [one] { $n } Link konnte nicht erstellt werden. Versuchen Sie es erneut.
   *[other] { $n } Links konnten nicht erstellt werden. Versuchen Sie es erneut.
}
import-links = Links herunterladen
import-copyLink = Link von { $name } kopieren
import-moreLinks = Die Datei enthält { $n } weitere.
import-elsewhere = Die neuen Agenten melden sich mit ihren E-Mail-Adressen bei Ihrem Anmeldedienst an.
