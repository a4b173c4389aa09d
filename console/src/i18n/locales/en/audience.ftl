## audience
audience-by-whatsapp = on WhatsApp
audience-by-web = in the web chat
audience-by-messenger = on Messenger
audience-by-email = by e-mail
audience-by-sms = by SMS
audience-by-x = on X
audience-public = { $name } reads this { $by }
# For a channel that has no audience-by- message.
audience-publicPlain = { $name } reads this
audience-publicShort = The customer reads this
audience-comment = Only colleagues read this
# $names is a joined list that ends with audience-you.
audience-private = Only { $names } read this
audience-you = you
audience-privateShort = The customer does not read this
audience-barge = { $name } reads this. { $owner } does, too.
audience-bargeNoOwner = { $name } reads this.
audience-bargeShort = The customer reads this. The owner does, too.
audience-still = Still commenting. Reply to { $name } instead?
audience-sendTo = Send to { $names }
audience-sendToAll = Send to all { $n }
