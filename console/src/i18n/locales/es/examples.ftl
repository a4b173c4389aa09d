## examples

examples-title = Ejemplo
examples-discuss = { $name } pide a { $other } una consulta. Sin respuesta en { $time }, la solicitud termina y { $name } lo sabe.
examples-assign = { $name } pide a { $other } que se haga cargo de una conversación. Sin respuesta en { $time }, la solicitud termina y la conversación queda con { $name }.
examples-conference = { $name } pide a { $other } que se una a una conferencia. Sin respuesta en { $time }, la solicitud termina.
examples-step = { $name } pide una consulta a un equipo. { $other } no acepta en { $step }: se pregunta al siguiente compañero, { $n ->
    [one] un compañero
   *[other] { $n } compañeros como máximo
} en { $time }.
examples-stepTooLong = Un compañero tendría más tiempo que toda la solicitud, que termina en { $time }.
examples-manual = John Smith espera en la cola hasta que { $name } u otro compañero acepte.
examples-auto = John Smith escribe. Si { $name } u otro compañero está disponible y tiene sitio, uno de ellos tiene la conversación de inmediato.
examples-loads = { $name } tiene { $mine } de { $room } conversaciones, { $other } tiene { $theirs } de { $otherRoom }. { $winner } recibe la siguiente, con menor parte de la capacidad ocupada.
examples-loadsEqual = { $name } tiene { $mine } de { $room } conversaciones, { $other } tiene { $theirs } de { $otherRoom }. Las partes son iguales: la siguiente va al agente que lleva más tiempo sin trabajo.
examples-longestIdle = { $name } tiene { $mine } de { $room } conversaciones y lleva 10 minutos sin trabajo nuevo, { $other } tiene { $theirs } de { $otherRoom } y lleva 3 minutos. { $name } recibe la siguiente.
examples-inTurn = { $name } recibió una conversación hace 10 minutos, { $other } hace 3 minutos. { $name } recibe la siguiente, con { $mine } de { $room } abiertas.
examples-noSkills = Todos los agentes del equipo pueden recibir una conversación.
examples-skills = Solo los agentes con { $skills } reciben una conversación: { $names }.
examples-nobodyAble = Nadie tiene { $skills }: ninguna conversación se asignaría.
examples-more = { $n } más
examples-priority = { $n ->
    [0] 0 es la prioridad más baja: todos los clientes con una mayor van primero.
   *[other] Un cliente con prioridad { $n } va antes que todos los que tienen una menor, también antes que los que llevan más tiempo esperando.
}
examples-firstAnswer = John Smith escribe. Tras { $warn } sin respuesta sale un aviso, tras { $time } la respuesta llega tarde.
examples-warnTooEarly = El aviso llegaría antes de que nadie espere. Avisa con menos de { $time }.
examples-requeue = { $name } no responde a John Smith. Tras { $warn } llega un aviso, y tras { $time } John Smith vuelve a esperar al principio de la cola.
examples-requeueOff = John Smith espera la respuesta de { $name }, tarde lo que tarde.
examples-offline = { $name } se desconecta. Tras { $time } cada conversación de { $name } vuelve a su cola.
examples-offlineOff = { $name } se desconecta y conserva las conversaciones.
examples-abandon = John Smith espera en el chat web y no escribe nada en { $time }: la conversación termina como abandonada.
examples-abandonOff = John Smith espera en el chat web hasta que un agente acepte la conversación.
examples-autoResolve = { $name } responde: { $from }. Si John Smith no escribe nada hasta { $until }, la conversación se resuelve.
examples-autoResolveLong = { $name } responde: { $from }. Si John Smith no escribe nada en { $time }, la conversación se resuelve.
examples-reopen = Una conversación termina: { $from }. Si John Smith vuelve a escribir hasta { $until }, continúa: con { $name }, si está disponible y tiene sitio; si no, en la cola.
examples-reopenLong = Una conversación termina: { $from }. Si John Smith vuelve a escribir en { $time }, continúa: con { $name }, si está disponible y tiene sitio; si no, en la cola.
examples-reopenOff = Una conversación termina. El siguiente mensaje de John Smith empieza una nueva, vinculada con la anterior.
examples-alwaysOpen = Los clientes escriben en cualquier momento y no reciben ningún mensaje automático.
examples-messageUnused = Nadie recibe el mensaje: sin horario siempre está abierto.
examples-messageMissing = El horario necesita un mensaje para el tiempo fuera de él.
examples-closed = Un cliente que empieza una conversación ({ $at }) recibe «{ $message }» y espera hasta { $until }.
examples-closedForLong = Un cliente que empieza una conversación ({ $at }) recibe «{ $message }». Después no hay ningún día abierto en un año.
examples-zone = Estas horas son las de { $zone }.
examples-wrapOff = { $name } resuelve una conversación y tiene sitio para la siguiente.
examples-wrapOptional = { $name } resuelve una conversación. Ocupa sitio hasta que { $name } la marca como hecha.
examples-wrapMandatory = { $name } resuelve una conversación. Ocupa sitio hasta que { $name } elige { $n ->
    [one] el único resultado
   *[other] uno de { $n } resultados
}.
examples-noOutcomes = Un resultado sería obligatorio, pero no hay ninguno que elegir. Añade resultados.
examples-wrapLimit = Tras { $time } cuenta como hecha sin él.
examples-transferNow = { $name } transfiere a John Smith a { $other }, que tiene la conversación de inmediato.
examples-transferOffer = { $name } transfiere a John Smith a { $other }, que tiene { $time } para aceptar. Hasta entonces la conversación queda con { $name }.
examples-anywhere = { $name } puede transferir a John Smith a cualquier compañero y equipo.
examples-nearby = { $name } puede transferir a John Smith a compañeros de sus equipos, del equipo de la cola y de los equipos que comparten el canal.
examples-keepsWait = John Smith ha esperado 12 minutos y pasa a otra cola: los clientes de allí con la misma prioridad que llevan menos tiempo van después.
examples-losesWait = John Smith ha esperado 12 minutos y pasa a otra cola: todos los clientes de allí con la misma prioridad van antes.
examples-keepsPriority = John Smith tiene prioridad 5 y la conserva en otra cola.
examples-losesPriority = John Smith tiene prioridad 5 y recibe la prioridad de la otra cola.
examples-parties = El cliente, { $name } y { $n ->
    [one] un compañero
   *[other] hasta { $n } compañeros
} pueden hablar juntos.
examples-closing = «{ $phrase }» como mensaje completo termina la conversación; «{ $phrase }, una pregunta más» no.
examples-noClosing = Ningún mensaje de un cliente termina una conversación.
examples-capacity = Con { $open } de { $n } conversaciones, { $name } { $room ->
    [0] no tiene sitio: el trabajo nuevo va a los compañeros.
   *[other] tiene sitio para { $room } más.
}
