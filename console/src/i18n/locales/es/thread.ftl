## channels

channels-whatsapp = WhatsApp
channels-web = Chat web
channels-messenger = Messenger
channels-instagram = Instagram
channels-email = Correo electrónico
channels-sms = SMS
channels-x = X

## list

list-name = Lista de conversaciones
list-now = ahora
list-mine = Mis chats
list-team = Equipo
list-queue = En cola
list-discussions = Consultas internas
list-emptyMine = No hay chats abiertos
list-emptyMineQueue =
    { $n ->
        [one] { $n } cliente espera en la cola.
       *[other] { $n } clientes esperan en la cola.
    }
list-emptyMineNone = Nadie está esperando. Los chats nuevos aparecen aquí.
list-emptyMineAuto = Los chats nuevos se te asignan automáticamente mientras estás disponible.
list-take = Tomar al siguiente cliente
list-emptyQueue = La cola está vacía
list-emptyQueueText = Los clientes que escriben aparecen aquí hasta que un agente los toma.
list-emptyDiscussions = No hay consultas internas
list-emptyDiscussionsText = Las preguntas de tus compañeros aparecen aquí.
list-you = Tú:
list-by = { $name }:
list-dots-new = Nuevo
list-dots-waiting = El cliente espera
list-dots-pending = A la espera del cliente
list-dots-none = { "" }
list-waitingFor = espera { $time }
list-unread =
    { $n ->
        [one] { $n } mensaje no leído
       *[other] { $n } mensajes no leídos
    }
list-draft = Borrador
list-offerPending = Hay una solicitud pendiente
list-inDiscussion = En consulta interna
list-moreWaiting = Hay más clientes esperando de los que se pueden mostrar.
list-anonymous = Sin nombre
list-opened = Conversación abierta
list-typing = escribiendo…
list-groups-you = Te esperan
list-groups-customer = Esperando al cliente

## thread

thread-name = Conversación
thread-unreachable = Ahora no se puede acceder a esta conversación
thread-unreachableText = El servidor no responde. La conversación se abrirá en cuanto responda.
thread-missing = No se puede mostrar esta conversación
thread-missingText = No existe o ya no tienes acceso a ella.
thread-status-queued = En cola
thread-status-active = El cliente espera
thread-status-pending = A la espera del cliente
thread-status-resolved = Resuelta
thread-status-abandoned = Abandonada
thread-yourTurn = Tu turno
thread-resolvedBy = { $who }, { $at }
thread-owner = Responsable: { $name }
thread-ownerYou = Tuya
thread-noOwner = Sin asignar
thread-discuss = Asignar/Consultar
thread-discussShort = Consultar
thread-transfer = Transferir
thread-assign = Asignar
thread-resolve = Resolver
thread-details = Detalles
thread-log = Mensajes
thread-sides = Mostrar el cliente o la consulta interna
thread-older = Cargar mensajes anteriores
thread-loadingOlder = Cargando mensajes anteriores…
thread-olderFailed = No se pudieron cargar los mensajes anteriores.
thread-newest = Ir a los mensajes más recientes
thread-newMessages =
    { $n ->
        [one] { $n } mensaje nuevo
       *[other] { $n } mensajes nuevos
    }
thread-typing = { $name } está escribiendo…
thread-comment = Comentario interno
thread-commentHint = Solo lo ven los compañeros
thread-shortened = Recortado: el resto era demasiado largo para guardarlo
thread-arrived = Recibido: { $at }
thread-automatic = Automático
thread-divider = Conversación { $n } abierta
thread-dayCameIn = llegó por { $queue }
thread-previous = anterior: { $id }
thread-previousEnded = anterior: { $id }, { $how } ({ $day })
thread-ends-resolved = resuelta
thread-ends-abandoned = abandonada
thread-newLine = Nuevo
thread-keys = Arriba y Abajo pasan de un mensaje a otro, Intro abre las acciones
thread-late =
    { $n ->
        [one] Ha llegado { $n } mensaje anterior
       *[other] Han llegado { $n } mensajes anteriores
    }
thread-lateDismiss = Descartar
thread-filter-all = Mostrar todo
thread-filter-comments = Ocultar comentarios
thread-filter-messages = Ocultar mensajes
thread-filter-events-all = Mostrar todos los eventos
thread-filter-events-important = Mostrar solo eventos importantes
thread-filter-events-none = No mostrar eventos
thread-filter-now-all = La conversación muestra todos los eventos.
thread-filter-now-important = La conversación muestra solo los eventos importantes.
thread-filter-now-none = La conversación no muestra eventos.
thread-folded-count =
    { $n ->
        [one] { $n } evento
       *[other] { $n } eventos
    }
