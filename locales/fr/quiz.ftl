# /quiz

quiz-gap = **Que manque-t-il ici ?**
quiz-chapter = **De quel chapitre est-ce tiré ?**
quiz-speaker = **Qui dit cela ?**
quiz-number = Question { $number } sur { $count }
quiz-right = ✅ **Bonne réponse**
quiz-wrong = ❌ **Mauvaise réponse** : c’est **{ $answer }**.
quiz-wrong_chapter = ❌ **Mauvaise réponse** : cela se trouve ici.
quiz-not_open = Cette phrase a changé depuis, ou vient après ce que tu as lu.
quiz-over = **Le quiz est terminé.**
quiz-nothing_missed = Aucune erreur.
quiz-unknown = Je ne sais plus qui a répondu quoi.
quiz-missed_by = raté { $missed } fois sur { $answered }
quiz-too_little = Il n’y a pas assez de matière dans ces textes : il faut des phrases avec des noms, des nombres, des personnes qui parlent ou des chapitres qu’on puisse distinguer.
quiz-none = Il n’y a pas de quiz en cours dans ce salon, que je sache. `/quiz start` en lance un.
quiz-not_yours = Seule la personne qui a lancé ce quiz, ou qui peut gérer les messages ici, peut le terminer.
quiz-ended = Ce quiz est terminé. `/quiz start` en lance un autre.
