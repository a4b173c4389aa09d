### Words of working together: conferences, monitoring, transfers of several, wrap-up.

## party

party-name = Participantes
party-owner = responsable
party-guest = en la conferencia
party-remove = Quitar a { $name } de la conferencia
party-removed = { $name } ya no está en la conferencia
party-leave = Salir de la conferencia
party-leaveShort = Salir
party-leaving = Saliendo…
party-leaveTitle = Salir de la conferencia
party-leaveGuest = La conversación con { $name } continúa. Responsable: { $owner }.
party-leaveOwner = La conversación continúa sin ti. Será responsable quien lleve más tiempo en ella y tenga capacidad: { $names }.
party-leaveOwnerOne = La conversación continúa sin ti. A partir de ahora, responsable: { $name }.
party-glyph = Conferencia

## monitor

monitor-start = Observar
monitor-bar = Observación
monitor-modes-silent = En silencio
monitor-modes-coach = Asesorar
monitor-modes-barge = Intervenir
monitor-effects-silent = Lees la conversación. Solo lo ven los gestores.
monitor-effects-coach = Solo { $owner } ve lo que escribes.
monitor-effects-barge = El cliente ve lo que escribes.
monitor-chip-silent = observa
monitor-chip-coach = asesora
monitor-chip-barge = interviene
monitor-stop = Dejar de observar
monitor-mode = Modo de observación

## coach

coach-band = Asesoramiento
# Under each line.
coach-privacy = Visible solo para ti y para { $names }
coach-privacyAlone = El cliente no lo ve
coach-label = Mensaje entre el responsable y quien asesora
coach-placeholder = Escribir a { $names }…
coach-answer = { $names } te asesora. Responde aquí; el cliente no lo ve.
coach-answerMany = { $names } te asesoran. Responde aquí; el cliente no lo ve.

## attention

attention-conference = Estás en la conferencia con { $name }
attention-joined = { $who } se unió a la conferencia con { $name }
attention-coached = { $who } te escribió en privado sobre { $name }
attention-said = { $who } escribió en la consulta interna sobre { $name }
attention-wrote = { $who } escribió en la conferencia con { $name }
attention-due = { $name } espera una primera respuesta
attention-late = { $name }: la primera respuesta está retrasada
attention-requeue = { $name } volverá pronto a la cola

## due

due-left = primera respuesta en { $time }
due-late = Primera respuesta con { $time } de retraso
due-front = De vuelta en la cola, con preferencia
due-frontShort = Siguiente
due-priority = Prioridad { $n }

## requeue

requeue-banner = Sin respuesta, la conversación volverá a la cola { $queue } en { $time }
requeue-now = Volviendo a la cola { $queue }…

## team

team-monitored = Estás observando
team-waiting = En espera en { $queue }
team-auto = Asignación automática
team-running = Conversaciones de tus equipos
team-empty = No hay conversaciones activas
team-emptyElse = No hay más conversaciones activas
team-emptyText = Aquí aparecen las conversaciones en las que trabajan tus equipos.
team-failed = No se pudo cargar la lista.
team-refresh = Actualizar
team-more = Mostrar más
team-with = con { $name }

## bulk

bulk-select = Seleccionar
bulk-stop = Terminar selección
bulk-pick = Seleccionar { $name }
bulk-all = Seleccionar todo
bulk-none = Quitar selección
bulk-transfer = Transferir seleccionadas ({ $n })
bulk-title = { $n ->
    [one] Transferir { $n } conversación
   *[other] Transferir { $n } conversaciones
}
bulk-hint = Los chats que no se pueden transferir se quedan donde están.
bulk-result = { $done } de { $all } transferidas
bulk-offered = { $done } de { $all } solicitadas
bulk-done = Transferida
bulk-doneOffer = Solicitada
bulk-retry = { $n ->
    [one] Reintentar la fallida
   *[other] Reintentar las { $n } fallidas
}
bulk-limit = Máximo { $n } a la vez.

## wrap

wrap-group = Cierre
wrap-row = Terminada; marcar como lista
wrap-title = Finalizar esta conversación
wrap-titleNumbered = Finalizar la conversación { $id }
wrap-disposition = Tipificación
wrap-dispositionOptional = Tipificación (opcional)
wrap-choose = Elegir…
wrap-note = Nota (opcional)
wrap-done = Marcar como lista
wrap-needed = Primero elige una tipificación.
wrap-neededText = Primero escribe una tipificación.
