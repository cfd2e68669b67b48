# Lo que el bot cuenta de sí mismo.

## Un saludo

greeting-example = ¡Hola! Pregúntame por los textos que he leído, por ejemplo: _{ $question }_
greeting-plain = ¡Hola! Pregúntame por los textos que he leído; `/library` muestra cuáles son.

## /help

help-title = **Respondo con citas**
help-about = Pregunta por los textos que he leído y cito las frases que responden, palabra por palabra, y digo dónde están. Si los textos no lo dicen, te lo digo.
help-tried = Prueba: { $command } _{ $question }_
help-ask = { $command } una pregunta. Mientras escribes aparecen lugares que encajan; elige uno o sigue escribiendo.
help-search = { $command } palabras: dónde están exactamente y cuántas veces.
help-read = { $command } un texto desde un capítulo, una página, el 40 % o unas palabras.
help-random = { $command } un pasaje al azar.
help-quiz = { $command } un quiz: lo que falta en una frase, quién la dice, o de qué capítulo es.
help-library = { $command } lo que he leído y los capítulos de un texto.
help-privacy = { $command } lo que guardo de tus preguntas y de un servidor.
help-progress = { $command } hasta dónde has leído: no te cuento nada de lo que viene después.
help-managers = Quien gestiona un servidor le da textos propios con `/texts`, ajusta con `/settings` qué hago allí, con `/gate` hasta dónde ha leído un canal y con `/schedule` qué publico automáticamente.
help-private = Con `{ name-private }` solo tú ves la respuesta, y puedes publicarla después. También puedes mencionarme con una pregunta, responderme o escribirme por mensaje directo.
help-apps = Haz clic derecho en un mensaje (o mantenlo pulsado) y elige **Aplicaciones**: **{ name-find }** lo busca, **{ name-check }** dice si de verdad está en un texto.
help-buttons = Los botones bajo una respuesta son de quien preguntó; si fue otra persona, al pulsarlos recibes tu propia copia.

## /privacy

privacy-title = **Lo que guardo**
privacy-asked = **De lo que preguntas: nada.** Tu pregunta solo está en la memoria RAM hasta que la respondo, y luego la olvido. No está en ningún registro ni en ningún archivo.
privacy-asked_here = **De lo que preguntas**: este servidor me hace guardar 30 días las preguntas que los textos no responden, para quienes lo gestionan: las palabras y el día, no quién preguntó. Cada una de esas respuestas a `/ask` o a una mención lo avisa. Todas las demás preguntas las olvido al responderlas. Ninguna está en el registro.
privacy-log = **En el registro** de quien me aloja: por cada uso, el tipo de comando, cuánto tardó y si funcionó. Ni palabras, ni nombres, ni ID de usuario.
privacy-messages = **En mis mensajes**: la pregunta, para que todos vean qué se respondió, y en los botones el ID de quien preguntó y el lugar en el texto. Desaparecen cuando se elimina el mensaje; quien preguntó puede pulsar «{ button-delete }».
privacy-quiz = **En un quiz**: quién respondió qué, solo en la memoria RAM, hasta que termina, empiezan otros 500 o me reinicio. Al final todos ven cuántas veces se falló algo, no quién.
privacy-server = **De un servidor**: los textos que añaden con `/texts` quienes lo gestionan, lo que se hace con ellos para encontrar respuestas, y lo que ajustan con `/settings` y `/gate`; si lo quieren, cuántas veces se valoraron las respuestas y qué preguntas quedaron sin respuesta; de un texto eliminado, solo un número hecho a partir de su título. No quién lo hizo. Solo los miembros de ese servidor ven estos textos; quien me aloja puede leerlos. Un texto se elimina al momento con `/texts remove`, todo con `/privacy delete-server`, y siete días después de que me quiten del servidor. Las copias de seguridad dependen de quien me aloja.
privacy-person = **De ti**, solo si me lo dices con `/progress`: hasta dónde has leído, con tu ID de usuario, hasta `/progress clear`. De lo que me haces publicar con `/schedule`: el canal, el texto y las horas, hasta dónde ha llegado, el idioma del servidor y tu ID de usuario, para avisarte si falla; hasta `/schedule remove`.
privacy-unread = No puedo leer los mensajes de tu servidor: Discord solo me envía los que me mencionan, me responden o me escriben, y aquellos en los que usas un comando.
