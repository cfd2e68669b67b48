# Was der Bot von sich erzählt.

## Ein Gruß

greeting-example = Hallo! Frag mich etwas über die Texte, die ich gelesen habe, zum Beispiel: _{ $question }_
greeting-plain = Hallo! Frag mich etwas über die Texte, die ich gelesen habe; `/library` zeigt, welche das sind.

## /help

help-title = **Ich antworte mit Zitaten**
help-about = Frag etwas über die Texte, die ich gelesen habe, und ich zitiere die Sätze, die darauf antworten, Wort für Wort und mit Fundstelle. Steht es nicht in den Texten, dann sage ich das.
help-tried = Versuche es: { $command } _{ $question }_
help-ask = { $command } eine Frage. Beim Tippen erscheinen passende Stellen; wähle eine oder tippe weiter.
help-search = { $command } Wörter: wo genau sie stehen und wie oft.
help-read = { $command } einen Text ab einem Kapitel, einer Seite, 40 % oder ein paar Wörtern.
help-random = { $command } eine zufällige Stelle.
help-quiz = { $command } ein Quiz: was in einem Satz fehlt, wer ihn sagt oder aus welchem Kapitel er stammt.
help-library = { $command } was ich gelesen habe und die Kapitel eines Textes.
help-privacy = { $command } was ich von deinen Fragen und von einem Server speichere.
help-progress = { $command } wie weit du gelesen hast: Was danach kommt, verrate ich dir nicht.
help-managers = Wer einen Server verwaltet, gibt ihm mit `/texts` eigene Texte und stellt mit `/settings` ein, was ich dort tue, mit `/gate`, wie weit ein Kanal gelesen hat, und mit `/schedule`, was ich automatisch poste.
help-private = Mit `{ name-private }` siehst nur du die Antwort und kannst sie danach im Kanal posten. Du kannst mich auch mit einer Frage erwähnen, mir antworten oder mir direkt schreiben.
help-apps = Klicke mit der rechten Maustaste auf eine Nachricht (oder halte sie gedrückt) und wähle **Apps**: **{ name-find }** sucht sie, **{ name-check }** sagt, ob sie wirklich in einem Text steht.
help-buttons = Die Buttons unter einer Antwort sind für die Person, die gefragt hat; war das jemand anderes, bekommst du beim Drücken eine eigene Kopie.

## /privacy

privacy-title = **Was ich speichere**
privacy-asked = **Von dem, was du fragst: nichts.** Deine Frage steht nur im Arbeitsspeicher, bis sie beantwortet ist, dann vergesse ich sie. Sie steht in keinem Protokoll und in keiner Datei.
privacy-asked_here = **Von dem, was du fragst**: Fragen, die die Texte nicht beantworten, speichere ich hier 30 Tage für die, die den Server verwalten: die Wörter und den Tag, nicht, wer gefragt hat. Jede solche Antwort auf `/ask` oder eine Erwähnung sagt es dazu. Alle anderen Fragen vergesse ich. Im Protokoll steht keine.
privacy-log = **Im Protokoll** der Person, die mich betreibt: bei jeder Nutzung die Art des Befehls, wie lange es dauerte und ob es klappte. Keine Wörter, keine Namen, keine Nutzer-IDs.
privacy-messages = **In meinen Nachrichten**: die Frage, damit alle sehen, worauf ich antworte, und in den Buttons die ID der Person, die gefragt hat, und die Stelle im Text. Das verschwindet mit der Nachricht; wer gefragt hat, kann „{ button-delete }“ drücken.
privacy-quiz = **In einem Quiz**: wer was geantwortet hat, nur im Arbeitsspeicher, bis es zu Ende ist, 500 weitere begonnen haben oder ich neu starte. Am Ende sehen alle, wie oft etwas falsch war, nicht bei wem.
privacy-server = **Von einem Server**: die mit `/texts` hinzugefügten Texte, was daraus gemacht wird, um Antworten zu finden, und was mit `/settings` und `/gate` eingestellt ist; auf Wunsch, wie oft Antworten bewertet wurden und welche Fragen ohne Antwort blieben; von einem gelöschten Text nur eine Zahl, gebildet aus dem Titel. Nicht, wer das getan hat. Diese Texte sehen nur Mitglieder des Servers und wer mich betreibt. Gelöscht wird ein Text mit `/texts remove` sofort, alles mit `/privacy delete-server` und sieben Tage, nachdem ich entfernt wurde. Um Backups kümmert sich, wer mich betreibt.
privacy-person = **Von dir**, nur wenn du es mir mit `/progress` sagst: wie weit du gelesen hast, mit deiner Nutzer-ID, bis `/progress clear`. Von dem, was ich mit `/schedule` für dich poste: Kanal, Text und Zeiten, wie weit es ist, die Serversprache und deine Nutzer-ID, um dir Fehler zu melden; bis `/schedule remove`.
privacy-unread = Die Nachrichten deines Servers kann ich nicht lesen: Discord schickt mir nur die, die mich erwähnen, mir antworten oder an mich gehen, und die, auf die du einen Befehl anwendest.
