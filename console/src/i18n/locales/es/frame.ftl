## app
app-name = Switchboard
app-title = Consola de Switchboard
app-skip = Ir a la conversación
app-loading = Cargando…
app-signingIn = Iniciando sesión…
app-signInFailed = No se pudo iniciar sesión
app-signIn = Iniciar sesión
app-signInAgain = Iniciar sesión de nuevo
app-sessionEnded = Tu sesión ha terminado
app-sessionEndedText = Inicia sesión de nuevo para continuar. Tus borradores y mensajes sin enviar se conservan en este navegador.
app-serverMissing = No se puede conectar con el servidor
app-unreachable = No disponible en este momento
app-unreachableText = El servidor no responde. No se ha perdido nada; inténtalo de nuevo en un momento.
app-storageBlocked = Tu navegador no guarda datos de este sitio, y son necesarios para iniciar sesión. Permite las cookies y los datos de sitio de { $site } en los ajustes del navegador, o sal de la navegación privada, y vuelve a intentarlo.
app-tryAgain = Reintentar
app-close = Cerrar
app-cancel = Cancelar
app-back = Atrás
app-copy = Copiar
app-copied = Copiado
app-notCopied = El navegador ha bloqueado la copia. Cópialo desde aquí: { $text }
app-somebody = Alguien
app-you = Tú
app-them = ti
app-system = Switchboard

## separator
separator-list = Ancho de la lista de conversaciones
separator-details = Ancho de los detalles
separator-talk = Altura de la consulta interna
separator-width = { $px } píxeles

## start
start-waiting = { $n ->
    [one] { $n } cliente te espera
   *[other] { $n } clientes te esperan
}
start-longest = Quien más espera: { $name }, { $time }
start-open = Abrir { $name }
start-take = Tomar al siguiente de la cola ({ $n })
start-done = Todo al día.
start-doneText = Los chats nuevos aparecen a la izquierda.
start-keys-move = Moverse por la lista
start-keys-next = Siguiente cliente en espera
start-keys-help = Todos los atajos

## rail
rail-nav = Navegación principal
rail-conversations = Conversaciones
rail-contacts = Contactos
rail-people = Personas
rail-requests = Solicitudes
rail-board = Panel en vivo
rail-lab = Pruébalo
rail-teamChat = Chat de equipo
rail-teamChatUnread = { $n ->
    [one] { $n } mensaje sin leer del equipo
   *[other] { $n } mensajes sin leer del equipo
}
rail-unread = { $n ->
    [one] { $n } conversación con mensajes sin leer
   *[other] { $n } conversaciones con mensajes sin leer
}
rail-settings = Ajustes
rail-help = Atajos de teclado
rail-presence = Tu estado
rail-theme = Apariencia
rail-themes-system = Sistema
rail-themes-light = Claro
rail-themes-dark = Oscuro
rail-sound = Avisos sonoros
rail-preferences = Preferencias
rail-signOut = Cerrar sesión
rail-load = { $open } de { $capacity }
rail-loadUnit = conversaciones
rail-loadLong = { $open } de { $capacity } conversaciones
rail-short-conversations = Chats
rail-short-mentions = Menciones
rail-short-teamChat = Equipo
rail-short-contacts = Contactos
rail-short-people = Personas
rail-short-requests = Solicitudes
rail-short-board = Panel
rail-short-settings = Ajustes

## sound
sound-blocked = Los sonidos están desactivados hasta que los permitas.
sound-says-no = Tu navegador bloquea los sonidos hasta que hagas clic.
sound-says-trying = Activando los sonidos…
sound-says-failed = No se puede reproducir ningún sonido: este equipo o navegador no tiene salida de audio en este momento. Conecta una y vuelve a intentarlo, o continúa sin sonidos.
sound-enable = Activar sonidos
sound-dismiss = Continuar sin sonidos

## signOut
signOut-title = ¿Cerrar sesión con trabajo pendiente?
signOut-text = En cada caso te espera un cliente o alguien de tu equipo. Al cerrar sesión, tu estado pasa a «Desconectado».
signOut-stays = El cliente está esperando. La conversación sigue siendo tuya hasta que vuelvas.
signOut-requeue = El cliente está esperando. La conversación vuelve a la cola { $queue } después de { $time }.
signOut-talk = La consulta interna con { $who } sigue sin ti.
signOut-request = { $who } espera tu respuesta. La solicitud vence por sí sola.

## presence
presence-available = Disponible
presence-busy = Al límite
presence-away = Ausente
presence-offline = Desconectado
presence-full = Al límite
presence-availableHint = Recibes chats nuevos
presence-awayHint = No recibes chats nuevos
presence-reasons = Ausente, con motivo
presence-setBy = Establecido por { $who }
presence-awayFor = { $reason }
presence-otherReason = Otro motivo
presence-goAway = Marcar como ausente
presence-busyHint = Establecido por el sistema
presence-busyTold = { $places ->
    [one] El sistema muestra tu estado como «Al límite» mientras tengas { $places } conversación. Para dejar de recibir trabajo antes, elige «Ausente».
   *[other] El sistema muestra tu estado como «Al límite» mientras tengas { $places } conversaciones. Para dejar de recibir trabajo antes, elige «Ausente».
}

