# Lo que el bot cuenta de sí mismo.

## Un saludo

greeting-example = ¡Hola! Pregúntame por los textos que he leído, por ejemplo: _{ $question }_
greeting-plain = ¡Hola! Pregúntame por los textos que he leído; `/library` muestra cuáles son.

## /help

help-title = **Respondo con citas**
help-about = Pregunta por los textos que he leído y cito las frases que responden, palabra por palabra y con su lugar. Si los textos no lo dicen, lo digo.
help-tried = Prueba: { $command } _{ $question }_
help-ask = { $command } una pregunta. Mientras escribes aparecen lugares que encajan; elige uno o sigue escribiendo.
help-search = { $command } palabras: dónde están exactamente, y cuántas veces.
help-read = { $command } un texto desde un capítulo, una página, el 40 % o unas palabras.
help-random = { $command } un pasaje al azar.
help-quiz = { $command } un cuestionario: lo que falta en una frase, quién la dice, o de qué capítulo es.
help-library = { $command } lo que he leído, y los capítulos de un texto.
help-privacy = { $command } lo que guardo de tus preguntas, y de un servidor.
help-progress = { $command } hasta dónde has leído: no te cuento nada de lo que sigue.
help-managers = Quien gestiona un servidor le da textos propios con `/texts`, dice con `/settings` qué hago allí, con `/gate` hasta dónde ha leído un canal, y con `/schedule` qué publico por mi cuenta.
help-private = Con `{ name-private }` solo tú ves la respuesta, y puedes publicarla después. También puedes mencionarme con una pregunta, responderme o escribirme directamente.
help-apps = Haz clic derecho en un mensaje (o mantenlo pulsado) y elige **Aplicaciones**: **{ name-find }** lo busca, **{ name-check }** dice si de verdad está en un texto.
help-buttons = Los botones bajo una respuesta son de quien preguntó; si fue otra persona, al pulsar recibes una copia tuya.

## /privacy

privacy-title = **Lo que guardo**
privacy-asked = **De lo que preguntas: nada.** Tu pregunta se responde de memoria y se olvida. No está en ningún registro ni en ningún archivo.
privacy-asked_here = **De lo que preguntas**: este servidor me hace guardar las preguntas que los textos no responden, 30 días, para quienes lo gestionan: las palabras y el día, no quién preguntó. Cada respuesta así a `/ask` o a una mención lo dice. Todas las demás preguntas se responden de memoria y se olvidan. Ninguna está en el registro.
privacy-log = **En el registro** de la persona que me mantiene: por cada uso, el tipo de comando, cuánto tardó y si funcionó. Ni palabras, ni nombres, ni identificadores.
privacy-messages = **En mis mensajes**: la pregunta, para que todos vean qué se respondió, y en los botones el identificador de quien preguntó y el lugar en el texto. Se van cuando se borra el mensaje; quien preguntó puede pulsar «{ button-delete }».
privacy-quiz = **En un cuestionario**: quién respondió qué, solo en la memoria, hasta que termina o me reinicio. Al final todos ven cuántas veces se falló algo, no quién.
privacy-server = **De un servidor**: los textos que añaden con `/texts` quienes lo gestionan, lo que se hace con ellos para encontrar respuestas, y lo que ajustan con `/settings` y `/gate`; si lo quieren, cuántas veces se juzgaron las respuestas y qué preguntas quedaron sin respuesta; de un texto quitado, solo un número hecho de su título. No quién los añadió o ajustó. Solo los miembros de ese servidor ven estos textos; la persona que me mantiene puede leerlos. Un texto se borra al momento con `/texts remove`, todo con `/privacy delete-server`, y siete días después de que me quiten del servidor. Las copias de seguridad son cosa de la persona que me mantiene.
privacy-person = **De ti**, solo si me lo dices con `/progress`: hasta dónde has leído, con tu identificador, hasta `/progress clear`. De lo que me haces publicar con `/schedule`: el canal, el texto y las horas, hasta dónde ha llegado, el idioma del servidor y tu identificador, para decirte si falla; hasta `/schedule remove`.
privacy-unread = No puedo leer los mensajes de tu servidor: Discord solo me envía los que me mencionan, me responden o me escriben, y aquellos en los que usas un comando.
