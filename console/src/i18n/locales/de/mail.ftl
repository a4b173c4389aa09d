## mails

mail-noSubject = Kein Betreff
mail-from = Von einer anderen Adresse: { $address }
mail-alsoTo = Auch an { $addresses }
mail-showQuoted = Zitierten Text anzeigen
mail-hideQuoted = Zitierten Text ausblenden
mail-showOriginal = Original anzeigen
mail-hideOriginal = Original ausblenden
mail-original = Original von „{ $subject }“
mail-loadImages = Bilder laden
mail-download = E-Mail herunterladen
mail-files = Dateien dieser E-Mail
mail-sorts-calendar = Einladung
mail-sorts-winmail = Outlook-Anhänge (winmail.dat)
mail-sorts-encrypted = Verschlüsselt
mail-sorts-signature = Digitale Signatur
mail-sorts-mail = E-Mail
