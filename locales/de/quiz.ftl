# /quiz

quiz-gap = **Was fehlt hier?**
quiz-chapter = **Aus welchem Kapitel stammt das?**
quiz-speaker = **Wer sagt das?**
quiz-number = Frage { $number } von { $count }
quiz-right = ✅ **Richtig**
quiz-wrong = ❌ **Falsch**: Richtig ist **{ $answer }**.
quiz-wrong_chapter = ❌ **Falsch**: Es steht hier.
quiz-not_open = Dieser Satz hat sich seitdem geändert oder steht weiter hinten, als du gelesen hast.
quiz-over = **Das Quiz ist zu Ende.**
quiz-nothing_missed = Keine Antwort war falsch.
quiz-unknown = Ich weiß nicht mehr, wer was geantwortet hat.
quiz-missed_by = { $missed } von { $answered } Mal falsch
quiz-too_little = In diesen Texten gibt es zu wenig zu fragen. Ich brauche Sätze mit Namen, Zahlen, Sprechern oder Kapiteln, die sich unterscheiden lassen.
quiz-none = In diesem Kanal läuft kein Quiz, von dem ich weiß. `/quiz start` startet eines.
quiz-not_yours = Nur wer dieses Quiz gestartet hat oder hier Nachrichten verwalten darf, kann es beenden.
quiz-ended = Dieses Quiz ist zu Ende. `/quiz start` startet ein neues.
