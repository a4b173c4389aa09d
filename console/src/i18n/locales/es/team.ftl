## teamChat

teamChat-about = Conversación { $id }
teamChat-tie = Sobre la conversación { $id }
teamChat-transfer = Transferir…
teamChat-transferTo = Transferir esta conversación a { $name } u otras personas
teamChat-confer = Conferencia…
teamChat-conferWith = Añadir a { $name } u otras personas a esta conversación
teamChat-title = Chat de equipo
teamChat-hint = Solo lo pueden leer las dos personas del chat
teamChat-search = Buscar compañeros
teamChat-talks = Chats
teamChat-colleagues = Iniciar un chat
teamChat-loadFailed = No se pudieron cargar todos los chats.
teamChat-none = Aún no hay compañeros
teamChat-noneText = Cuando haya más personas en el equipo, podrás escribirles aquí.
teamChat-noMatch = Nadie con ese nombre
teamChat-clear = Borrar la búsqueda
teamChat-you = Tú:
teamChat-unread = { $n ->
    [one] { $n } mensaje no leído
   *[other] { $n } mensajes no leídos
}
teamChat-gone = Ya no está en el equipo
teamChat-back = Volver a todos los chats
teamChat-close = Cerrar el chat de equipo
teamChat-log = Chat con { $name }
teamChat-empty = Aún no hay mensajes. Saluda a { $name }.
teamChat-offline = { $name } está sin conexión y verá tus mensajes más tarde.
teamChat-failed = No se pudieron cargar los mensajes.
teamChat-older = Mensajes anteriores
teamChat-loading = Cargando…
teamChat-olderFailed = No se pudieron cargar los mensajes anteriores.
teamChat-fresh = Nuevo
teamChat-label = Escribir a { $name }
teamChat-placeholder = Escribir a { $name }…
teamChat-send = Enviar
teamChat-line = { $name }: { $text }
teamChat-call = Llamar a { $name }
