# /quiz

quiz-gap = **¿Qué falta aquí?**
quiz-chapter = **¿De qué capítulo es esto?**
quiz-speaker = **¿Quién dice esto?**
quiz-number = Pregunta { $number } de { $count }
quiz-right = ✅ **Correcto**
quiz-wrong = ❌ **No**: es **{ $answer }**.
quiz-wrong_chapter = ❌ **No**: está aquí.
quiz-not_open = Esa frase ha cambiado desde entonces, o viene después de lo que has leído.
quiz-over = **El cuestionario ha terminado.**
quiz-nothing_missed = No hubo fallos.
quiz-unknown = Ya no sé quién respondió qué.
quiz-missed_by = { $missed } de { $answered } respuestas fallidas
quiz-too_little = Hay muy poco que preguntar en estos textos: frases con nombres, números, personas que hablan o capítulos que se distingan.
quiz-none = No sé de ningún cuestionario en este canal. `/quiz start` empieza uno.
quiz-not_yours = Solo quien empezó este cuestionario, o quien puede gestionar mensajes aquí, puede terminarlo.
quiz-ended = Este cuestionario ha terminado. `/quiz start` empieza otro.
