## mails

mail-noSubject = No subject
mail-from = From another address: { $address }
mail-alsoTo = Also to { $addresses }
mail-showQuoted = Show quoted text
mail-hideQuoted = Hide quoted text
mail-showOriginal = Show original
mail-hideOriginal = Hide original
mail-original = Original of “{ $subject }”
mail-loadImages = Load images
mail-download = Download the e-mail
mail-files = Files of this e-mail
mail-sorts-calendar = Invitation
mail-sorts-winmail = Outlook attachments (winmail.dat)
mail-sorts-encrypted = Encrypted
mail-sorts-signature = Digital signature
mail-sorts-mail = E-mail
