## mails

mail-noSubject = Sin asunto
mail-from = Desde otra dirección: { $address }
mail-alsoTo = También a { $addresses }
mail-showQuoted = Mostrar el texto citado
mail-hideQuoted = Ocultar el texto citado
mail-showOriginal = Mostrar el original
mail-hideOriginal = Ocultar el original
mail-original = Original de «{ $subject }»
mail-loadImages = Cargar imágenes
mail-download = Descargar el correo
mail-files = Archivos de este correo
mail-sorts-calendar = Invitación
mail-sorts-winmail = Adjuntos de Outlook (winmail.dat)
mail-sorts-encrypted = Cifrado
mail-sorts-signature = Firma digital
mail-sorts-mail = Correo
