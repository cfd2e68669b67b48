# Lo que un servidor puede activar: botones para juzgar las respuestas, y la lista de preguntas sin respuesta. Markdown.

## A quien pulsó un botón bajo una respuesta

feedback-thanks = Gracias.
feedback-again = Ya me habías dado tu opinión sobre esta respuesta; solo cuenta una vez.
feedback-off = Aquí ya no se cuentan las opiniones.

## /gaps

gaps-kept = Esta pregunta se guarda 30 días para quienes gestionan este servidor.
gaps-switched_on = **Desde ahora guardo aquí las preguntas que los textos no responden**: las palabras y el día, durante 30 días, para quienes gestionan este servidor. No quién preguntó. Cada una de esas respuestas lo avisa, y `/privacy show` cuenta más.
gaps-off = Este servidor no guarda preguntas. Se puede cambiar con `/settings server` y `{ name-gaps }`.
gaps-none = Ahora mismo no hay preguntas guardadas.
gaps-listed = **Lo que los textos no respondieron** en los últimos 30 días, las preguntas más frecuentes primero:
gaps-cleared = Todas las preguntas guardadas se han eliminado, de todos los archivos que tengo.