thread-folded-said = { $texts } …
thread-folded-show = Mostrar
thread-folded-hide = Ocultar
thread-hidden-comments = Los comentarios están ocultos ({ $n })
thread-hidden-messages = Los mensajes están ocultos ({ $n })
thread-showAll = Mostrar todo
thread-tools-name = Acciones del mensaje
thread-tools-of = Mensaje ({ $who }): copiar, citar y más
thread-tools-copy = Copiar
thread-tools-quote = Citar en una respuesta
thread-tools-note = Hacer un comentario interno
thread-tools-react = Reaccionar con { $emoji }
thread-elsewhere = Enviado desde otro lugar
thread-copyLink = Copiar enlace
thread-linkCopied = Enlace copiado
thread-explain = Explicar la asignación…
thread-print = Imprimir
thread-printOlder = Los mensajes anteriores no están en esta impresión. Imprime desde el menú «Acciones» para incluirlos.
thread-printFailed = No se pudieron cargar los mensajes anteriores. Inténtalo de nuevo.
thread-exportText = Exportar como texto
thread-exportCsv = Exportar como CSV
thread-transcript-title = Transcripción de { $id }. Para compañeros: contiene comentarios que los clientes no deben ver.
thread-transcript-kinds-customer = cliente
thread-transcript-kinds-ours = respuesta
thread-transcript-kinds-comment = comentario, solo compañeros
thread-transcript-kinds-coach = asesoramiento, solo compañeros
thread-transcript-kinds-system = evento
thread-transcript-columns-time = Hora (UTC)
thread-transcript-columns-author = Autor
thread-transcript-columns-kind = Tipo
thread-transcript-columns-text = Texto
thread-transcript-automatic = Automático
thread-transcript-unsupported = (no se puede mostrar)
thread-transcript-saved =
    { $n ->
        [one] Transcripción guardada: { $n } línea.
       *[other] Transcripción guardada: { $n } líneas.
    }
thread-transcript-failed = No se pudo crear la transcripción. Inténtalo de nuevo.
thread-today = Hoy
thread-yesterday = Ayer
thread-copyIdOf = Copiar ID { $id }
thread-resolveMenu = Resolver…
thread-resolveForAll = Resolver para todos…
thread-empty = Aún no hay mensajes.

## content

content-unsupported = Este tipo de mensaje no se puede mostrar aquí
content-about-call_permission_reply = Respondió a la solicitud de llamada
content-blank = Mensaje vacío
content-whole = Mostrar los { $n } caracteres
content-less = Mostrar menos
content-media-image = Imagen
content-media-video = Vídeo
content-media-audio = Sonido
content-media-voice = Mensaje de voz
content-media-document = Archivo
content-media-sticker = Sticker
content-location = Ubicación
content-openMap = Abrir en un mapa
content-contacts = Tarjeta de contacto
content-reply = Eligió
content-reaction = Reaccionó con { $emoji }
content-reactionGone = Quitó una reacción
content-callMissed = Llamada perdida. Devuelva la llamada
content-call = Llamada, { $time }
content-callTaken = Llamada
content-form = Formulario
content-order = Pedido
content-sum = Total
content-birthday = Cumpleaños { $date }
content-forwarded = Reenviado
content-forwardedOften = Reenviado muchas veces
content-from-ad = Llegó por un anuncio
content-from-post = Llegó por una publicación
content-from-product = Pregunta por un producto
content-from-link = Llegó por un enlace
content-from-story = Responde a una historia
content-openLink = Abrir
content-quoteUs = Nosotros
content-quoteBefore = Un mensaje anterior
content-quoteJump = Ir a este mensaje
content-deleted = Eliminado por su autor
content-deletedEarlier = Eliminó un mensaje anterior
content-editedEarlier = Editó un mensaje anterior:
content-edited = Editado
content-template = Plantilla «{ $name }»

## composer

composer-label = Responder a { $name }
composer-commentLabel = Comentario interno para compañeros
composer-reply = Respuesta
composer-comment = Comentario
composer-modes = Tipo de mensaje
composer-placeholder = Escribe a { $name }…
composer-foldedReply = Responder a { $name }…
composer-commentPlaceholder = Escribe un comentario para compañeros…
composer-send = Enviar
composer-addComment = Añadir comentario
composer-keysReply = Intro envía, Mayús+Intro inserta una línea nueva
composer-keysComment = Ctrl+Intro añade el comentario
composer-empty = Aún no hay texto
composer-tooLong =
    { $over ->
        [one] Sobra { $over } carácter
       *[other] Sobran { $over } caracteres
    }
composer-tooLongLimit =
    { $over ->
        [one] Sobra { $over } carácter: { $limit } como máximo
       *[other] Sobran { $over } caracteres: { $limit } como máximo
    }
composer-windowCloses = La ventana de respuesta de { $channel } se cierra en { $time }
composer-windowClosed = Han pasado más de 24 horas desde que escribió el cliente. Solo se puede enviar una plantilla.
composer-optedOut = El cliente no desea más mensajes. Puede responder cuando el cliente escriba START.
composer-sms = { $n } SMS, quedan { $rest } caracteres
composer-smsWide = los caracteres especiales acortan un SMS
composer-quoteDrop = Responder sin la cita
composer-consulting = El cliente no te ve. Escribe abajo, en la consulta interna.
composer-watching = Observas en silencio. Cambia a «Asesorar» o «Intervenir» para escribir.
composer-offered = Vista previa. Acepta la solicitud de arriba para responder.
composer-ownedBy = { $name } tiene esta conversación. Solo puedes leerla.
composer-ended = El cliente puede seguir escribiendo. Un mensaje nuevo devuelve una conversación al equipo.
composer-leftDesk = Esta conversación ya no es tuya.
