## became

# What became of a request, by the name of what happened. `-untimed`: the time is not known.
became-accepted = Aceptada por { $who } ({ $at })
became-accepted-untimed = Aceptada por { $who }
became-rejected = Rechazada por { $who } ({ $at })
became-rejected-untimed = Rechazada por { $who }
became-withdrawn = Retirada por { $who } ({ $at })
became-withdrawn-untimed = Retirada por { $who }
became-timedOut = Caducada ({ $at }): sin respuesta de { $who }
became-timedOut-untimed = Caducada: sin respuesta de { $who }
became-rescinded = Cancelada ({ $at }): la conversación cambió de manos o terminó
became-rescinded-untimed = Cancelada: la conversación cambió de manos o terminó
became-steps-rejected = Rechazada por { $who } ({ $at })
became-steps-timedOut = Sin respuesta de { $who } (hasta { $at })
became-steps-withdrawn = { $who } no había respondido
became-steps-faster = { $who }: se adelantó otra persona
became-steps-rescinded = { $who } no había respondido
# `-unknown`: who did it is not known.
became-ends-ended = La terminó { $who } ({ $at })
became-ends-ended-unknown = Terminada ({ $at })
became-ends-left = { $who } salió ({ $at })
became-ends-left-unknown = Terminada ({ $at })
became-ends-transferred = Terminada ({ $at }): la conversación cambió de manos
became-ends-promoted = Terminada ({ $at }): pasó a ser una transferencia o una conferencia
became-ends-conversation_ended = Terminada con la conversación ({ $at })
became-promoted-transfer = Pasó a ser una transferencia ({ $at })
became-promoted-conference = Pasó a ser una conferencia ({ $at })

## requests

requests-title = Solicitudes
requests-lead = Quién solicitó a quién una consulta interna, transferencia o conferencia, y cómo terminó.
requests-leadOwn = Lo que has solicitado a tus compañeros, lo que te han solicitado y cómo terminó.
requests-table = Solicitudes, las más recientes primero
requests-filters = Filtros
requests-person = Persona
requests-everybody = Todas las personas de mis equipos
requests-me = Yo
requests-kind = Tipo
requests-anyKind = Todos los tipos
requests-status = Estado
requests-anyStatus = Todos
requests-outcome = Resultado
requests-anyOutcome = Todos
requests-outcomes-resolved = Pregunta respondida
requests-outcomes-unresolved = Pregunta no respondida
requests-period = Periodo
requests-periods-day = Hoy
requests-periods-week = Últimos 7 días
requests-periods-month = Últimos 30 días
requests-periods-custom = Periodo personalizado
requests-from = Desde
requests-until = Hasta
requests-clear = Borrar filtros
requests-columns-asked = Fecha de solicitud
requests-columns-kind = Tipo
requests-columns-people = De y para
requests-columns-customer = Cliente
requests-columns-status = Estado
requests-columns-became = Desenlace
requests-columns-outcome = Resultado
requests-none = No hay solicitudes
requests-noneText = Ninguna solicitud coincide con estos filtros en este periodo.
requests-failed = No se pudieron cargar las solicitudes.
requests-more = Mostrar más
requests-count = { $n ->
    [one] { $n } solicitud
   *[other] { $n } solicitudes
}
# There are more that are not loaded yet.
requests-count-more = { $n } hasta ahora
requests-exportCsv = Exportar como CSV
requests-exporting = Exportando… { $n }
requests-exported = { $n ->
    [one] Se exportó { $n } solicitud.
   *[other] Se exportaron { $n } solicitudes.
}
requests-exportFailed = No se pudo exportar. Inténtalo de nuevo.
requests-exportCut = Se exportaron las primeras { $n } solicitudes. Elige un periodo más corto para el resto.
requests-wrongPeriod = La fecha de inicio no puede ser posterior a la de fin y el periodo no puede superar los 92 días.
requests-open = Abrir la conversación con { $name }
requests-read = Leer la consulta interna
requests-messages = { $n ->
    [one] { $n } mensaje
   *[other] { $n } mensajes
}
# The name of a file: no spaces, no characters that a file system refuses.
requests-csv-file = solicitudes-{ $from }-{ $to }.csv
requests-csv-head-askedAt = Fecha de solicitud
requests-csv-head-kind = Tipo
requests-csv-head-from = De
requests-csv-head-to = Para
requests-csv-head-customer = Cliente
requests-csv-head-queue = Cola
requests-csv-head-conversation = Conversación
requests-csv-head-note = Nota
requests-csv-head-status = Estado
requests-csv-head-decidedAt = Fecha de decisión
requests-csv-head-decidedBy = Decidida por
requests-csv-head-waited = Espera (s)
requests-csv-head-reason = Motivo
requests-csv-head-endedAt = Fecha de fin
requests-csv-head-endedBy = Terminada por
requests-csv-head-talked = Duración (s)
requests-csv-head-messages = Mensajes
requests-csv-head-outcome = Resultado
requests-csv-head-outcomeNote = Nota del resultado
