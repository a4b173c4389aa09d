## idle
idle-idle = { $minutes ->
    [one] Llevas { $minutes } minuto sin actividad.
   *[other] Llevas { $minutes } minutos sin actividad.
}
idle-locked = Tu pantalla estaba bloqueada.
idle-question = ¿Cambiar tu estado a ausente? Hasta entonces recibes chats nuevos.
idle-reason = Motivo
idle-noReason = Sin motivo
idle-away = Cambiar a ausente
idle-stay = Seguir disponible
idle-setting = Preguntar si estoy ausente
idle-settingHint = Tras este tiempo sin pulsar teclas, hacer clic ni mover el ratón en ninguna pestaña de este navegador. Tu estado nunca cambia a ausente sin preguntarte.
idle-minutes = { $n ->
    [0] Nunca
    [one] Después de { $n } minuto
   *[other] Después de { $n } minutos
}
idle-lock = Preguntar también al bloquearse la pantalla
idle-lockOn = También se te pregunta al bloquearse la pantalla.
idle-lockDenied = Tu navegador no informa a esta página de cuándo se bloquea la pantalla.
