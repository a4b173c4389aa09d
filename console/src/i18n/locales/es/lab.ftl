## lab

lab-title = Pruébalo
lab-close = Cerrar
lab-story = Primeros pasos
lab-storyIntro = Aquí no hay nadie más, así que Smith y Martha actúan solos.
lab-begin = Hacer que Smith escriba
lab-again = Empezar de nuevo
lab-done = listo
lab-next = siguiente
lab-progress = { $n } de { $of }
lab-finished = Eso es todo. La consulta interna solo la vieron tú y Martha.
lab-steps-write-title = Smith escribe
lab-steps-write-hint = Un cliente de WhatsApp. Entra en la cola.
lab-steps-accept-title = Aceptar a John Smith
lab-steps-accept-hint = En cola → John Smith → Aceptar.
lab-steps-answer-title = Responderle
lab-steps-answer-hint = Él contesta al cabo de un momento.
lab-steps-discuss-title = Consultar con Martha
lab-steps-discuss-hint = Asignar/Consultar → Martha Osei. Ella acepta.
lab-steps-talk-title = Escribirle
lab-steps-talk-hint = En la consulta interna. Smith no lo ve.
lab-steps-end-title = Terminar la consulta interna
lab-steps-end-hint = E indicar si se ha resuelto.
lab-steps-resolve-title = Resolver
lab-steps-resolve-hint = Antes, darle a Smith la buena noticia.
lab-switches = Interruptores
lab-people = Quién participa
lab-martha = Martha acepta consultas internas y responde
lab-smith = Smith responde cuando le escribes
lab-yourself = Martha eres tú.
lab-network = Fallos
lab-networkIntro = En el camino del servidor a cada consola y chat. Todo debería recuperarse solo.
lab-cut = Cortar todas las conexiones
lab-wasCut =
    { $n ->
        [one] Se cortó { $n } conexión.
       *[other] Se cortaron { $n } conexiones.
    }
lab-faults-drop = Descartar una actualización de cada cinco
lab-faults-duplicate = Enviar dos veces una actualización de cada tres
lab-faults-reorder = Desordenar las actualizaciones
lab-faults-delay = Retrasar todas medio segundo
lab-clock = Reloj del laboratorio
lab-clockIntro = Solo hacia adelante. Lo que venza hasta entonces ocurre al instante.
lab-jumps-30 = +30 s
lab-jumps-120 = +2 min
lab-jumps-900 = +15 min
lab-jumps-86400 = +1 día
lab-dayHint = Un día cierra la sesión de todos.
lab-ahead = El reloj del servidor va { $text } adelantado.
lab-failed = La plataforma local no responde.
lab-marthaSays-1 = ¡Hola! ¿Asas que gotean? Es el lote de marzo, lo conozco.
lab-marthaSays-2 = La pieza 20-817, una junta, lo arregla. Gratis hasta fin de mes.
lab-marthaSays-3 = Encantada de ayudar. Termina la consulta cuando quieras y dale la buena noticia.
lab-smithSays-1 = Hola, mi hervidor nuevo gotea por el asa. Pedido 20817, llegó el martes.
lab-smithSays-2 = Sí, cada vez que sirvo. ¿Es seguro?
lab-smithSays-3 = Prefiero quedármelo a devolverlo, fue un regalo.
lab-smithSays-4 = ¡Estupendo, sería genial!
