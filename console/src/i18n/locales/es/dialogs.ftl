## engage

engage-title = Asignar/Consultar
engage-transferTitle = Transferir
engage-assignTitle = Asignar
engage-act = Acción
engage-discuss = Consultar
engage-assign = Asignar
engage-transfer = Transferir
engage-conference = Conferencia
engage-inviteTitle = Invitar a la consulta interna
engage-hints-discuss = Consultar en privado a un colega. El cliente no nota nada.
engage-hints-assign = Pedir a un colega que tome la conversación.
engage-hints-transfer = Pasar la conversación a otra persona o cola.
engage-hints-give = Asignar la conversación a alguien o moverla a otra cola.
engage-hints-conference = Pedir a un colega que hable contigo con el cliente.
engage-hints-invite = Sumar a otro colega a la consulta interna en curso. El cliente no nota nada.
engage-type = Asignar a
engage-types-agent = Usuario
engage-types-manager = Gestor
engage-types-team = Equipo
engage-types-skill = Competencia
engage-types-queue = Cola
engage-which-agent = Seleccionar usuario
engage-which-manager = Seleccionar gestor
engage-which-team = Seleccionar equipo
engage-which-skill = Seleccionar competencia
engage-which-queue = Seleccionar cola
engage-search-agent = Escribir un nombre
engage-search-manager = Escribir un nombre
engage-search-team = Escribir un equipo
engage-search-skill = Escribir una competencia
engage-search-queue = Escribir una cola
engage-noMatch = Sin coincidencias
engage-none-agent = No hay usuarios
engage-none-manager = No hay gestores
engage-none-team = No hay equipos
engage-none-skill = No hay competencias
engage-none-queue = No hay colas
engage-all = Solicitar a todos a la vez
engage-allHint = Todos reciben la solicitud a la vez; se asigna a quien acepte primero. Desactivado: de uno en uno.
engage-promoted = en tu consulta interna: al instante, sin otra solicitud
engage-loadFailed = No se pudo actualizar quién está disponible. La lista puede estar desactualizada.
engage-loading = Cargando…
engage-mode = Entrega
engage-immediate = Ahora
engage-offer = Cuando la acepten
engage-note = Nota (opcional)
engage-notePlaceholder = ¿Qué conviene saber?
engage-submit-discuss = Consultar con { $name }
engage-submit-assign = Pedir a { $name } que la tome
engage-submit-conference = Pedir a { $name } que se una
engage-submit-conferenceNow = Incorporar ahora a { $name }
engage-submit-invite = Invitar a { $name }
engage-submit-transferNow = Transferir ahora a { $name }
engage-submit-give = Asignar a { $name }
engage-submit-transferOffer = Enviar solicitud a { $name }
engage-submitNone-discuss = Consultar
engage-submitNone-assign = Asignar
engage-submitNone-transfer = Transferir
engage-submitNone-conference = Conferencia
engage-chooseFirst = Elige primero a quién.
engage-unreachable = Ahora no se puede elegir a { $name }: { $why }.
engage-away = ausente
engage-offline = desconectado
engage-why-target_is_owner = ya es responsable de la conversación
engage-why-offer_pending = ya tiene una solicitud
engage-why-target_consults = ya está en una consulta interna
engage-why-target_in_conference = ya está en la conferencia
engage-why-target_full = al límite
engage-why-target_empty = sin miembros que acepten trabajo
engage-why-nobody_available = nadie libre
engage-why-transfer_not_allowed = no está en un equipo que atienda esta conversación
engage-why-still_queued = la conversación ya espera ahí
engage-why-conference_full = la conferencia está llena
engage-why-too_many_offers = ya hay tres solicitudes pendientes
engage-why-too_many_discussions = ya hay tres consultas internas en curso
engage-why-too_many_experts = ya hay cinco colegas en la consulta interna
engage-why-not_owner = la conversación tiene otro responsable
engage-why-conversation_closed = la conversación ha terminado
engage-partly = { $some } de { $all } conversaciones
engage-groups-consulting = Consultas internas en curso
engage-groups-available = Disponibles
engage-groups-unavailable = No disponibles
engage-callFirst = O llamar antes a { $name }.
engage-there = presente desde hace { $time }
engage-waiting = { $n } en espera
engage-thereOf = { $there } de { $all } disponibles

## endedRequests

