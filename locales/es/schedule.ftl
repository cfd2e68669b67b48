# Lo que se dice de los mensajes que vienen solos.

schedule-none = Aquí no se publica nada automáticamente. `/schedule quote` publica un pasaje al día, `/schedule plan` lee un texto poco a poco.
schedule-no_such = No existe esa publicación programada. Elige una de la lista que aparece mientras escribes.
schedule-not_a_time = No entiendo esa hora. Escríbela así: 9:00 o 21:30.
schedule-no_such_zone = No conozco ninguna zona horaria «{ $zone }». Elige una de la lista que aparece mientras escribes, por ejemplo Europe/Madrid.
schedule-no_such_place = No encuentro ese lugar en ese texto. Indica un capítulo, una página o un porcentaje como 40 %.
schedule-no_chapters = Ese texto no tiene capítulos que yo pueda contar, así que no puedo desbloquearlos poco a poco. Programa la lectura sin `{ name-move_gate }`.
schedule-may_not_post = No tengo en este canal todos los permisos que necesito. Dame aquí *Ver canal*, *Enviar mensajes* (en un hilo, *Enviar mensajes en hilos*) y *Leer el historial de mensajes*, y pídelo otra vez.
schedule-too_many = Este servidor tiene { $most ->
    [one] { $most } publicación programada
   *[other] { $most } publicaciones programadas
}, y no puede tener más. `/schedule remove` elimina una.

## Qué se publica, y cuándo

schedule-portion = alrededor de { $words ->
    [one] { $words } palabra
   *[other] { $words } palabras
} de { $title }
schedule-passage = un pasaje de { $title }
schedule-all_open = todos los textos desbloqueados aquí
schedule-every_day = todos los días ({ $clock }, { $zone })
schedule-weekdays = de lunes a viernes ({ $clock }, { $zone })
schedule-made = Publico en este canal { $what }, { $when }; primera vez: { $moment }.
schedule-closed = El texto está bloqueado en este canal desde el capítulo 1, y cada capítulo se desbloquea cuando se ha publicado entero.
schedule-open = El texto está desbloqueado en este canal hasta el capítulo { $chapter }, y cada uno de los siguientes se desbloquea cuando se ha publicado entero.
schedule-tested = `/schedule test` muestra lo que viene después.

## La lista

schedule-line = **#{ $id }** <#{ $channel }>: { $what }, { $when }; { $next }
schedule-text_missing = { $what } (ese texto ya no está)
schedule-gate_along = { $when }, los capítulos se desbloquean poco a poco
schedule-next_at = próxima vez: { $moment }
schedule-paused = en pausa
schedule-no_access = en pausa: no puedo escribir ahí (403)
schedule-channel_gone = en pausa: el canal ya no existe (404)
schedule-refused = en pausa: Discord lo rechaza ({ $status })

## Qué pasa con uno

schedule-paused_now = **#{ $id }** está en pausa. Usa otra vez `/schedule pause` para que siga.
schedule-resumed = **#{ $id }** sigue; próxima vez: { $moment }.
schedule-removed = **#{ $id }**: publicación eliminada, con todo lo que guardaba de ella.
schedule-told = Lo que programaste con `/schedule` en <#{ $channel }> está { $why }. Cuando se arregle, `/schedule pause` con **#{ $id }** hace que siga.

## Lo que viene después, visto de antemano

schedule-next = Lo siguiente, { $moment }:
schedule-next_paused = Lo siguiente, cuando siga:
schedule-nothing_open = Lo que sigue no está desbloqueado en su canal, así que no se publicaría nada. `/gate show` dice hasta dónde están desbloqueados los textos.
schedule-not_open_to_you = Lo que viene va más allá de lo que has leído, según me dijiste con `/progress`, así que no te lo muestro.
schedule-text_gone = Ese texto ya no está, así que no se publicaría nada.

## Debajo de lo que se publica

schedule-end = Fin del texto, y de esta lectura.
schedule-late = Antes de esto, { $posts ->
    [one] { $posts } mensaje no se pudo
   *[other] { $posts } mensajes no se pudieron
} publicar a tiempo.
schedule-held = Antes de esto, { $posts ->
    [one] { $posts } mensaje no se publicó
   *[other] { $posts } mensajes no se publicaron
} porque no había nada desbloqueado.
schedule-over = **{ $title }**: fin del texto, y de esta lectura.

## En la lista mientras se escribe

schedule-plan = lectura
schedule-quote = cita
schedule-elsewhere = otro canal
schedule-all_texts = todos los textos
