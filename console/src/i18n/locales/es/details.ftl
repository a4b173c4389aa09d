## sections

sections-titles-profile = Cliente
sections-titles-conversation = Esta conversación
sections-titles-attributes = Atributos
sections-titles-tags = Etiquetas y marcas
sections-titles-notes = Comentarios
sections-titles-history = Conversaciones anteriores
sections-titles-files = Archivos
sections-titles-routing = Asignación
sections-titles-engagements = Solicitudes a colegas
sections-arrange = Ordenar secciones
sections-arranged = Terminar de ordenar
sections-up = Subir { $section }
sections-down = Bajar { $section }
sections-moved = { $section }: { $place } de { $all }
sections-failed = No se pudo cargar.

## profile

profile-name = Nombre
profile-edit = Cambiar el nombre
profile-save = Guardar
profile-conflict = Otra persona acaba de cambiarlo. Comprueba su versión y guarda de nuevo.
profile-changedTo = Otra persona acaba de cambiarlo a «{ $now }». Guarda de nuevo para reemplazarlo.
profile-since = Cliente desde { $when }
profile-today = hoy
profile-nth = { $n ->
    [one] primera conversación
   *[other] { $n } conversaciones
}
profile-copyId = Copiar el ID de cliente
profile-copyAddress = Copiar { $address }
profile-acts = Acciones para este cliente
profile-inContacts = Abrir en Contactos
profile-visitor = Visitante web
profile-identities = Canales
profile-email = Correo electrónico
profile-phones = Otros números
profile-phonesHint = +44 20 7946 0018, …
profile-editReach = Cambiar correo y números
profile-addReach = Añadir correo o número
profile-alias = Título
profile-aliasNone = Añadir un título

## attributes

attributes-key = Nombre
attributes-value = Valor
attributes-add = Añadir
attributes-adding = Atributo
attributes-edit = Cambiar { $key }
attributes-remove = Eliminar { $key }
attributes-limit = Como máximo 30 atributos.
attributes-long = { $field }: { $problem }
attributes-there = Este atributo ya existe. Cámbialo arriba.

## notes

notes-label = Comentario
notes-placeholder = Escribir un comentario interno…
notes-hint = Solo lo leen los compañeros
notes-add = Añadir comentario
notes-more = { $n ->
    [one] Mostrar { $n } más
   *[other] Mostrar { $n } más
}
notes-none = No hay comentarios en esta conversación.
notes-by = Comentario de { $who }
notes-waiting = enviando…

## history

history-none = Esta es la primera conversación.
history-more = Mostrar anteriores

## files

files-none = No hay archivos.
files-noneSoFar = No hay archivos en los mensajes cargados.
files-more = Buscar más atrás
files-openFailed = El archivo no se puede abrir ahora.

## ending

# `$who` may be app-them.
ending-resolved = Resuelta por { $who }, { $at }
ending-silence = Resuelta por inactividad del cliente, { $at }
ending-phrase = Resuelta por la frase de cierre del cliente, { $at }
ending-abandoned = El cliente se fue antes de recibir respuesta, { $at }

## details

details-name = Detalles
details-contact = Contacto
details-customer = Nombre
details-address = Dirección
details-channel = Canal
details-conversation = Conversación
details-id = ID
details-opened = Abierta
details-queue = Cola
details-owner = Responsable
details-origin = Asignada por
details-assigned = Asignada
details-window = Respuestas libres
details-windowFor = { $time } más
details-windowOver = ya no
details-origins-picked = Cola
details-origins-transfer = Transferencia
details-origins-manager = Gestor
details-origins-offer = Solicitud
details-origins-auto = Asignación automática
details-origins-api = Otro sistema
details-origins-conference = Conferencia
details-origins-reopened = El cliente ha vuelto
details-engagements = Solicitudes a colegas
details-noEngagements = Aún no hay solicitudes
details-engagementsFailed = No se pudieron cargar los registros.
details-kinds-discuss = Consulta interna
details-kinds-assign = Asignación
details-kinds-conference = Conferencia
details-status-pending = Pendiente
details-status-accepted = Aceptada
details-status-rejected = Rechazada
details-status-withdrawn = Retirada
details-status-timed_out = Caducada
details-status-rescinded = Cancelada
details-fromTo = Solicitud de { $from } a { $to }
details-allAtOnce = a todos a la vez
details-askedNow = Solicitud en curso
details-load = carga { $open } de { $capacity }
details-wait = espera: { $time }
details-talk = conversación: { $time }
details-lines =
    { $n ->
        [one] { $n } mensaje
       *[other] { $n } mensajes
    }
details-priority = Prioridad
details-skills = Competencias requeridas
details-guests = En conferencia
details-firstAnswer = Primera respuesta
details-firstAnswerDue = vence: { $time }
details-came = llegó { $time }
details-answered = primera respuesta { $time }
details-noTarget = –
details-asked = Solicitado
details-reason = Motivo
details-note = Nota
details-outcome = Resultado
details-resolved = Resuelta
details-unresolved = No resuelta
details-nothing = –
details-earlier = Conversación { $id }, tal como terminó
details-toNewest = Volver a la actual
details-resolvedAt = Resuelta
details-abandonedAt = Abandonada
details-endedBy-agent = por un agente
details-endedBy-inactivity = por inactividad
details-endedBy-closing_phrase = por el cliente
