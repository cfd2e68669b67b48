# Was ein Server einschalten kann: Knöpfe, um Antworten zu beurteilen, und die Liste der Fragen ohne Antwort. Markdown.

## An die Person, die einen Knopf unter einer Antwort gedrückt hat

feedback-thanks = Danke.
feedback-again = Das hast du mir zu dieser Antwort schon gesagt; es zählt einmal.
feedback-off = Das wird hier nicht mehr gezählt.

## /gaps

gaps-kept = Diese Frage wird 30 Tage für die aufgehoben, die diesen Server verwalten.
gaps-switched_on = **Ab jetzt hebe ich hier Fragen auf, die die Texte nicht beantworten**: die Wörter und den Tag, 30 Tage lang, für die, die diesen Server verwalten. Nicht, wer gefragt hat. Jede solche Antwort sagt es dazu, und `/privacy show` sagt mehr.
gaps-off = Dieser Server hebt keine Fragen auf. `/settings server` mit `{ name-gaps }` ändert das.
gaps-none = Zurzeit ist keine Frage aufgehoben.
gaps-listed = **Was die Texte nicht beantwortet haben**, in den letzten 30 Tagen, das Häufigste zuerst:
gaps-cleared = Alle aufgehobenen Fragen sind gelöscht, aus jeder Datei, die ich habe.
