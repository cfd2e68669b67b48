# Lo que se lee al elegir un comando: como mucho 100 caracteres.

command-ask = Haz una pregunta; la respuesta es una cita del texto
command-search = Dónde están exactamente estas palabras, y cuántas veces
command-read = Lee un texto desde cualquier lugar
command-random = Un pasaje al azar
command-quiz = Un cuestionario con las palabras de los textos
command-quiz_start = Empezar un cuestionario en este canal
command-quiz_stop = Terminar el cuestionario de este canal y mostrar los fallos
command-library = Qué textos he leído
command-help = Lo que sé hacer
command-privacy = Lo que guardo, y cómo hacer que se borre
command-privacy_show = Lo que guardo de tus preguntas, y de un servidor
command-delete_server = Borrar todo lo que guardo de este servidor, ahora (Gestionar servidor)
command-texts = Los textos propios de este servidor
command-texts_add = Añadir un texto solo para los miembros de este servidor
command-texts_remove = Quitar un texto, con cada una de sus palabras
command-texts_rename = Dar otro título a un texto
command-texts_list = Qué textos propios tiene este servidor
command-texts_quota = Cuánto tiene este servidor, y cuánto puede tener
command-progress = Hasta dónde has leído: lo que sigue no se te cuenta
command-gate = Hasta dónde ha leído este canal: lo que sigue no se cuenta aquí
command-gates_set = Un texto está abierto hasta un capítulo
command-gates_show = Qué textos no están abiertos hasta el final
command-gates_clear = Un texto vuelve a estar abierto hasta el final, o todos
command-schedule = Lo que publico por mi cuenta en este canal
command-schedule_quote = Un pasaje al día
command-schedule_plan = Un texto poco a poco, de principio a fin
command-schedule_list = Lo que publico en este servidor, y cuándo toca otra vez
command-schedule_pause = Pausar, o seguir
command-schedule_remove = Quitar
command-schedule_test = Mostrarte solo a ti lo que viene después
command-settings = Lo que hago en este servidor
command-settings_show = Los ajustes de ahora
command-settings_server = Para todo el servidor
command-settings_channel = Para este canal: en qué texto buscar si no se nombra otro
command-gaps = Lo que los textos de este servidor no responden
command-gaps_show = Las preguntas sin respuesta, las más frecuentes primero
command-gaps_clear = Borrar todas las preguntas guardadas

## Sus opciones

option-question = Tu pregunta, con tus palabras, o un lugar de la lista
option-text = Las palabras que buscar
option-from = Un capítulo, una página, 40 %, o palabras que estén ahí
option-document = Solo este texto o esta colección
option-private = Solo tú ves la respuesta (puedes publicarla después)
option-quiz_kind = Lo que se pregunta; todo, si no eliges nada
option-quiz_questions = Cuántas preguntas
option-confirm = No se puede deshacer
option-file = Un archivo .txt, .md, .html, .epub, .docx o .pdf
option-title = Cómo ha de llamarse el texto
option-language = El idioma del texto, si no debo adivinarlo
option-which = Qué texto
option-chapter = El último capítulo leído; 0 si todavía ninguno
option-whole_server = En todos los canales de este servidor, no solo en este
option-time = Cuándo, por ejemplo 9:00 o 21:30
option-zone = Según los relojes de qué zona horaria, por ejemplo Europe/Madrid
option-weekdays = Solo de lunes a viernes
option-which_schedule = Cuál
option-words = Cuántas palabras cada vez, más o menos, hasta el final de una frase o sección
option-plan_from = Dónde empezar: un capítulo, una página o 40 %
option-move_gate = Si cada capítulo se abre en este canal solo cuando se ha publicado entero
option-shared = Si busco aquí también en los textos de todos los servidores
option-usually_private = Si solo quien pregunta ve la respuesta, cuando no dice otra cosa
option-servers_language = El idioma que hablo donde todos lo ven
option-feedback = Si las respuestas tienen botones que dicen si ayudaron
option-gaps = Si las preguntas sin respuesta se guardan 30 días, lo que dice cada respuesta así

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
name-move_gate = abrir-capítulos
name-schedule = programa
name-feedback = opinión
name-gaps = lagunas

## Nombres de los comandos sobre un mensaje

name-find = Buscar en la biblioteca
name-check = Comprobar esta cita

## Opciones para elegir

choice-delete_server = Borrar los textos y ajustes de este servidor
choice-discords_language = El que este servidor tiene en Discord
choice-gap = Lo que falta en una frase
choice-chapter = De qué capítulo es una frase
choice-speaker = Quién dice algo
