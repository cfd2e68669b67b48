# /quiz

quiz-gap = **Was fehlt hier?**
quiz-chapter = **Aus welchem Kapitel ist das?**
quiz-speaker = **Wer sagt das?**
quiz-number = Frage { $number } von { $count }
quiz-right = ✅ **Richtig**
quiz-wrong = ❌ **Nein**: Es ist **{ $answer }**.
quiz-wrong_chapter = ❌ **Nein**: Es steht hier.
quiz-not_open = Dieser Satz hat sich seitdem geändert, oder er kommt nach dem, was du gelesen hast.
quiz-over = **Das Quiz ist zu Ende.**
quiz-nothing_missed = Es war nichts falsch.
quiz-unknown = Ich weiß nicht mehr, wer was geantwortet hat.
quiz-missed_by = { $missed } von { $answered } Antworten falsch
quiz-too_little = In diesen Texten gibt es zu wenig zu fragen: Sätze mit Namen, Zahlen, Sprechern oder Kapiteln, die sich unterscheiden lassen.
quiz-none = Ich weiß von keinem Quiz in diesem Kanal. `/quiz start` beginnt eines.
quiz-not_yours = Nur wer dieses Quiz begonnen hat oder hier Nachrichten verwalten darf, kann es beenden.
quiz-ended = Dieses Quiz ist zu Ende. `/quiz start` beginnt ein neues.
