## settingsWhen

settingsWhen-request = Para las solicitudes a partir de entonces. Las que están en curso conservan su tiempo.
settingsWhen-step = A partir del siguiente compañero consultado, también en solicitudes en curso.
settingsWhen-menu = De inmediato, en todos los menús. Las entradas anteriores conservan sus palabras.
settingsWhen-mode = De inmediato. Una cola que pasa a automática reparte a todos los que esperan.
settingsWhen-choice = A partir de la siguiente elección.
settingsWhen-skills = Las habilidades nuevas rigen de inmediato, también para los que esperan. Las conversaciones conservan las habilidades con las que empezaron.
settingsWhen-opening = Para las conversaciones que empiecen a partir de entonces.
settingsWhen-target = De inmediato, para todos los que esperan una primera respuesta. Si acortas el tiempo, un aviso ya fijado aún puede llegar a su hora anterior.
settingsWhen-history = De inmediato, para todas las conversaciones anteriores.
settingsWhen-origins = De inmediato, la próxima vez que una página abra el chat.
settingsWhen-watch = De inmediato si das más tiempo. Si das menos, las conversaciones que ya esperan aún pueden tener el tiempo anterior.
settingsWhen-offline = Para los agentes que se desconecten a partir de entonces. Desactivado rige de inmediato.
settingsWhen-reopen = A partir del siguiente mensaje del cliente, también para conversaciones ya terminadas.
settingsWhen-message = A partir del siguiente mensaje del cliente.
settingsWhen-ending = Para las conversaciones que terminen a partir de entonces. Los cierres abiertos quedan como están.
settingsWhen-outcomes = De inmediato, también en los cierres abiertos. Las conversaciones terminadas conservan su resultado.
settingsWhen-transfer = A partir de la siguiente transferencia.
settingsWhen-conference = A partir de la siguiente solicitud. Nadie tiene que dejar una conferencia.
settingsWhen-surveys = De inmediato, en el menú. Una pregunta ya enviada queda como está.
