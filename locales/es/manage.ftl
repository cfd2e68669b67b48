manage-not_here = Quien me aloja no me deja guardar textos ni ajustes de servidores.
manage-on_servers_only = Eso solo es posible en un servidor.
manage-not_a_manager = Para eso hace falta el permiso *Gestionar servidor*.
manage-not_discords = Discord indica para ese archivo una dirección que no es suya, así que no lo he descargado.
manage-wrong_length = Ese archivo no tiene el tamaño que indicó Discord. Envíalo de nuevo, por favor.
manage-not_fetched = No he podido obtener ese archivo de Discord. Envíalo de nuevo, por favor.
manage-uploads_busy = Ahora mismo se están leyendo otros archivos. Inténtalo de nuevo dentro de un minuto.
manage-no_such_text = Este servidor no tiene ese texto. Elige uno de la lista que aparece mientras escribes.
manage-no_title = Un título necesita al menos una letra o un número.
manage-no_texts = Este servidor no tiene textos propios. Con `/texts add` se añade uno.
manage-server_deleted = Todo lo que guardaba de este servidor se ha eliminado: sus propios textos con todo lo que se hizo con ellos, y sus ajustes.

## /texts add

manage-added = Añadido, solo para los miembros de este servidor: **{ $title }** ({ $chapters }, { $passages }, { $words }, idioma: { $language }).
manage-no_chapters = sin capítulos
manage-left_out = He dejado fuera lo que no he podido leer: { $pages } ({ $listed }). Si son imágenes de páginas, pásale al archivo un reconocimiento de texto (OCR).
manage-there_already = Ese archivo ya lo tengo: **{ $title }**.
manage-too_many_texts = Este servidor tiene { $most ->
    [one] { $most } texto
   *[other] { $most } textos
}, y no puede tener más. `/texts remove` libera espacio.
manage-too_many_words = Con ese texto, este servidor superaría el máximo de palabras ({ $most }); ahora tiene { $there }. `/texts remove` libera espacio.
manage-too_many_bytes = Con ese texto, los de este servidor ocuparían más de { $mib } MiB, con lo que se hace con ellos para encontrar respuestas. `/texts remove` libera espacio.
manage-no_room = No queda espacio para textos de servidores. Quien me aloja puede liberarlo.
manage-too_large = Ese archivo ocupa más de { $mib } MiB. Divídelo, o envía un formato sin imágenes.
manage-unknown_format = No leo archivos como { $file }. Envía { -formats }.
-formats = .txt, .md, .html, .epub, .docx o .pdf
manage-unreadable = El archivo { $file } { $reason }. No se ha añadido nada.
# Por qué no se puede leer un archivo, como $reason.
reason-locked = está protegido con contraseña; guarda una copia sin ella
reason-copy_protected = está protegido contra copias (DRM); usa una copia sin protección
reason-pictures = no tiene texto, solo imágenes; pásale un reconocimiento de texto (OCR)
reason-empty = no tiene texto
reason-damaged = está dañado; consíguelo o guárdalo de nuevo
reason-other_format = no tiene el formato que indica su nombre; guárdalo como { -formats }
reason-too_much = es demasiado grande para leerlo; divídelo
reason-failed = no se ha podido leer; guárdalo de nuevo, o en otro formato

## Los otros subcomandos de /texts

manage-removed = **{ $title }** ya no está, ni en las respuestas ni en ningún archivo mío. Los mensajes en los que se cita están en Discord, y se quedan.
manage-renamed = Ahora el texto se llama **{ $title }**.
manage-listed = **{ $count ->
    [one] { $count } texto propio
   *[other] { $count } textos propios
} de este servidor**
manage-more = … y { $more } más: `/library` los muestra todos.
manage-quota = Este servidor tiene { $texts } de { $most_texts ->
    [one] { $most_texts } texto
   *[other] { $most_texts } textos
}; número de palabras: { $words } de { $most_words }; los archivos ocupan { $mib } MiB en total.
manage-quota_file = Un archivo puede ocupar hasta { $mib } MiB{ $uploads }.
manage-uploads = , con un máximo de { $an_hour ->
    [one] { $an_hour } archivo
   *[other] { $an_hour } archivos
} por hora

## /settings

settings-shared = Aquí busco también en los textos de todos los servidores.
settings-not_shared = Aquí no busco en los textos de todos los servidores.
settings-private = Solo quien pregunta ve la respuesta, si no indica otra cosa.
settings-public = Todos ven una respuesta, si quien pregunta no indica otra cosa.
settings-language = Lo que todos ven está en este idioma: { $language }.
settings-discords_language = Lo que todos ven está en el idioma que este servidor tiene en Discord.
settings-usual_text = En este canal busco en **{ $title }** si no se indica otro texto.
settings-all_texts = En este canal busco en todos los textos.
settings-feedback = Bajo las respuestas están los botones **{ button-helpful }** (pulsado { $helpful }×) y **{ button-not_it }** ({ $not_it }×).
settings-no_feedback = Bajo las respuestas no hay botones para decir si ayudaron.
settings-gaps = **Las preguntas que los textos no responden se guardan** 30 días: `/gaps show` las muestra.
settings-no_gaps = No se guardan preguntas.

## /progress y /gate

gates-to_you = para ti
gates-to_channel = en este canal
gates-to_server = en este servidor
gates-closed = **{ $title }**: bloqueado { $to } desde el capítulo 1. { -not-told }
gates-open = **{ $title }**: desbloqueado { $to } hasta el capítulo { $chapter }. { -not-told }
gates-open_heading = **{ $title }**: desbloqueado { $to } hasta el capítulo { $chapter } (**{ $heading }**). { -not-told }
-not-told = Lo que viene después no se cuenta.
gates-no_such_chapter = No encuentro ningún capítulo { $chapter } en **{ $title }**. `/library` con `{ name-document }` muestra sus capítulos.
gates-cleared = **{ $title }**: desbloqueado { $to } hasta el final.
gates-all_cleared = Todos los textos están desbloqueados { $to } hasta el final.
gates-listed = Desbloqueado { $to }:
gates-line = **{ $title }** hasta el capítulo { $chapter }
gates-line_heading = **{ $title }** hasta el capítulo { $chapter }, **{ $heading }**
# Of a text that was replaced.
gates-line_closed = **{ $title }** está bloqueado desde el capítulo 1
gates-line_gone = **{ $title }** está cerrado: ya no tiene capítulo { $chapter }
gates-one_text = Elige un solo texto de la lista que aparece mientras escribes.
gates-forgotten = Todos los textos están desbloqueados para ti hasta el final, aquí y en todas partes. He olvidado hasta dónde has leído.
