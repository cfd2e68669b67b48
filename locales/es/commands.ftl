# Lo que se lee al elegir un comando: como mucho 100 caracteres.

command-ask = Hacer una pregunta; la respuesta es una cita del texto
command-search = Dónde están exactamente estas palabras y cuántas veces
command-read = Leer un texto desde cualquier lugar
command-random = Un pasaje al azar
command-quiz = Un quiz con las palabras de los textos
command-quiz_start = Empezar un quiz en este canal
command-quiz_stop = Terminar el quiz de este canal y mostrar los fallos
command-library = Qué textos he leído
command-help = Lo que sé hacer
command-privacy = Lo que guardo y cómo hacer que se elimine
command-privacy_show = Lo que guardo de tus preguntas y de un servidor
command-delete_server = Eliminar ya todo lo que guardo de este servidor (Gestionar servidor)
command-texts = Los textos propios de este servidor
command-texts_add = Añadir un texto solo para los miembros de este servidor
command-texts_remove = Eliminar un texto, con cada una de sus palabras
command-texts_rename = Poner otro título a un texto
command-texts_list = Qué textos propios tiene este servidor
command-texts_quota = Cuánto tiene este servidor y cuánto puede tener
command-progress = Hasta dónde has leído: no te cuento lo que viene después
command-gate = Hasta dónde ha leído este canal: aquí no se cuenta lo que viene después
command-gates_set = Desbloquear un texto hasta un capítulo
command-gates_show = Qué textos no están desbloqueados hasta el final
command-gates_clear = Volver a desbloquear un texto, o todos, hasta el final
command-schedule = Lo que publico automáticamente en este canal
command-schedule_quote = Un pasaje al día
command-schedule_plan = Un texto poco a poco, de principio a fin
command-schedule_list = Lo que publico en este servidor y cuándo es la próxima vez
command-schedule_pause = Pausar una publicación programada o reanudarla
command-schedule_remove = Eliminar una publicación programada
command-schedule_test = Mostrarte solo a ti lo que viene después
command-settings = Lo que hago en este servidor
command-settings_show = Los ajustes actuales
command-settings_server = Para todo el servidor
command-settings_channel = Para este canal: en qué texto buscar si no se indica otro
command-gaps = Lo que los textos de este servidor no responden
command-gaps_show = Las preguntas sin respuesta, las más frecuentes primero
command-gaps_clear = Eliminar todas las preguntas guardadas

## Sus opciones

option-question = Tu pregunta, con tus palabras, o un lugar de la lista
option-text = Las palabras que hay que buscar
option-from = Un capítulo, una página, 40 % o palabras que estén ahí
option-document = Solo este texto o esta colección
option-private = Solo tú ves la respuesta (puedes publicarla después)
option-quiz_kind = Lo que se pregunta; todo, si no eliges nada
option-quiz_questions = Cuántas preguntas
option-confirm = No se puede deshacer
option-file = Un archivo .txt, .md, .html, .epub, .docx o .pdf
option-title = El título que llevará el texto
option-language = El idioma del texto, si no quieres que lo adivine
option-which = Qué texto
option-chapter = El último capítulo leído; 0 si aún no hay ninguno
option-whole_server = En todos los canales de este servidor, no solo en este
option-time = Cuándo, por ejemplo 9:00 o 21:30
option-zone = En qué zona horaria, por ejemplo Europe/Madrid
option-weekdays = Solo de lunes a viernes
option-which_schedule = Qué publicación programada
option-words = Cuántas palabras cada vez, más o menos, hasta el final de una frase o sección
option-plan_from = Dónde empezar: un capítulo, una página o 40 %
option-move_gate = Desbloquear cada capítulo en este canal solo cuando se haya publicado entero
option-shared = Buscar aquí también en los textos de todos los servidores
option-usually_private = Mostrar la respuesta solo a quien pregunta, si no indica otra cosa
option-servers_language = El idioma en el que escribo donde todos lo ven
option-feedback = Poner bajo las respuestas botones para decir si ayudaron
option-gaps = Guardar 30 días las preguntas sin respuesta; cada una de esas respuestas lo avisa

## Nombres de opciones

name-question = pregunta
name-text = texto
name-from = desde
name-document = documento
name-private = privado
name-kind = tipo
name-questions = preguntas
name-file = archivo
name-title = título
name-language = idioma
name-shared = textos-compartidos
name-confirm = confirmar
name-chapter = capítulo
name-whole_server = todo-el-servidor
name-time = hora
name-zone = zona
name-weekdays = entre-semana
name-words = palabras
name-move_gate = desbloquear-capítulos
name-schedule = publicación
name-feedback = opinión
name-gaps = lagunas

## Nombres de los comandos sobre un mensaje

name-find = Buscar en la biblioteca
name-check = Comprobar esta cita

## Opciones para elegir

choice-delete_server = Eliminar los textos y ajustes de este servidor
choice-discords_language = El que este servidor tiene en Discord
choice-gap = Lo que falta en una frase
choice-chapter = De qué capítulo es una frase
choice-speaker = Quién dice algo
