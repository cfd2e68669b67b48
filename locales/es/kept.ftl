# Lo que un servidor puede activar: botones para juzgar las respuestas, y la lista de preguntas sin respuesta. Markdown.

## A quien pulsó un botón bajo una respuesta

feedback-thanks = Gracias.
feedback-again = Ya me lo habías dicho de esta respuesta; cuenta una vez.
feedback-off = Eso ya no se cuenta aquí.

## /gaps

gaps-kept = Esta pregunta se guarda 30 días para quienes gestionan este servidor.
gaps-switched_on = **Desde ahora guardo aquí las preguntas que los textos no responden**: las palabras y el día, durante 30 días, para quienes gestionan este servidor. No quién preguntó. Cada respuesta así lo dice, y `/privacy show` cuenta más.
gaps-off = Este servidor no guarda preguntas. `/settings server` con `{ name-gaps }` lo cambia.
gaps-none = Ahora mismo no hay preguntas guardadas.
gaps-listed = **Lo que los textos no respondieron** en los últimos 30 días, lo más frecuente primero:
gaps-cleared = Todas las preguntas guardadas están borradas, de todos los archivos que tengo.
