## audience
audience-by-whatsapp = über WhatsApp
audience-by-web = im Web-Chat
audience-by-messenger = über Messenger
audience-by-email = per E-Mail
audience-by-sms = per SMS
audience-by-x = auf X
audience-public = { $name } liest dies { $by }
# For a channel that has no audience-by- message.
audience-publicPlain = { $name } liest dies
audience-publicShort = Der Kunde liest dies
audience-comment = Nur das Team liest dies
# $names is a joined list that ends with audience-you.
audience-private = Nur { $names } lesen dies
audience-you = Sie
audience-privateShort = Der Kunde liest dies nicht
audience-barge = { $name } liest dies. { $owner } liest mit.
audience-bargeNoOwner = { $name } liest dies.
audience-bargeShort = Der Kunde liest dies. Der Zuständige liest mit.
audience-still = Sie schreiben noch einen Kommentar. Stattdessen { $name } antworten?
audience-sendTo = An { $names } senden
audience-sendToAll = An alle { $n } senden