## connection
connection-connecting = Conectando…
connection-syncing = Actualizando…
connection-live = Conectado
connection-reconnecting = Reconectando
connection-offline = Sin conexión. Lo que escribas se guarda y se envía después.
connection-stale = La conexión no responde. Reconectando
connection-ended = Sesión cerrada
connection-revoked = Sin acceso
connection-tooltip = { $followed ->
    [one] Conectado, tiempo de respuesta { $ms } ms, { $followed } conversación seguida
   *[other] Conectado, tiempo de respuesta { $ms } ms, { $followed } conversaciones seguidas
}
connection-tooltipNoTrip = { $followed ->
    [one] Conectado, { $followed } conversación seguida
   *[other] Conectado, { $followed } conversaciones seguidas
}
connection-tries = { $seconds ->
    [0] Intento { $attempt }…
   *[other] Intento { $attempt }, el siguiente en { $seconds } s.
}
connection-retry = Reintentar ahora
connection-needed = Requiere conexión
connection-waiting = { $n } en espera

## notices
notices-region = Avisos
notices-dismiss = Descartar
notices-unreachable = El servidor no responde. Comprueba si la acción se completó y luego inténtalo de nuevo.
nowhere-title = Aquí no hay nada
nowhere-text = Ninguna página tiene esta dirección.
nowhere-back = Ir a las conversaciones
notices-discardedNote = Descartado.
notices-assigned = Nueva conversación: { $name }
notices-given = { $who } te ha asignado la conversación con { $name }
notices-back = { $name } ha vuelto a escribir: la conversación es tuya de nuevo
notices-more = { $n } más
notices-mentioned = { $who } te ha mencionado
notices-presenceSet-away = { $who } ha cambiado tu estado a «Ausente»: no recibes trabajo nuevo
notices-presenceSet-available = { $who } ha cambiado tu estado a «Disponible»: recibes trabajo nuevo
notices-accepted = { $who } ha aceptado. La consulta interna está abierta.
notices-titleWaiting = { $name } está esperando
notices-titleOffer = { $name } te envía una solicitud
# What was taken from me.
notices-lost-assigned = { $to } es ahora responsable de la conversación con { $name }
notices-lost-assignedBy = { $by } ha asignado a { $to } la conversación con { $name }
notices-lost-transferred = { $by } ha movido la conversación con { $name } a { $queue }
notices-lost-unanswered = La conversación con { $name } ha vuelto a la cola { $queue }: la respuesta tardó demasiado
notices-lost-owner_offline = La conversación con { $name } ha vuelto a { $queue }: no tenías conexión
notices-lost-removed = { $by } te ha retirado de la conferencia con { $name }
notices-lost-resolved = { $by } ha resuelto la conversación con { $name }
notices-open = Abrir
notices-unread = { $n } sin leer de { $name }
# To who asked.
notices-answers-rejected = { $who } ha rechazado tu solicitud sobre { $name }
notices-answers-withdrawn = Se ha retirado tu solicitud a { $who } sobre { $name }
notices-answers-timed_out = Tu solicitud ha vencido: { $who } no ha respondido sobre { $name }
notices-answers-taken = { $who } ha aceptado tu solicitud sobre { $name }
notices-answers-rescinded = Tu solicitud a { $who } ha quedado sin efecto: { $name } pasó a otra persona o se fue
notices-answers-left = Tu solicitud a { $who } ha quedado sin efecto: { $name } se ha ido
notices-answers-ended = Tu solicitud a { $who } ha quedado sin efecto: la conversación con { $name } ha terminado
notices-answers-moved = Tu solicitud a { $who } ha quedado sin efecto: { $name } pasó a otra persona
# To who was asked.
notices-lapses-taken = { $who } se ocupa de { $name }
notices-lapses-rejected = La solicitud de { $who } sobre { $name } ha sido rechazada
notices-lapses-withdrawn = { $who } ha retirado la solicitud sobre { $name }
notices-lapses-timed_out = La solicitud de { $who } sobre { $name } ha vencido
notices-lapses-rescinded = La solicitud de { $who } ha quedado sin efecto: { $name } pasó a otra persona o se fue
notices-lapses-left = La solicitud de { $who } ha quedado sin efecto: { $name } se ha ido
notices-lapses-ended = La solicitud de { $who } ha quedado sin efecto: la conversación con { $name } ha terminado
notices-lapses-moved = La solicitud de { $who } ha quedado sin efecto: { $name } pasó a otra persona