endedRequests-name = Solicitud no aceptada
# `$what` in the sentences below is one of these.
endedRequests-what-discuss = consulta interna
endedRequests-what-assign = asignación
endedRequests-what-conference = conferencia
endedRequests-rejected = { $who } ha rechazado tu solicitud de { $what }.
endedRequests-nobody = Nadie ha aceptado tu solicitud de { $what } a { $who }.
endedRequests-timedOut = Tu solicitud de { $what } a { $who } no se ha respondido a tiempo.
endedRequests-withdrawn = Has retirado tu solicitud de { $what } a { $who }.
endedRequests-again = Preguntar a otra persona

## reasons

reasons-rejectTitle = Rechazar la solicitud de { $name }
reasons-withdrawTitle = Retirar la solicitud a { $name }
reasons-legend = Motivo
reasons-other = Otro
reasons-text = En tus palabras
reasons-textOptional = En tus palabras (opcional)
reasons-addWords = Añadir unas palabras
reasons-required = Elige un motivo o escribe uno.
reasons-requiredText = Escribe el motivo.
reasons-reject = Rechazar solicitud
reasons-withdraw = Retirar solicitud
reasons-rejectEffect = { $name } verá el motivo. El cliente no nota nada.
reasons-withdrawEffect = Se comunica el motivo a { $name }.
reasons-overMeanwhile = La solicitud ha terminado
reasons-keepText = Copiar el texto escrito

## discussion

discussion-name = Consulta interna
discussion-private = Solo tú y { $names } podéis leer esto
# `$by` may be app-you.
discussion-question = Pregunta · { $by }
discussion-log = Mensajes de la consulta interna
discussion-label = Mensaje a la consulta interna
discussion-placeholder = Escribir a { $names }…
discussion-folded = Preguntar a { $names }…
discussion-send = Enviar
discussion-end = Terminar consulta interna
discussion-leave = Salir
discussion-leaving = Saliendo…
discussion-empty = Aún no hay mensajes
discussion-over = Consulta interna terminada
discussion-endTitle = Terminar la consulta interna
discussion-endQuestion = ¿Se ha resuelto?
discussion-yes = Sí, resuelta
discussion-no = No, sin resolver
discussion-note = Nota (opcional)
discussion-endEffect = La conversación con el cliente continúa.
discussion-done = Marcar como lista
discussion-menu = Más acciones de esta consulta interna
discussion-invite = Invitar a otro colega…
discussion-promoteTransfer = Transferir a { $name }
discussion-promoteConference = Añadir a { $name } a la conferencia
discussion-transfer = Transferir
discussion-addToConference = Añadir a la conferencia
discussion-release = Quitar a { $name }…
discussion-releaseTitle = Quitar a { $name } de la consulta interna
discussion-releaseEffect = { $name } sale de la consulta interna, que continúa con los demás.
discussion-releaseQuestion = ¿{ $name } ha respondido a la pregunta?
discussion-outcomeOf = ¿{ $name } ha respondido?
discussion-endSubmit = Terminar consulta interna
discussion-yesShort = Sí
discussion-noShort = No
discussion-tabs = Consultas internas en paralelo
discussion-newIn = nuevo

## resolve

resolve-title = Resolver la conversación
resolve-text = La conversación con { $name } termina. Si vuelve a escribir, empieza una nueva.
# With both discussions and requests; -discussions and -offers where there is only one kind of them.
resolve-also =
    Con ello terminan también { $discussions ->
        [one] { $discussions } consulta interna
       *[other] { $discussions } consultas internas
    } y { $offers ->
        [one] { $offers } solicitud pendiente
       *[other] { $offers } solicitudes pendientes
    }.
resolve-also-discussions =
    { $discussions ->
        [one] Con ello termina también { $discussions } consulta interna.
       *[other] Con ello terminan también { $discussions } consultas internas.
    }
resolve-also-offers =
    { $offers ->
        [one] Con ello termina también { $offers } solicitud pendiente.
       *[other] Con ello terminan también { $offers } solicitudes pendientes.
    }
resolve-alsoConference = Con ello termina también la conferencia con { $names }.
resolve-note = Nota (opcional)
resolve-submit = Resolver
resolve-submitForAll = Resolver para todos
resolve-next = Resolver y abrir la siguiente
resolve-anyway = Resolver igualmente
resolve-anywayNext = Resolver igualmente y abrir la siguiente
resolve-unanswered = El último mensaje de { $name } no tiene respuesta: «{ $text }»
resolve-draft = Tu borrador no se ha enviado.
resolve-done = Resuelta: { $name }
