## contacts
contacts-title = Contactos
contacts-list = Contactos, los más recientes primero
contacts-lead = { $days ->
    [one] Contactos con una conversación en el último día ({ $days }).
   *[other] Contactos con una conversación en los últimos { $days } días.
}
contacts-search = Nombre, ID, marca o último mensaje
contacts-searchName = Buscar contactos
contacts-count = { $n ->
    [one] { $n } contacto
   *[other] { $n } contactos
}
contacts-countSoFar = { $n ->
    [one] { $n } contacto (hay más abajo)
   *[other] { $n } contactos (hay más abajo)
}
contacts-more = Mostrar más
contacts-further = { $days ->
    [one] Ver hasta { $days } día atrás
   *[other] Ver hasta { $days } días atrás
}
contacts-none = Aún no hay contactos
contacts-noneText = Aquí aparecen los clientes que escriben a uno de tus equipos.
contacts-again = Volver a buscar
contacts-noMatch = No se encontraron contactos
contacts-noMatchText = { $days ->
    [one] Ningún contacto del último día ({ $days }) coincide con tu búsqueda.
   *[other] Ningún contacto de los últimos { $days } días coincide con tu búsqueda.
}
contacts-clear = Borrar la búsqueda
contacts-failed = No se pudieron cargar los contactos.
contacts-choose = Selecciona un contacto
contacts-chooseText = Consulta sus datos y todas sus conversaciones.
contacts-card = Contacto { $name }
contacts-missing = No se puede mostrar este contacto
contacts-missingText = No existe, o ninguna de sus conversaciones es de uno de tus equipos.
contacts-history = Conversaciones
contacts-historyNone = No hay conversaciones que puedas leer.
contacts-back = Volver a los contactos
