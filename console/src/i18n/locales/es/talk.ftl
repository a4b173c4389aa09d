## talk

talk-name = Consulta interna
talk-title = Consulta interna: { $names }
talk-private = Solo la pueden leer quienes participaron.
talk-list = Terminadas, sin marcar como listas
talk-with = Con { $names }
talk-asked = Solicitud de { $name }
talk-nothing = No hay mensajes que puedas leer.
talk-failed = No se pudo cargar la consulta interna.
talk-resolved = La pregunta se respondió.
talk-unresolved = La pregunta no se respondió.
talk-ended-ended = La terminó { $by } ({ $at }).
talk-ended-left = { $by } fue la última persona en salir ({ $at }).
talk-ended-transferred = Terminó cuando la conversación cambió de manos ({ $at }).
talk-ended-promoted = Pasó a ser una transferencia o una conferencia ({ $at }).
talk-ended-conversation_ended = Terminó con la conversación ({ $at }).
talk-open = Abrir la conversación { $id }
talk-read = Leer
talk-readName = Leer la consulta interna
talk-done = Marcar como lista
talk-doneFor = Marcar como lista la consulta interna sobre { $name }
talk-away-offline = { $name } está sin conexión
talk-away-away = { $name } está ausente
talk-away-awayFor = { $name } está ausente: { $reason }
talk-away-back = { $name } ha vuelto
