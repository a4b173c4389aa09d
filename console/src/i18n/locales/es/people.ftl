## people

people-title = Personas
people-lead = Todas las personas del equipo, su estado y sus competencias.
people-readOnly = Los gestores pueden editar a las personas de sus equipos; los administradores, a todas.
people-search = Buscar por nombre, equipo o competencia
people-count = { $shown } de { $all }
# All of them are shown.
people-count-all = { $all ->
    [one] { $all } persona
   *[other] { $all } personas
}
people-table = Compañeros
people-columns-name = Nombre
people-columns-role = Rol
people-columns-teams = Equipos
people-columns-presence = Estado
people-columns-load = Carga
people-columns-skills = Competencias
people-columns-acts = Acciones
people-roles-agent = Agente
people-roles-manager = Gestor
people-roles-admin = Administrador
people-you = tú
people-inactive = Cuenta desactivada
people-since = desde { $when }
people-load = { $open } de { $capacity }
people-loadUnit = conversaciones
people-noSkills = Ninguna
people-write = Escribir a { $name }
people-edit = Editar a { $name }
people-noMatch = Sin resultados
people-clear = Borrar la búsqueda
people-loadFailed = No se pudo actualizar la lista; puede que no esté al día.
people-form-title = Editar a { $name }
people-form-name = Nombre
people-form-nameProblem = De { $min } a { $max } caracteres
people-form-capacity = Conversaciones simultáneas
people-form-capacityHint = De { $min } a { $max }. Al llegar a este número no se asignan conversaciones nuevas.
people-form-capacityProblem = Un número entero de { $min } a { $max }
people-form-skills = Competencias
people-form-skillsHint = Hasta { $max }. Minúsculas, dígitos y guiones; los espacios se convierten en guiones.
people-form-skillProblem = Hasta { $max } caracteres: de a a z, de 0 a 9 y guiones
people-form-skill = Otra competencia
people-form-add = Añadir
people-form-remove = Quitar { $skill }
people-form-noSkills = Aún no hay competencias
people-form-skillsFull = El límite es { $max }; quita una primero
people-form-skillTwice = { $skill } ya está añadida
people-form-call = Enlace de llamada
people-form-callHint = Un número de teléfono o sip:nombre@host. Dejar vacío si no hay.
people-form-callProblem = Un número de teléfono o un enlace tel:, sip: o sips: de hasta 200 caracteres
people-form-signIn = Inicio de sesión
people-form-active = Puede iniciar sesión
people-form-activeHint = Sin este permiso, sus sesiones se cierran al instante y sus conversaciones vuelven a la cola.
people-form-unbind = Desvincular su cuenta
people-form-unbindHint = Cierra su sesión. Se vinculará la próxima cuenta con su dirección de correo verificada.
people-form-unbound = Aún no hay ninguna cuenta vinculada. Se vinculará en el primer inicio de sesión con su dirección de correo verificada.
people-form-save = Guardar
people-form-saving = Guardando…
people-form-unreachable = No se pudo contactar con el servidor. Es posible que los cambios no se hayan guardado; inténtalo de nuevo.
people-form-saved = Cambios guardados: { $name }
