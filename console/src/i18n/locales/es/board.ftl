## board
board-title = Panel en vivo
board-team = Equipo
board-allTeams = Todos mis equipos
board-updated = { $seconds ->
    [0] Actualizado
    [1] Actualizado
   *[other] Datos de hace { $seconds } segundos
}
board-stale = En pausa desde hace { $time }; reconectando
board-forbidden = El panel es solo para managers
board-within = Todas las colas están dentro del objetivo.
board-quiet = Ningún cliente espera.
board-behind = { $queues } { $n ->
    [one] va
   *[other] van
} con retraso: { $waiting ->
    [one] { $waiting } cliente espera
   *[other] { $waiting } clientes esperan
}, { $names } { $free ->
    [one] está libre
   *[other] están libres
}.
board-behindMany = { $queues } { $n ->
    [one] va
   *[other] van
} con retraso: { $waiting ->
    [one] { $waiting } cliente espera
   *[other] { $waiting } clientes esperan
}, { $free } agentes están libres.
board-behindNobody = { $queues } { $n ->
    [one] va
   *[other] van
} con retraso: { $waiting ->
    [one] { $waiting } cliente espera
   *[other] { $waiting } clientes esperan
}, y no hay agentes libres.
board-failed = No se pudieron cargar los datos.
board-nobody = –
board-of = { $some } de { $all }
board-since = hoy desde { $time }, { $zone }
# $part is a whole number of percent.
board-percent = { $part } %
board-tiles-waiting = En espera
board-tiles-longest = Espera más larga
board-tiles-unanswered = Más tiempo sin respuesta
board-tiles-running = En conversación
board-tiles-working = Agentes disponibles
board-tiles-answered = A tiempo hoy
board-tiles-resolved = Resueltas hoy
board-tiles-abandoned = Abandonadas hoy
board-room = sitio para { $n } más
board-answers = { $some } de { $all } hoy
board-lateOf = { $some } tarde de { $all }
board-target = objetivo { $time }
board-timesTarget = { $n } × el objetivo de { $time }
board-pastTarget = fuera de objetivo: { $queues }
board-noWait = nadie en las colas
board-noAnswers = Sin primeras respuestas hoy
board-queues = Colas
board-queueColumns-name = Cola
board-queueColumns-waiting = En espera
board-queueColumns-longest = Espera más larga
board-queueColumns-unanswered = Sin respuesta
board-queueColumns-abandoned = Abandonadas hoy
board-queueColumns-answered = A tiempo hoy
board-queueColumns-resolved = Resueltas hoy
board-showQueue = Mostrar las conversaciones de { $name }
board-agents = Agentes
board-agentColumns-name = Agente
board-agentColumns-presence = Estado
board-agentColumns-load = Carga
board-agentColumns-longest = Cliente en espera
board-agentColumns-discussions = Consultas internas
board-agentColumns-wrapping = En cierre
board-agentColumns-resolved = Resueltas hoy
board-agentColumns-active = Última actividad
board-now = ahora
board-ago = hace { $time }
board-setBy = establecido por { $who }
board-conversations = Conversaciones
board-cardColumns-name = Cliente
board-cardColumns-queue = Cola
board-cardColumns-owner = Agente
board-cardColumns-status = Situación
board-cardColumns-waiting = Espera
board-priorityOf = Prioridad { $n }
board-inQueue = En { $queue }
board-ofAgent = Responsable: { $name }
board-showAll = Quitar el filtro: { $filter }
board-all = Mostrar todas las conversaciones
board-acts = Acciones
board-actsOf = Acciones para { $name }
board-assign = Asignar a…
board-give = Asignar { $n }
board-giveTo = Asignar { $n } a { $name }
board-giveNext = Asignar la que más espera…
board-write = Escribir a { $name }
board-showAgent = Mostrar sus conversaciones
board-setAway = Marcar como ausente…
board-setAvailable = Marcar como disponible
board-presenceLog = Historial de estado…
board-offline = { $n ->
    [one] { $n } sin conexión
   *[other] { $n } sin conexión
}
board-isAway = { $name } tiene ahora el estado «Ausente». Se le informa de que has sido tú.
board-isAvailable = { $name } tiene ahora el estado «Disponible». Se le informa de que has sido tú.
board-awayTitle = Marcar a { $name } como ausente
board-awayText = { $name } no recibe trabajo nuevo y conserva lo que ya tiene. Se le informa de que has sido tú.
board-awayReason = Motivo
board-awayNone = Ninguno
board-awayWords = Con tus propias palabras (opcional)
board-awaySubmit = Marcar a { $name } como ausente
board-logTitle = Historial de estado de { $name }
board-logText = Todos los cambios de los últimos 90 días, los más recientes primero.
board-logNone = Aún no hay cambios.
board-logFailed = No se pudieron cargar los cambios.
board-logBy = por { $who }
board-logSelf = cambio propio
board-offers = Solicitudes
board-offersOf = las 50 más recientes de hoy
board-offerFilters-all = Todas
board-offerFilters-pending = Pendientes
board-offerFilters-refused = Rechazadas o vencidas
board-after = después de { $time }
board-noOffers = Hoy no se ha enviado ninguna solicitud.
board-noSuchOffers = Ninguna solicitud coincide.
board-allOffers = Mostrar todas las solicitudes
board-none = No hay conversaciones abiertas
board-noQueues = No hay colas
board-noAgents = No hay nadie en línea
board-more = { $n ->
    [one] Se muestra { $n } conversación, la que más espera; hay más.
   *[other] Se muestran las { $n } conversaciones que más esperan; hay más.
}
board-choose = Seleccionar la conversación con { $name }
board-chooseAll = Seleccionar todas las conversaciones
board-chosen = { $n ->
    [one] { $n } conversación seleccionada
   *[other] { $n } conversaciones seleccionadas
}
board-clear = Quitar la selección
board-transfer = { $n ->
    [one] Transferirla…
   *[other] Transferir { $n }…
}
