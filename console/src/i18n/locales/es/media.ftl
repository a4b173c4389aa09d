## media

media-fetching = Este archivo está en camino…
media-refused-too_large = Este archivo supera los 25 MB, o los 16 MB en imágenes, sonidos y vídeos. Pide uno más pequeño.
media-refused-program = Este archivo es un programa y no se ha guardado.
media-refused-gone = El proveedor ya no tiene este archivo.
media-refused-unreachable = No se ha podido obtener este archivo.
media-askAgain = Pedir de nuevo
media-askFor = Pedir de nuevo { $name }
media-length = { $minutes }:{ $seconds }
media-enlarge = Ampliar: { $what }
media-missing = Este archivo no se puede cargar ahora.
media-gone = Este archivo ya no está disponible.
media-again = Reintentar
media-open = Abrir { $name } en una pestaña nueva
media-openShort = Abrir
media-play = Reproducir { $name }
media-playShort = Reproducir
media-larger = Ampliar
media-smaller = Reducir
media-zoom = { $percent } %
media-of = { $at } de { $all }
media-original = Abrir original
media-download = Descargar
media-previous = Imagen anterior
media-next = Imagen siguiente

## attach

attach-add = Adjuntar archivos
attach-drop = Suelta aquí los archivos para adjuntarlos
attach-list = Archivos adjuntos
attach-takes = Se admite: { $kinds }
attach-states-checking = Comprobando…
attach-states-uploading = Subiendo, { $percent } %
attach-states-ready = Listo
attach-caption = Descripción de { $name }
attach-captionPlaceholder = Descripción
attach-cancel = Cancelar { $name }
attach-remove = Quitar { $name }
attach-again = Reintentar
attach-empty = El archivo está vacío.
attach-unknown = No se pueden enviar archivos de este tipo.
attach-refused = { $type } no se admite en { $channel }.
attach-refusedComment = { $type } no se puede añadir a un comentario.
# -same where the size and the limit read the same.
attach-large = { $size } es demasiado: como máximo { $limit }.
attach-large-same = El archivo supera { $limit }.
attach-unreachable = La subida ha fallado.
attach-tooMany =
    { $n ->
        [one] Se ha omitido { $n } archivo
       *[other] Se han omitido { $n } archivos
    }: como máximo { $limit } a la vez.
attach-pending =
    { $n ->
        [one] { $n } archivo se está subiendo.
       *[other] { $n } archivos se están subiendo.
    }
attach-blocked =
    { $n ->
        [one] { $n } archivo no se puede enviar: hay que quitarlo.
       *[other] { $n } archivos no se pueden enviar: hay que quitarlos.
    }
