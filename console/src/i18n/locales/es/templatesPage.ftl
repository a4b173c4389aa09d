## templatesPage

templatesPage-account = Cuenta
templatesPage-new = Nueva plantilla
templatesPage-newTitle = Nueva plantilla
templatesPage-edit = Editar { $name }, { $language }
templatesPage-readOnly = Los administradores introducen las plantillas. Los agentes las envían desde el editor.
templatesPage-failed = No se pudieron cargar las plantillas.
templatesPage-noAccounts = Ninguna cuenta admite plantillas
templatesPage-noAccountsText = Las cuentas de WhatsApp sí. Sus plantillas se introducen aquí.
templatesPage-none = Aún no hay plantillas
templatesPage-noneText = Introdúcelas aquí tal como las aprobó el proveedor. Después, los agentes las envían a los clientes.
templatesPage-search = Buscar plantillas
templatesPage-noMatch = Sin resultados.
templatesPage-nameLabel = Nombre en el proveedor
templatesPage-nameHint = Minúsculas, cifras y guiones bajos; por ejemplo, order_update.
templatesPage-nameProblem = De 1 a 512 caracteres: de la a a la z, de 0 a 9 y _.
templatesPage-language = Idioma
templatesPage-languageHint = El código del proveedor; por ejemplo, en, en_US o pt_BR.
templatesPage-languageProblem = Un código como en, en_US o pt_BR.
templatesPage-exists = Esta cuenta ya tiene esta plantilla en este idioma.
templatesPage-category = Categoría
templatesPage-status = Estado en el proveedor
templatesPage-header = Encabezado
templatesPage-headerHint = Opcional. Una línea de 60 caracteres como máximo, con un valor como máximo.
templatesPage-body = Cuerpo
templatesPage-bodyHint = Pon los valores como { "{{1}}" }, { "{{2}}" } … o todos por nombre, como { "{{first_name}}" }.
templatesPage-footer = Pie
templatesPage-footerHint = Opcional. Una línea de 60 caracteres como máximo, sin valores.
templatesPage-buttons = Botones
templatesPage-buttonsHint = Uno por línea: 10 como máximo, de 25 caracteres como máximo cada uno.
templatesPage-fills = Se rellena con
templatesPage-fillsHint = Los agentes ven aquí el valor del cliente y pueden cambiarlo antes de enviar.
templatesPage-byHand = Lo introduce el agente
templatesPage-attribute = Un atributo del cliente
templatesPage-attributeName = Atributo para { "{{" }{ $name }{ "}}" }
templatesPage-valueOf =
    { $part ->
        [header] { "{{" }{ $name }{ "}}" } en el encabezado
       *[body] { "{{" }{ $name }{ "}}" }
    }
templatesPage-problems-body = Introduce el cuerpo.
templatesPage-problems-braces = Cierra cada { "{{" } con { "}}" }; entre ambos va un número o un nombre con letras de la a a la z, cifras de 0 a 9 y _.
templatesPage-problems-mixed = Usa números para todos los valores, o nombres para todos.
templatesPage-problems-gap = Numera los valores 1, 2, 3 … sin saltos.
templatesPage-problems-one = El encabezado admite un valor como máximo.
templatesPage-problems-fixed = Aquí no se admiten valores.
templatesPage-problems-line = Usa una sola línea.
templatesPage-problems-long = { $most } caracteres como máximo.
templatesPage-problems-many = 10 botones como máximo.
templatesPage-preview = Como lo lee el cliente
templatesPage-save = Guardar
templatesPage-retire = Retirar
templatesPage-reallyRetire = Retirar para todos los agentes
templatesPage-restore = Restaurar
templatesPage-retired = Plantillas retiradas
templatesPage-gone = Otra persona ha cambiado esta plantilla.
