## canned
canned-name = Respuestas predefinidas
canned-search = Buscar respuestas predefinidas
canned-open = Insertar una respuesta predefinida
canned-categories = Categorías
canned-all = Todas
canned-none = Aún no hay respuestas predefinidas.
canned-noMatch = Sin coincidencias
canned-failed = No se pudieron cargar las respuestas predefinidas.
canned-preview = Vista previa
canned-missing = Falta el valor de { $names }: complétalo antes de enviar.
canned-blocks = { $n ->
    [one] { $names } no tiene valor: complétalo o elimínalo.
   *[other] { $names } no tienen valor: complétalos o elimínalos.
}

## compose
compose-keysCtrl = Ctrl+Intro envía, Intro inserta una línea nueva
compose-mentions = Personas para mencionar
compose-draftLeft = Habías empezado una respuesta aquí. No se envió.
compose-keepAsComment = Guardar como comentario
compose-copyDraft = Copiar
compose-discardDraft = Descartar
compose-draftKept = Guardado como comentario
