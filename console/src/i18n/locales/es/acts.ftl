## acts
acts-accept = Aceptar la solicitud o al siguiente cliente
acts-reject = Rechazar la solicitud
acts-discuss = Asignar/Consultar
acts-transfer = Transferir
acts-resolve = Resolver
acts-resolveNext = Resolver y abrir la siguiente
acts-label = Etiquetas
acts-select = Seleccionar varias conversaciones
acts-events = Mostrar todos los eventos, los importantes o ninguno
acts-send = Enviar
acts-newline = Nueva línea
acts-canned = Respuestas predefinidas
acts-comment = Escribir un comentario
acts-mode = Cambiar entre respuesta y comentario
acts-attach = Adjuntar un archivo
acts-next = Conversación siguiente
acts-previous = Conversación anterior
acts-nextWaiting = Siguiente cliente en espera
acts-update = Actualizar el orden de la lista
acts-search = Buscar conversaciones
acts-focusCustomer = Escribir al cliente
acts-focusDiscussion = Escribir en la consulta interna
acts-focusList = Lista de conversaciones
acts-focusDetails = Detalles
acts-nextPanel = Panel siguiente
acts-previousPanel = Panel anterior
acts-close = Cerrar
acts-palette = Paleta de comandos
acts-help = Atajos de teclado
acts-goConversations = Ir a conversaciones
acts-goMentions = Ver dónde te mencionan
acts-goTeamChat = Abrir el chat de equipo
acts-goContacts = Ir a contactos
acts-goPeople = Ir a personas
acts-goBoard = Ir al panel en vivo
acts-goSettings = Ir a ajustes
acts-goPreferences = Ir a tus preferencias
acts-available = Cambiar a disponible
acts-away = Cambiar a ausente: sin trabajo nuevo
acts-theme = Cambiar entre claro y oscuro
acts-density = Cambiar entre amplio y compacto
acts-mute = Activar o desactivar los avisos sonoros

## actGroups
actGroups-work = Conversaciones
actGroups-write = Escritura
actGroups-move = Navegación
actGroups-app = Consola

## help
help-title = Atajos de teclado
help-or = o
help-none = Sin atajo
help-singleOff = Las teclas sin Ctrl ni Alt están desactivadas en tus preferencias.
help-single = Las letras sueltas funcionan mientras no escribes.
help-mac = Al escribir, ⌥ con una letra produce un carácter. Usa ⌘K ahí para llegar a todos los comandos.
help-change = Cambiar atajos

## palette
palette-title = Paleta de comandos
palette-placeholder = Buscar o ejecutar un comando
palette-results = Resultados
palette-none = Sin resultados para «{ $query }»
palette-noneHere = Sin resultados aquí para «{ $query }»
palette-count = { $n ->
    [one] { $n } resultado
   *[other] { $n } resultados
}
palette-groups-acts = Comandos
palette-groups-conversations = Conversaciones
palette-groups-people = Personas
palette-groups-contacts = Contactos
palette-groups-settings = Ajustes
palette-groups-everywhere = Resultados de toda la búsqueda
palette-talk = Chat de equipo
palette-mine = Mis conversaciones
palette-queued = En espera en { $queue }
palette-discussion = Consulta interna
palette-everywhere = Buscar «{ $query }» en todas partes
palette-searching = Buscando en todas partes…
palette-noneEverywhere = No coincide ninguna otra conversación que puedas leer.
palette-searchFailed = La búsqueda ha fallado.
palette-again = Reintentar
palette-more = Mostrar más
palette-of = Conversaciones con { $name }
palette-contact = Abrir el contacto { $name }
palette-ofPlaceholder = Filtrar estas conversaciones
palette-ofLoading = Cargando las conversaciones…
palette-ofNone = No hay conversaciones que puedas leer.
palette-ofFailed = No se pudieron cargar las conversaciones.
palette-back = Volver a todos los resultados
palette-hint-move = mover
palette-hint-run = seleccionar
palette-hint-close = cerrar
palette-hint-back = volver
