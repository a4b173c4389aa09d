## audience
audience-by-whatsapp = por WhatsApp
audience-by-web = en el chat web
audience-by-messenger = por Messenger
audience-by-email = por correo electrónico
audience-by-sms = por SMS
audience-by-x = en X
audience-public = { $name } lee esto { $by }
# For a channel that has no audience-by- message.
audience-publicPlain = { $name } lee esto
audience-publicShort = El cliente lee esto
audience-comment = Solo tu equipo lee esto
# $names is a joined list that ends with audience-you.
audience-private = Esto solo lo leen: { $names }
audience-you = tú
audience-privateShort = El cliente no lee esto
audience-barge = { $name } lee esto. { $owner } también.
audience-bargeNoOwner = { $name } lee esto.
audience-bargeShort = El cliente lee esto. El responsable también.
audience-still = Sigues en modo comentario. ¿Responder a { $name }?
audience-sendTo = Enviar a { $names }
audience-sendToAll = Enviar a los { $n }
