## delivery

delivery-waiting = A la espera de conexión
delivery-behind = A la espera del mensaje anterior
delivery-sending = Enviando
delivery-acked = Enviando
delivery-pending = En camino
delivery-sent = Enviado
delivery-delivered = Entregado
delivery-read = Leído
delivery-failed = No entregado
delivery-unsent = Aún sin enviar
delivery-retry = Reintentar
delivery-send = Enviar
delivery-discard = Descartar

## events

# Names may be app-you at the start of a sentence, and app-them within one: German inflects for „Sie“ and „Ihnen“, Spanish puts who acted before a colon.
events-opened = Llegó por { $queue }
events-customerLeft = El cliente ha salido del chat
events-abandoned = El cliente se fue antes de que alguien tomara la conversación
events-picked = { $who }: conversación tomada
events-offered = { $who }: conversación tomada de { $from }
events-transferred = { $from }: conversación transferida a { $to }
events-manager = { $by }: conversación asignada a { $to }
events-auto = Asignada automáticamente a { $to }
events-autoYou = La conversación se te asignó automáticamente
events-api = Otro sistema asignó la conversación a { $to }
events-conference = { $to }: conversación tomada tras la salida de { $from } de la conferencia
events-reopenedTo = El cliente ha vuelto; conversación asignada a { $to }
events-reopened = El cliente ha vuelto: la conversación continúa
events-goesOnIn = Mismo cliente que en { $id }: los mensajes nuevos llegan allí
events-cameFrom = Mismo cliente que en { $id }: los mensajes nuevos llegan aquí
events-resolveUndone = { $by }: resolución deshecha
events-offHours = Fuera del horario de atención
events-surveySent = { $by }: encuesta «{ $survey }» enviada
events-surveyAnswered = Respuesta a la encuesta «{ $survey }»:
events-triggered = { $by }: «{ $trigger }» activado
events-prioritised = { $by }: prioridad cambiada a { $priority }
events-required = { $by }: competencias requeridas cambiadas a { $skills }
events-requiredNone = { $by }: competencias requeridas eliminadas
events-firstAnswerDue = La primera respuesta vence pronto
events-stopped = El cliente no desea más mensajes
events-started = El cliente permite mensajes de nuevo
events-firstAnswerLate = La primera respuesta está retrasada
events-requeueAhead = Aviso a { $who }: sin respuesta, la conversación vuelve a la cola a las { $time }
events-requeueAheadYou = Aviso: sin respuesta, la conversación vuelve a la cola a las { $time }
events-wrappedUp = { $who }: { $id } marcada como lista
events-wrappedUpAlone = { $id } se da por lista: se agotó el tiempo de cierre
events-joined = { $who }: entrada en la conferencia
events-conferenceLeft = { $who }: salida de la conferencia
events-conferenceRemoved =
    { $by }: { $who ->
        [ti] se te ha quitado
       *[other] se ha quitado a { $who }
    } de la conferencia
events-monitoring-silent = { $who } está observando
events-monitoring-coach = { $who } asesora a { $owner }
events-monitoring-barge = { $who }: intervención en la conversación
events-monitoring-stopped = { $who } ya no está observando
events-monitoring-youSilent = Estás observando
events-monitoring-youCoach = Estás asesorando a { $owner }
events-monitoring-youStopped = Ya no estás observando
# In the place of a name in events-requeueAhead and events-monitoring.
events-owner = la persona responsable
events-requeued = { $by }: conversación movida a { $queue }
events-requeuedUnanswered = De vuelta a { $queue }: el cliente no recibió respuesta de { $who }
events-requeuedOffline = De vuelta a { $queue }: desconexión demasiado larga de { $who }
events-resolved = { $by }: conversación resuelta
events-autoResolved = Resuelta por inactividad del cliente
events-phraseResolved = Resuelta: el cliente la dio por terminada
events-asked-discuss = { $from }: solicitud de consulta interna a { $to }
events-asked-assign = { $from }: solicitud a { $to } para tomar la conversación
events-asked-conference = { $from }: solicitud a { $to } para unirse a la conferencia
events-asked-join = { $from }: solicitud a { $to } para unirse a la consulta interna
events-atOnce = a todos a la vez
events-moved = Siguiente solicitud: { $who }
events-movedYou = La siguiente solicitud es para ti
events-passed-rejected = { $who }: rechazada; la solicitud sigue en curso
events-passed-timed_out = { $who }: sin respuesta; la solicitud sigue en curso
events-passed-rescinded = { $who }: cancelada; la solicitud sigue en curso
events-takenBy = { $who }: solicitud aceptada en primer lugar
# In the place of a name; German stays the same in every case.
events-group-team = alguien del equipo { $name }
events-group-skill = alguien con { $name }
events-group-queue = alguien de { $name }
events-nobodyAnswered = Nadie ha aceptado: { $who }
events-nobodyTimedOut = Nadie ha respondido a tiempo: { $who }
events-accepted = { $who }: solicitud aceptada
events-rejected = { $who }: solicitud rechazada
events-withdrawn = { $who }: solicitud retirada
events-timedOut = { $who }: sin respuesta a tiempo
events-rescinded = Solicitud a { $who } cancelada: la conversación siguió adelante
events-left = { $who }: salida de la consulta interna
events-released =
    { $by }: { $who ->
        [ti] se te ha quitado
       *[other] se ha quitado a { $who }
    } de la consulta interna
