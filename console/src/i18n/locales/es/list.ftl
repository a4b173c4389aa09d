### Words of the conversation list: finding, sorting, choosing, marking.

## finding

finding-search = Buscar en esta lista
finding-placeholder = Buscar chats
finding-clearSearch = Borrar la búsqueda
finding-filters = Filtros
finding-filtersOn = { $n ->
    [one] { $n } filtro activo
   *[other] { $n } filtros activos
}
finding-any = Cualquiera
finding-anybody = Cualquiera
finding-fields-channel = Canal
finding-fields-status = Estado
finding-fields-tag = Marca
finding-fields-label = Etiqueta
finding-fields-owner = Agente
finding-fields-queue = Cola
finding-fields-within = Inicio
finding-fields-from = Inicio después de
finding-fields-to = Inicio antes de
finding-within-24h = Últimas 24 horas
finding-within-7d = Últimos 7 días
finding-within-30d = Últimos 30 días
finding-anyTime = Cualquier fecha
finding-custom = Periodo personalizado…
finding-backwards = La fecha de inicio es posterior a la de fin.
finding-chip = { $field }: { $value }
finding-remove = Quitar el filtro { $chip }
finding-clear = Quitar filtros
finding-done = Listo
finding-found = { $n ->
    [one] { $n } conversación
   *[other] { $n } conversaciones
}
finding-none = Sin resultados
finding-noneText = Nada en esta lista coincide con la búsqueda y los filtros.
finding-noneEverywhere = No se encontró ninguna conversación.
finding-everywhere = Buscar en todas partes
finding-everywhereName = Resultados de todas partes
finding-back = Volver a la lista
finding-elsewhere = «{ $tab }» no contiene conversaciones de este tipo, por lo que se busca en todas.
finding-failed = La búsqueda ha fallado.

## sorting

sorting-name = Ordenar por
sorting-by-last_assigned = Asignación más reciente
sorting-by-longest_waiting = Mayor tiempo de espera
sorting-by-latest_message = Último mensaje del cliente
sorting-by-highest_priority = Prioridad más alta
sorting-button = Orden: { $by }
sorting-moved = { $n ->
    [one] { $n } cambió de lugar
   *[other] { $n } cambiaron de lugar
}
sorting-update = actualizar
sorting-toUpdate = para actualizar
sorting-press = pulsa
sorting-gone = { $name } ya no está en esta lista

## rowMenu

rowMenu-name = Acciones para { $name }
rowMenu-label = Etiqueta
rowMenu-labels = Etiquetas de { $name }
rowMenu-noLabels = No hay etiquetas configuradas
rowMenu-labelsLimit = Máximo { $max } etiquetas
rowMenu-tags = Marcas…
rowMenu-rename = Editar título…
rowMenu-priority = Prioridad…
rowMenu-transfer = Transferir…
rowMenu-copyLink = Copiar enlace
rowMenu-copyId = Copiar ID
rowMenu-linkCopied = Enlace copiado
rowMenu-idCopied = { $id } copiado

## marking

marking-tag = Marca
marking-label = Etiqueta
marking-aliasTitle = Título de la conversación
marking-aliasText = Los compañeros encuentran la conversación por este título. El cliente no lo ve.
marking-alias = Título
marking-aliasRemove = Quitar el título
marking-aliasSave = Guardar
marking-tagsTitle = Marcas
marking-tagsText = En la conversación con { $name }. El cliente no las ve.
marking-tagsAdd = Añadir una marca
marking-tagsPlaceholder = Escribe una marca y pulsa Enter
marking-tagsNone = Aún no hay marcas.
marking-tagsLimit = Máximo { $max } marcas.
marking-tagsThere = Ya tiene esta marca.
marking-tagTooLong = Una marca admite un máximo de { $max } caracteres: sobran { $over }.
marking-tagRemove = Quitar la marca { $tag }
marking-suggestions = Sugerencias
marking-more = y { $n } más
marking-labelled = Etiquetas: { $names }
marking-alsoCalled = título: { $alias }

## queue

# Under a conversation that waits and is only looked at.
queue-preview = Vista previa. Acepta para responder.
queue-waiting = En espera desde hace { $time }
queue-place = Puesto { $n } en { $queue }
queue-skills = Requiere { $skills }
queue-load = { $open } de { $capacity } chats
queue-auto = Estás viendo una conversación en espera. Se asignará automáticamente a un agente.
queue-accept = Aceptar
queue-accepting = Aceptando…
queue-full = { $open } de { $capacity } chats: no te queda sitio. Primero resuelve o transfiere un chat.
queue-taken = { $name } ya la tomó
queue-assignedByYou = La asignaste a { $name }
queue-assigned = { $by } la asignó a { $name }
queue-ago = { $said } hace { $time }
queue-gone = Ya no está en espera.
queue-next = Mostrar la siguiente
queue-leave = Cerrar
