# Respuestas a lo que no funcionó.

sorry-internal = Algo ha fallado por mi parte; el registro de quien me aloja dice qué. Inténtalo de nuevo en un momento.
sorry-unreadable = No he podido leer lo que me ha enviado Discord. Inténtalo de otra manera.
sorry-empty_question = ¿Qué te gustaría saber? Pregunta con tus propias palabras.
sorry-empty_search = ¿Qué palabras quieres que busque?
sorry-old_button = Ya no reconozco este tipo de botón. Vuelve a preguntar con `/ask`.
sorry-text_changed = El texto ha cambiado desde que se mostró esto, así que no puedo seguir desde ahí.
sorry-text_changed_ask = El texto ha cambiado desde que se mostró esto, así que no puedo seguir desde ahí. Vuelve a preguntar con `/ask`.
sorry-gone = Los textos por los que se preguntó ya no están. `/library` muestra lo que hay ahora.
sorry-not_yours_to_delete = Solo quien preguntó, o quien puede gestionar mensajes aquí, puede eliminar esto.
sorry-no_such_place = No he encontrado ese lugar. Indica un capítulo, una página, un porcentaje como 40 % o unas palabras que estén ahí.
sorry-no_chapters = No conozco capítulos en ese texto. Indica una página, un porcentaje como 40 % o unas palabras que estén ahí.
sorry-no_such_chapter = { $count ->
    [one] Ese texto solo tiene { $count } capítulo.
   *[other] Ese texto tiene { $count } capítulos, y ese no es ninguno de ellos.
}
sorry-outside = Eso no está en ese texto, que va de «{ $first }» a «{ $last }».
sorry-which_text = ¿Qué texto? Nómbralo, por ejemplo «{ $example }», o elígelo con `/read` y `{ name-document }`.
sorry-empty_message = Ese mensaje no tiene texto que yo pueda buscar.
sorry-no_texts = Todavía no tengo textos para este servidor. Quien lo gestiona puede añadirlos con `/texts add`, o dejarme usar los de todos los servidores con `/settings`.
sorry-not_open = Nada de eso está desbloqueado aquí todavía. Con `/progress` dices hasta dónde has leído, y con `/gate`, hasta dónde ha leído un canal.
sorry-not_open_to_all = Eso va más allá de lo que este canal ha leído, así que no lo publico aquí.
sorry-busy = Hay tanta gente preguntando a la vez que no doy abasto. Inténtalo de nuevo dentro de un minuto.
sorry-person_limited = Es más de lo que puedo atender de una sola persona a la vez. Inténtalo de nuevo dentro de { $seconds ->
    [one] { $seconds } segundo
   *[other] { $seconds } segundos
}.
sorry-server_limited = De este servidor llega más de lo que puedo atender a la vez. Inténtalo de nuevo dentro de { $seconds ->
    [one] { $seconds } segundo
   *[other] { $seconds } segundos
}.
sorry-no_such_document = No tengo ningún texto llamado «{ $name }». `/library` muestra lo que he leído.
sorry-ambiguous_document = «{ $name }» coincide con más de un texto: { $titles }. Elige uno de la lista que aparece mientras escribes.
sorry-which_of = ¿Qué texto? «{ $name }» es una colección: { $titles }.
sorry-and_more = { $listed } y { $more } más
