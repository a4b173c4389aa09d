## connectionStates
connectionStates-again = { $changed ->
    [0] Conexión restablecida.
    [one] Conexión restablecida. Ha cambiado { $changed } conversación.
   *[other] Conexión restablecida. Han cambiado { $changed } conversaciones.
}
connectionStates-catchingUp = Actualizando…
connectionStates-update = Hay una actualización disponible.
connectionStates-reload = Recargar
connectionStates-revoked = Ya no tienes acceso a la consola
connectionStates-revokedText = Los borradores y los mensajes sin enviar se conservan en este navegador.
connectionStates-switchAccount = Iniciar sesión con otra cuenta
