## import of agents

import-open = Importar un archivo CSV
import-title = Importar agentes
import-lead = Un archivo CSV invita y cambia a muchos agentes a la vez. Nada cambia antes de que hayas visto cada fila.
import-drop = Suelta aquí un archivo CSV
import-choose = Elegir un archivo
import-sample = Descargar un ejemplo
import-paste = O pega la tabla
import-pasted = La tabla pegada
import-check = Comprobar las filas
import-checking = Comprobando { $source }…
import-columnsTitle = Columnas
import-columnsText = La primera línea nombra las columnas, en cualquier orden. Entre las celdas hay comas, puntos y comas, tabuladores o barras. Una celda vacía deja lo que está configurado.
import-columns-email = Obligatoria. Una dirección conocida cambia a ese agente; una nueva crea uno.
import-columns-name = Sin nombre, un agente nuevo recibe uno a partir de la dirección.
import-columns-role = agent, manager o admin. Un agente nuevo es agente.
import-columns-teams = Nombres o ids de equipos, separados por ;
import-columns-skills = Habilidades, separadas por ;
import-columns-capacity = Conversaciones a la vez, de 1 a 50.
import-columns-call = El enlace de la sala de llamadas del agente.
import-wrong-empty = El archivo está vacío.
import-wrong-large = La tabla tiene más de 3 MB. Impórtala por partes.
import-wrong-workbook = Es el formato propio de una hoja de cálculo. Guárdala como CSV y elige ese archivo.
import-checked = { $source }: { $n ->
    [one] { $n } fila
   *[other] { $n } filas
}
import-nothingYet = Aún no ha cambiado nada.
import-leavesOut = { $n ->
    [one] Aún no ha cambiado nada. La importación omite la fila rechazada.
   *[other] Aún no ha cambiado nada. La importación omite las { $n } filas rechazadas.
}
import-ignored = Se omiten las columnas desconocidas: { $names }.
import-begin = { $n ->
    [0] Nada que importar
    [one] Importar { $n } fila
   *[other] Importar { $n } filas
}
import-other = Elegir otro archivo
import-rows = Filas
import-filter = Mostrar filas
import-all = Todas { $n }
import-count = { $word } { $n }
import-fates-new = Nuevos
import-fates-changed = Cambios
import-fates-unchanged = Sin cambios
import-fates-refused = Rechazadas
import-done-new = Creados
import-done-changed = Cambiados
import-done-unchanged = Sin cambios
import-done-refused = Rechazadas
import-rowNumber = Fila { $n }
import-changes = Cambios: { $fields }
import-refusedAt = { $column }: { $words }
import-pages = Páginas de filas
import-before = Anterior
import-after = Siguiente
import-range = { $from } a { $to } de { $all }
import-running = Importando agentes
import-progress = { $done } de { $total } filas.
import-goesOn = La importación sigue mientras miras otras páginas de la consola.
import-stop = Detener
import-stopping = Deteniendo…
import-stopped = Detenida antes de la fila { $row }
import-resume = Seguir desde la fila { $row }
import-finished = Listo: { $new } creados, { $changed } cambiados, { $unchanged } sin cambios, { $refused } rechazadas
import-invitations = Invitaciones
import-inviteHint = Los agentes nuevos aún no pueden iniciar sesión. Cada uno necesita un enlace de acceso, por correo o de tu parte.
import-invite = { $n ->
    [one] Invitar a { $n } agente
   *[other] Invitar a { $n } agentes
}
import-inviting = { $done } de { $total } invitados
import-mailed = { $n ->
    [one] Salió { $n } correo.
   *[other] Salieron { $n } correos.
}
import-byHand = { $n ->
    [one] { $n } agente no recibió ningún correo. Entrégale el enlace.
   *[other] { $n } agentes no recibieron ningún correo. Entrégales los enlaces.
}
import-inviteFailed = { $n ->
    [one] No se pudo crear { $n } enlace. Inténtalo de nuevo.
   *[other] No se pudieron crear { $n } enlaces. Inténtalo de nuevo.
}
import-links = Descargar los enlaces
import-copyLink = Copiar el enlace de { $name }
import-moreLinks = El archivo contiene { $n } más.
import-elsewhere = Los agentes nuevos inician sesión con sus direcciones de correo en vuestro servicio de acceso.
