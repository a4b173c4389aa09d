## people

people-title = Personen
people-lead = Alle im Team mit Status und Fähigkeiten.
people-readOnly = Manager können die Personen in ihren Teams bearbeiten, Admins alle.
people-search = Nach Name, Team oder Fähigkeit suchen
people-count = { $shown } von { $all }
# All of them are shown.
people-count-all = { $all ->
    [one] { $all } Person
   *[other] { $all } Personen
}
people-table = Kollegen
people-columns-name = Name
people-columns-role = Rolle
people-columns-teams = Teams
people-columns-presence = Status
people-columns-load = Auslastung
people-columns-skills = Fähigkeiten
people-columns-acts = Aktionen
people-roles-agent = Agent
people-roles-manager = Manager
people-roles-admin = Admin
people-you = Sie
people-inactive = Deaktiviert
people-since = seit { $when }
people-load = { $open } von { $capacity }
people-loadUnit = Unterhaltungen
people-noSkills = Keine
people-write = Nachricht an { $name }
people-edit = { $name } bearbeiten
people-noMatch = Keine Treffer
people-clear = Suche leeren
people-loadFailed = Die Liste konnte nicht aktualisiert werden und ist möglicherweise veraltet.
people-form-title = { $name } bearbeiten
people-form-name = Name
people-form-nameProblem = { $min } bis { $max } Zeichen
people-form-capacity = Gleichzeitige Unterhaltungen
people-form-capacityHint = Von { $min } bis { $max }. Ab dieser Zahl werden keine neuen Unterhaltungen zugewiesen.
people-form-capacityProblem = Eine ganze Zahl von { $min } bis { $max }
people-form-skills = Fähigkeiten
people-form-skillsHint = Bis zu { $max }. Kleinbuchstaben, Ziffern und Bindestriche; Leerzeichen werden zu Bindestrichen.
people-form-skillProblem = Bis zu { $max } Zeichen: a bis z, 0 bis 9 und Bindestriche
people-form-skill = Weitere Fähigkeit
people-form-add = Hinzufügen
people-form-remove = { $skill } entfernen
people-form-noSkills = Noch keine Fähigkeiten
people-form-skillsFull = Das Limit liegt bei { $max }; entfernen Sie zuerst eine
people-form-skillTwice = { $skill } ist bereits vorhanden
people-form-call = Anruflink
people-form-callHint = Eine Telefonnummer oder sip:name@host. Leer lassen, wenn es keinen gibt.
people-form-callProblem = Eine Telefonnummer oder ein Link mit tel:, sip: oder sips: und höchstens 200 Zeichen
people-form-signIn = Anmeldung
people-form-active = Darf sich anmelden
people-form-activeHint = Ohne diese Berechtigung enden die Sitzungen sofort und die Unterhaltungen gehen zurück in die Warteschlange.
people-form-unbind = Konto trennen
people-form-unbindHint = Meldet die Person ab. Das nächste Konto mit ihrer bestätigten E-Mail-Adresse wird verknüpft.
people-form-unbound = Noch kein Konto verknüpft. Die erste Anmeldung mit der bestätigten E-Mail-Adresse verknüpft es.
people-form-save = Speichern
people-form-saving = Wird gespeichert…
people-form-unreachable = Der Server ist nicht erreichbar. Ihre Änderungen wurden möglicherweise nicht gespeichert; versuchen Sie es erneut.
people-form-saved = { $name } wurde gespeichert
