## offer

offer-region = Solicitudes de colegas
offer-asksDiscuss = { $from } solicita una consulta interna
offer-asksAssign = { $from } te pide que tomes la conversación
offer-asksConference = { $from } te pide que te unas a la conferencia
offer-asksJoin = { $from } te pide que te unas a una consulta interna
offer-asksAlso = También se ha solicitado a: { $names }. Será de quien acepte primero.
offer-waiting = espera: { $time }
offer-accept = Aceptar
offer-reject = Rechazar
offer-look = Vista previa
offer-expiring = caducando…
offer-left = quedan { $time }
offer-more =
    { $n ->
        [one] { $n } solicitud más
       *[other] { $n } solicitudes más
    }
offer-remaining =
    { $seconds ->
        [60] Queda 1 minuto para responder a { $who }
       *[other] Quedan { $seconds } segundos para responder a { $who }
    }
offer-pendingDiscuss = Pendiente de respuesta: { $to }
offer-pendingAssign = Pendiente de que { $to } tome la conversación
offer-pendingConference = Conferencia pendiente de que se una { $to }
offer-pendingJoin = Consulta interna pendiente de que se una { $to }
# In the place of a name in other sentences; German stays the same in every case.
offer-target-agent = { $name }
offer-target-manager = { $name }
offer-target-team = alguien del equipo { $name }
offer-target-skill = alguien con { $name }
offer-target-queue = alguien de { $name }
offer-askingOne = solicitud en curso: { $who }
offer-askingAll = solicitud simultánea: { $names }
offer-tried = antes: { $names }
offer-passed-pending = { $who }
offer-passed-accepted = { $who } ha aceptado
offer-passed-rejected = { $who } ha rechazado
offer-passed-withdrawn = { $who }: retirada
offer-passed-timed_out = { $who } no ha respondido
offer-passed-rescinded = { $who }: cancelada
offer-whole = quedan { $time } en total
offer-withdraw = Retirar
offer-over = Esta solicitud ha terminado.

## refusals

refusals-already_taken = Ya la ha tomado { $agent }
refusals-not_owner = Responsable actual: { $agent }
refusals-consulting = Aquí participas en una consulta interna y no puedes escribir al cliente
refusals-at_capacity = Estás al límite
refusals-offer_pending = Ya hay una solicitud para { $agent }
refusals-not_initiator = Solo { $agent } decide cómo sigue esta consulta interna
refusals-target_unavailable = { $agent } no está disponible
refusals-target_full = { $agent } está al límite
refusals-target_empty = Ahí nadie acepta trabajo
refusals-nobody_available = Ahí no hay nadie disponible con capacidad libre
refusals-transfer_not_allowed = No está en un equipo que atienda esta conversación
refusals-not_a_group = Solo se puede solicitar a todos a la vez en un equipo, una competencia o una cola
refusals-target_in_conference = Ya está en la conferencia
refusals-target_consults = Ya está en una consulta interna de esta conversación
refusals-conference_full = La conferencia está llena
refusals-not_in_conference = Ya no está en la conferencia
refusals-no_successor = Ningún invitado disponible tiene capacidad libre: aún no puedes salir
refusals-too_many_offers = Ya hay tres solicitudes pendientes
refusals-too_many_discussions = Ya hay tres consultas internas en curso o pendientes
refusals-too_many_experts = Ya hay cinco colegas en esta consulta interna
refusals-which_expert = Selecciona un colega
refusals-not_expert = Ya no está en esta consulta interna
refusals-already_involved = Participas en esta conversación y no puedes observarla
refusals-too_many_monitors = Ya hay tres gestores observando
refusals-not_monitoring = Ya no observas esta conversación
refusals-nobody_coaches = Ya nadie te asesora
refusals-nothing_to_wrap_up = Ya está marcada como lista
refusals-unknown_disposition = Ese resultado ya no está en los ajustes
refusals-cannot_undo = Esto ya no se puede deshacer
refusals-unknown_choice = Esta opción se quitó en los ajustes
refusals-out_of_range = Ese número está fuera del intervalo
refusals-conversation_closed = La conversación ha terminado
refusals-still_queued = Nadie ha tomado la conversación todavía
refusals-version_conflict = Otra persona acaba de cambiar los ajustes

## offerEnds

offerEnds-taken = La ha tomado { $agent }.
offerEnds-agreed = { $agent } ha aceptado.
offerEnds-accepted = Ya se ha aceptado, quizá en otra pestaña.
offerEnds-rejected = Ya se ha rechazado.
offerEnds-withdrawn = Se ha retirado entretanto.
offerEnds-timed_out = Ha caducado.
offerEnds-rescinded = La conversación cambió de manos antes.
offerEnds-left = El cliente se fue antes.
offerEnds-ended = La conversación terminó antes.
offerEnds-moved = La conversación pasó antes a otra persona.
