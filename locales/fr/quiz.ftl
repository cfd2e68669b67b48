# /quiz

quiz-gap = **Que manque-t-il ici ?**
quiz-chapter = **De quel chapitre est-ce ?**
quiz-speaker = **Qui dit cela ?**
quiz-number = Question { $number } sur { $count }
quiz-right = ✅ **Juste**
quiz-wrong = ❌ **Non** : c’est **{ $answer }**.
quiz-wrong_chapter = ❌ **Non** : cela se trouve ici.
quiz-not_open = Cette phrase a changé depuis, ou vient après ce que tu as lu.
quiz-over = **Le quiz est terminé.**
quiz-nothing_missed = Aucune erreur.
quiz-unknown = Je ne sais plus qui a répondu quoi.
quiz-missed_by = { $missed } réponses fausses sur { $answered }
quiz-too_little = Il y a trop peu à demander dans ces textes : des phrases avec des noms, des nombres, des personnes qui parlent ou des chapitres à distinguer.
quiz-none = Je ne connais aucun quiz dans ce salon. `/quiz start` en commence un.
quiz-not_yours = Seule la personne qui a commencé ce quiz, ou qui peut gérer les messages ici, peut le terminer.
quiz-ended = Ce quiz est terminé. `/quiz start` en commence un autre.
