# Lo que se dice de los mensajes que vienen solos.

schedule-none = Aquí no se publica nada por sí solo. `/schedule quote` publica un pasaje al día, `/schedule plan` lee un texto poco a poco.
schedule-no_such = No hay ningún programa así. Elige uno de la lista que aparece mientras escribes.
schedule-not_a_time = No entiendo esa hora. Escríbela como 9:00 o 21:30.
schedule-no_such_zone = No conozco ninguna zona horaria «{ $zone }». Elige una de la lista que aparece mientras escribes, por ejemplo Europe/Madrid.
schedule-no_such_place = No encuentro ese lugar en ese texto. Nombra un capítulo, una página o un porcentaje como 40 %.
schedule-no_chapters = Ese texto no tiene capítulos que yo pueda contar, así que no pueden abrirse poco a poco. Pide la lectura sin `{ name-move_gate }`.
schedule-may_not_post = No tengo en este canal todos los permisos que necesito. Dame aquí *Ver canal*, *Enviar mensajes* (en un hilo, *Enviar mensajes en hilos*) y *Leer el historial de mensajes*, y pídelo otra vez.
schedule-too_many = Este servidor tiene { $most ->
    [one] { $most } programa
   *[other] { $most } programas
}, no puede tener más. `/schedule remove` quita uno.

## Qué se publica, y cuándo

schedule-portion = unas { $words ->
    [one] { $words } palabra
   *[other] { $words } palabras
} de { $title }
schedule-passage = un pasaje de { $title }
schedule-all_open = todos los textos abiertos aquí
schedule-every_day = cada día a las { $clock } ({ $zone })
schedule-weekdays = de lunes a viernes a las { $clock } ({ $zone })
schedule-made = Publico en este canal { $what }, { $when }; la primera vez { $moment }.
schedule-closed = El texto está cerrado en este canal desde el capítulo 1, y cada capítulo se abre cuando se ha publicado entero.
schedule-open = El texto está abierto en este canal hasta el capítulo { $chapter }, y cada uno de los siguientes se abre cuando se ha publicado entero.
schedule-tested = `/schedule test` muestra lo que viene después.

## La lista

schedule-line = **#{ $id }** <#{ $channel }>: { $what }, { $when }; { $next }
schedule-text_missing = { $what } (el texto no está)
schedule-gate_along = { $when }, los capítulos se abren poco a poco
schedule-next_at = la próxima vez { $moment }
schedule-paused = en pausa
schedule-no_access = en pausa: no puedo escribir ahí (403)
schedule-channel_gone = en pausa: el canal ya no existe (404)
schedule-refused = en pausa: Discord lo rechaza ({ $status })

## Qué pasa con uno

schedule-paused_now = **#{ $id }** está en pausa. Con `/schedule pause` otra vez, sigue.
schedule-resumed = **#{ $id }** sigue, la próxima vez { $moment }.
schedule-removed = **#{ $id }** está quitado, con todo lo que guardaba de ello.
schedule-told = Lo que pediste con `/schedule` en <#{ $channel }> está { $why }. Cuando esté arreglado, `/schedule pause` con **#{ $id }** hace que siga.

## Lo que viene después, visto de antemano

schedule-next = Lo siguiente, { $moment }:
schedule-next_paused = Lo siguiente, cuando siga:
schedule-nothing_open = No hay nada más de eso abierto en su canal, así que no se publicaría nada. `/gate show` dice hasta dónde están abiertos los textos.
schedule-not_open_to_you = Lo que viene va más allá de lo que has leído, como me dijiste con `/progress`, así que no te lo muestro.
schedule-text_gone = El texto no está, así que no se publicaría nada.

## Debajo de lo que se publica

schedule-end = Fin del texto, y de esta lectura.
schedule-late = Antes de esto, { $posts ->
    [one] { $posts } mensaje no se pudo
   *[other] { $posts } mensajes no se pudieron
} publicar a tiempo.
schedule-held = Antes de esto, { $posts ->
    [one] { $posts } mensaje no tenía
   *[other] { $posts } mensajes no tenían
} nada abierto que mostrar.
schedule-over = **{ $title }**: { schedule-end }

## En la lista mientras se escribe

schedule-plan = lectura
schedule-quote = cita
schedule-elsewhere = otro canal
schedule-all_texts = todos los textos
