## mentions

mentions-title = Menciones
mentions-rail = Menciones
# -many where there are more than 98.
mentions-unseen =
    { $n ->
        [one] { $n } mención nueva
       *[other] { $n } menciones nuevas
    }
mentions-unseen-many = más de 98 menciones nuevas
mentions-kept = De los últimos 30 días
mentions-none = Nadie te ha mencionado
mentions-noneText = Los colegas te mencionan con @ en un comentario, que también aparece aquí.
mentions-failed = No se pudieron cargar las menciones.
mentions-fresh = Nuevo:
mentions-more = Mostrar más
mentions-lost = El comentario es demasiado antiguo para mostrarse.
