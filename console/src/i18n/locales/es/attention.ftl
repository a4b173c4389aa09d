## attention
attention-none = No hay nada que atender
attention-noneText = Todos los mensajes tienen una cuenta y todos los registros se pueden leer.
attention-failed = No se pudo cargar
attention-unreadable = Registros que no se pueden leer
attention-unreadableText = Switchboard continúa como si estos registros no existieran. Corrígelos o elimínalos en la tabla.
attention-aside = Mensajes sin cuenta
attention-asideText = Los 50 más recientes de los últimos 30 días. Nadie los ha respondido.
attention-account = Cuenta { $id }
attention-noAccount = Ninguna cuenta indicada
attention-payload = Datos recibidos
