# Was ein Server einschalten kann: Buttons, um Antworten zu beurteilen, und die Liste der Fragen ohne Antwort. Markdown.

## An die Person, die einen Button unter einer Antwort gedrückt hat

feedback-thanks = Danke.
feedback-again = Das hast du mir zu dieser Antwort schon gesagt; es zählt einmal.
feedback-off = Das wird hier nicht mehr gezählt.

## /gaps

gaps-kept = Diese Frage wird 30 Tage für die gespeichert, die diesen Server verwalten.
gaps-switched_on = **Ab jetzt speichere ich hier Fragen, die die Texte nicht beantworten**: die Wörter und den Tag, 30 Tage lang, für die, die diesen Server verwalten. Nicht, wer gefragt hat. Jede solche Antwort sagt es dazu, und mehr steht in `/privacy show`.
gaps-off = Dieser Server speichert keine Fragen. `/settings server` mit `{ name-gaps }` ändert das.
gaps-none = Zurzeit sind keine Fragen gespeichert.
gaps-listed = **Was die Texte nicht beantwortet haben**, in den letzten 30 Tagen, die häufigsten Fragen zuerst:
gaps-cleared = Alle gespeicherten Fragen sind gelöscht, aus jeder Datei, die ich habe.
