## widget

widget-title = Chat con nosotros
widget-open = Abrir el chat
widget-close = Cerrar el chat
widget-unreadOne = 1 mensaje no leído
widget-unread = { $n } mensajes no leídos
widget-intro = Solemos responder en pocos minutos.
widget-nameLabel = Nombre
widget-emailLabel = Correo
widget-firstLabel = ¿En qué podemos ayudarle?
widget-reach = Para poder localizarle si se va.
widget-optional = (opcional)
widget-nameMissing = Indique su nombre.
widget-emailMissing = Indique su correo electrónico.
widget-emailWrong = Un correo tiene esta forma: nombre@example.com.
widget-firstMissing = Indique en qué podemos ayudarle.
widget-tooLong = Sobran { $n } caracteres.
widget-lost = El chat anterior ha caducado. Inicie otro abajo.
widget-start = Iniciar chat
widget-log = Mensajes
widget-messageLabel = Mensaje
widget-placeholder = Escribir un mensaje…
widget-addMore = Añada algo mientras espera…
widget-send = Enviar
widget-attach = Adjuntar un archivo
widget-file = Archivo
widget-handingIn = Subiendo
widget-cancel = Cancelar
widget-leave = Terminar chat
widget-you = Usted
widget-us = Nosotros
widget-stateNew = Escriba su primer mensaje.
widget-stateWaiting = Le atenderemos en breve.
widget-stateOpen = Le estamos atendiendo.
widget-stateOpenBy = { $n } está aquí.
widget-stateAway = Ahora no hay nadie.
widget-stateEnded = Este chat ha terminado. Escriba para iniciar otro.
widget-stateLeft = Ha salido. Escriba para continuar.
widget-next = Es su turno a continuación.
widget-beforeOne = Hay una persona antes que usted.
widget-before = Hay { $n } personas antes que usted.
widget-far = Hay muchas personas esperando. Responderemos en cuanto podamos.
widget-ended = Chat terminado
widget-typing = Escribiendo…
widget-typingBy = { $n } está escribiendo…
widget-joined = { $n } se ha unido
widget-newOne = 1 mensaje nuevo
widget-newMany = { $n } mensajes nuevos
widget-connecting = Conectando…
widget-reconnecting = Reconectando…
widget-offline = Sin conexión.
widget-sending = Enviando
widget-held = Se enviará al conectar
widget-failed = No enviado
widget-retry = Reintentar
widget-discard = Descartar
widget-choices = Respuestas
widget-unsupported = Mensaje que no se puede mostrar aquí
widget-unavailable = El chat no está disponible ahora. Inténtelo más tarde.

## widgetMore

widgetMore-leaveSure = ¿Terminar este chat?
widgetMore-stay = Seguir en el chat
widgetMore-fileKind = Aquí no se puede enviar este tipo de archivo.
widgetMore-fileLarge = Este archivo supera { $n } MB.
widgetMore-fileGone = Este archivo ya no se puede abrir.
widgetMore-blocked = Esta página no puede abrir el chat.
widgetMore-away = Deje un mensaje. Responderemos en cuanto volvamos.
widgetMore-awayUntil = Volvemos el { $n }. Deje un mensaje y le responderemos entonces.
widgetMore-back = Volvemos a las { $n }, { $day }
widgetMore-reachLabel = Su correo electrónico o teléfono
widgetMore-reachWrong = Indique un correo como nombre@example.com o un teléfono de 5 a 15 cifras.

## widgetEnd

widgetEnd-closed = Chat terminado { $n }
widgetEnd-anew = Iniciar otro chat
widgetEnd-again = Seguir en el chat
widgetEnd-save = Guardar la conversación
