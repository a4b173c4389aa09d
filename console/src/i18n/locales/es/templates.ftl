## templates

templates-name = Plantillas
templates-open = Enviar una plantilla
templates-choose = Elegir una plantilla
templates-search = Buscar plantillas
templates-languages = Idioma
templates-all = Todos los idiomas
templates-none = Esta cuenta no tiene plantillas
templates-noneText = Un administrador las introduce en los ajustes, tal como las aprobó el proveedor.
templates-noMatch = No se encontró ninguna plantilla
templates-failed = No se pudieron cargar las plantillas.
templates-status-approved = Aprobada
templates-status-paused = En pausa
templates-status-rejected = Rechazada
templates-status-retired = Retirada
templates-notSendable-approved = { "" }
templates-notSendable-paused = El proveedor ha pausado esta plantilla. Ahora no se puede enviar.
templates-notSendable-rejected = El proveedor rechazó esta plantilla. No se puede enviar.
templates-notSendable-retired = Esta plantilla ya no se usa.
templates-categories-utility = Utilidad
templates-categories-marketing = Marketing
templates-categories-authentication = Autenticación
templates-preview = Vista previa para { $customer }
templates-values = Valores
templates-noValues = Esta plantilla no lleva valores.
templates-value = Valor de { "{{" }{ $name }{ "}}" }
templates-headerValue = Valor de { "{{" }{ $name }{ "}}" } en el encabezado
templates-wrong-missing = Introduce un valor.
templates-wrong-line = Usa una sola línea, sin tabulaciones.
templates-wrong-spaces = Usa como máximo cuatro espacios seguidos.
templates-tooLong =
    { $over ->
        [one] El texto completo supera el límite en { $over } carácter.
       *[other] El texto completo supera el límite en { $over } caracteres.
    }
templates-back = Volver a las plantillas
templates-send = Enviar a { $customer }
templates-blocked =
    { $count ->
        [one] Falta { $count } valor
       *[other] Faltan { $count } valores
    }
templates-sent = Plantilla
templates-keys = Arriba y Abajo eligen, Intro acepta, Esc cierra
templates-keysValues = Intro pasa al siguiente valor y al final envía, Esc vuelve atrás