events-promotedTransfer = { $who }: de la consulta interna a tomar la conversación
events-promotedConference = { $who }: de la consulta interna a la conferencia
events-endedPromoted = Consulta interna cerrada: el compañero se unió a la conversación
events-outcome = { $who }: { $outcome }
events-ended = { $who }: consulta interna terminada
events-endedLeft = La consulta interna ha terminado: salió el último colega
events-endedTransferred = La consulta interna ha terminado: la conversación tiene otro responsable
events-endedClosed = La consulta interna terminó con la conversación
events-wasResolved = resuelta
events-notResolved = sin resolver
events-note = Nota

## undo

undo-undo = Deshacer
undo-undone = Acción deshecha.

## actionMenu

actionMenu-name = Acciones
actionMenu-survey = Enviar encuesta…
actionMenu-trigger = Iniciar un flujo…
actionMenu-priority = Prioridad…
actionMenu-skills = Competencias requeridas…
actionMenu-monitor = Observar
actionMenu-surveyTitle = Enviar una encuesta
actionMenu-surveyText = El cliente recibe la pregunta; la respuesta se guarda con la conversación.
actionMenu-surveyLabel = Encuesta
actionMenu-surveySubmit = Enviar encuesta
actionMenu-triggerTitle = Iniciar un flujo
actionMenu-triggerText = Se avisa a los sistemas conectados. El cliente no nota nada.
actionMenu-triggerLabel = Flujo
actionMenu-triggerSubmit = Iniciar
actionMenu-priorityTitle = Prioridad
actionMenu-priorityText = Las más altas se atienden primero: 0 es la más baja y 9 la más alta.
actionMenu-priorityLabel = Prioridad, de 0 a 9
actionMenu-prioritySubmit = Definir prioridad
actionMenu-skillsTitle = Competencias requeridas
actionMenu-skillsText = Solo los agentes con estas competencias reciben esta conversación.
actionMenu-skillsLabel = Competencias
actionMenu-skillsNone = Ningún agente tiene competencias todavía.
actionMenu-skillsLimit = Como máximo { $max } competencias.
actionMenu-skillsSubmit = Definir competencias
actionMenu-note = Nota (opcional)

## routing

routing-name = Asignación
routing-none = No hay asignaciones automáticas en esta conversación.
routing-failed = No se pudieron cargar las asignaciones.
routing-why = ¿Por qué { $who }?
routing-whyYou = ¿Por qué tú?
routing-whyNobody = ¿Por qué no se asignó a nadie?
routing-whyEveryone = ¿Quién recibió la solicitud?
routing-chosen = Elección automática: { $who }
routing-chosenYou = Elección automática: tú
routing-nobody = No se pudo elegir a nadie automáticamente
routing-everyone = Todos los agentes disponibles recibieron la solicitud a la vez
routing-caption = Agentes considerados, primero el mejor
routing-agent = Agente
routing-load = Carga
routing-idle = Inactividad
routing-excluded = Exclusión
routing-never = –
routing-more =
    { $n ->
        [one] y { $n } más
       *[other] y { $n } más
    }
routing-strategy = Regla
routing-decidedBy = Factor decisivo
routing-strategies-least_loaded = menor carga
routing-strategies-longest_idle = mayor inactividad
routing-strategies-round_robin = por turnos
routing-deciders-nobody = nadie disponible para elegir
routing-deciders-only_one = única opción
routing-deciders-load = menor ocupación de la capacidad
routing-deciders-idle = más tiempo de inactividad
routing-deciders-turn = más tiempo desde el último turno
routing-deciders-id = orden alfabético
routing-deciders-everyone = nada, solicitud a todos a la vez
routing-exclusions-offline = desconectado
routing-exclusions-away = ausente
routing-exclusions-full = al límite
routing-exclusions-lacks_skill = le falta una competencia
routing-exclusions-tried = ya recibió la solicitud
routing-exclusions-involved = ya participa
