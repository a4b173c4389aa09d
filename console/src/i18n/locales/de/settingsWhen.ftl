## settingsWhen

settingsWhen-request = Für Anfragen ab dann. Laufende Anfragen behalten ihre Zeit.
settingsWhen-step = Ab dem nächsten gefragten Kollegen, auch in laufenden Anfragen.
settingsWhen-menu = Sofort, in jedem Menü. Frühere Einträge behalten ihre Worte.
settingsWhen-mode = Sofort. Eine Warteschlange, die automatisch wird, verteilt alle Wartenden.
settingsWhen-choice = Ab der nächsten Auswahl.
settingsWhen-skills = Neue Fähigkeiten gelten sofort, auch für Wartende. Unterhaltungen behalten die Fähigkeiten, mit denen sie begonnen haben.
settingsWhen-opening = Für Unterhaltungen, die ab dann beginnen.
settingsWhen-target = Sofort, für alle, die auf eine erste Antwort warten. Wenn Sie die Zeit verkürzen, kommt eine schon gesetzte Warnung vielleicht noch zur früheren Zeit.
settingsWhen-history = Sofort, für alle früheren Unterhaltungen.
settingsWhen-origins = Sofort, wenn eine Seite das nächste Mal den Chat öffnet.
settingsWhen-watch = Sofort, wenn Sie mehr Zeit lassen. Wenn Sie weniger lassen, haben schon wartende Unterhaltungen vielleicht noch die frühere Zeit.
settingsWhen-offline = Für Agenten, die ab dann offline gehen. Aus gilt sofort.
settingsWhen-reopen = Ab der nächsten Nachricht des Kunden, auch für schon beendete Unterhaltungen.
settingsWhen-message = Ab der nächsten Nachricht des Kunden.
settingsWhen-ending = Für Unterhaltungen, die ab dann enden. Offene Nachbearbeitungen bleiben, wie sie sind.
settingsWhen-outcomes = Sofort, auch in offenen Nachbearbeitungen. Beendete Unterhaltungen behalten ihr Ergebnis.
settingsWhen-transfer = Ab der nächsten Weiterleitung.
settingsWhen-conference = Ab der nächsten Anfrage. Niemand muss eine Konferenz verlassen.
settingsWhen-surveys = Sofort, im Menü. Eine schon gesendete Frage bleibt, wie sie ist.
