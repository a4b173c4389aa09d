## board
board-title = Panel en vivo
board-team = Equipo
board-allTeams = Todos mis equipos
board-updated = { $seconds ->
    [0] Actualizado
    [1] Actualizado
   *[other] Datos de hace { $seconds } segundos
}
board-stale = { $seconds ->
    [one] Sin actualizar: datos de hace { $seconds } segundo
   *[other] Sin actualizar: datos de hace { $seconds } segundos
}
board-forbidden = El panel es solo para managers
board-failed = No se pudieron cargar los datos.
board-nobody = –
board-of = { $some } de { $all }
board-since = hoy desde { $time }, { $zone }
# $part is a whole number of percent.
board-percent = { $part } %
board-tiles-waiting = En espera
board-tiles-longest = Espera más larga
board-tiles-unanswered = Sin respuesta más antigua
board-tiles-running = En conversación
board-tiles-working = En servicio
board-tiles-answered = Respondidas a tiempo
board-tiles-resolved = Resueltas
board-tiles-abandoned = Abandonadas
board-room = { $n ->
    [one] { $n } plaza libre
   *[other] { $n } plazas libres
}
board-answers = { $some } de { $all } hoy
board-noAnswers = Sin primeras respuestas hoy
board-today = hoy
board-queues = Colas
board-queueColumns-name = Cola
board-queueColumns-waiting = En espera
board-queueColumns-longest = Espera más larga
board-queueColumns-unanswered = Sin respuesta más antigua
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
board-cardColumns-priority = Prioridad
board-inQueue = En { $queue }
board-ofAgent = Responsable: { $name }
board-showAll = Quitar el filtro: { $filter }
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
board-none = No hay conversaciones abiertas
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
