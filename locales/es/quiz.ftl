# /quiz

quiz-gap = **¿Qué falta aquí?**
quiz-chapter = **¿De qué capítulo es esto?**
quiz-speaker = **¿Quién dice esto?**
quiz-number = Pregunta { $number } de { $count }
quiz-right = ✅ **Correcto**
quiz-wrong = ❌ **Incorrecto**: es **{ $answer }**.
quiz-wrong_chapter = ❌ **Incorrecto**: está aquí.
quiz-not_open = Esa frase ha cambiado desde entonces, o viene después de lo que has leído.
quiz-over = **El quiz ha terminado.**
quiz-nothing_missed = No hubo fallos.
quiz-unknown = Ya no sé quién respondió qué.
quiz-missed_by = { $missed } de { $answered } veces mal
quiz-too_little = En estos textos hay muy poco que preguntar: hacen falta frases con nombres, números, personas que hablan o capítulos que se distingan.
quiz-none = Que yo sepa, no hay ningún quiz en este canal. `/quiz start` empieza uno.
quiz-not_yours = Solo quien empezó este quiz, o quien puede gestionar mensajes aquí, puede terminarlo.
quiz-ended = Este quiz ha terminado. `/quiz start` empieza otro.
