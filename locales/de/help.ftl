# Was der Bot von sich erzählt.

## Ein Gruß

greeting-example = Hallo! Frag mich etwas über die Texte, die ich gelesen habe, zum Beispiel: _{ $question }_
greeting-plain = Hallo! Frag mich etwas über die Texte, die ich gelesen habe; `/library` zeigt, welche das sind.

## /help

help-title = **Ich antworte mit Zitaten**
help-about = Frag etwas über die Texte, die ich gelesen habe, und ich zitiere die Sätze, die antworten, Wort für Wort und mit ihrer Stelle. Sagen die Texte es nicht, dann sage ich das.
help-tried = Versuch es: { $command } _{ $question }_
help-ask = { $command } eine Frage. Beim Tippen erscheinen passende Stellen; wähl eine oder tipp weiter.
help-search = { $command } Wörter: wo genau sie stehen, und wie oft.
help-read = { $command } einen Text ab einem Kapitel, einer Seite, 40 % oder ein paar Wörtern.
help-random = { $command } eine zufällige Stelle.
help-quiz = { $command } ein Quiz: was in einem Satz fehlt, wer ihn sagt oder aus welchem Kapitel er ist.
help-library = { $command } was ich gelesen habe, und die Kapitel eines Textes.
help-privacy = { $command } was ich von deinen Fragen aufhebe, und was von einem Server.
help-progress = { $command } wie weit du gelesen hast: Was danach kommt, verrate ich dir nicht.
help-managers = Wer einen Server verwaltet, gibt ihm mit `/texts` eigene Texte, sagt mit `/settings`, was ich dort tue, mit `/gate`, wie weit ein Kanal gelesen hat, und mit `/schedule`, was ich von selbst poste.
help-private = Mit `{ name-private }` siehst nur du die Antwort und kannst sie danach im Kanal zeigen. Du kannst mich auch mit einer Frage erwähnen, mir antworten oder mir direkt schreiben.
help-apps = Klick mit rechts auf eine Nachricht (oder halte sie gedrückt) und wähl **Apps**: **{ name-find }** sucht sie, **{ name-check }** sagt, ob sie wirklich in einem Text steht.
help-buttons = Die Knöpfe unter einer Antwort sind für die Person, die gefragt hat; war das jemand anders, bekommst du beim Drücken eine eigene Kopie.

## /privacy

privacy-title = **Was ich aufhebe**
privacy-asked = **Von dem, was du fragst: nichts.** Deine Frage wird aus dem Gedächtnis beantwortet und vergessen. Sie steht in keinem Protokoll und in keiner Datei.
privacy-asked_here = **Von dem, was du fragst**: Fragen, die die Texte nicht beantworten, hebe ich hier 30 Tage für die Verwalter des Servers auf: die Wörter und den Tag, nicht, wer gefragt hat. Jede solche Antwort auf `/ask` oder eine Erwähnung sagt es dazu. Alle anderen Fragen vergesse ich. Im Protokoll steht keine.
privacy-log = **Im Protokoll** der Person, die mich betreibt: bei jeder Benutzung die Art des Befehls, wie lange es dauerte und ob es gelang. Keine Wörter, keine Namen, keine Benutzer-IDs.
privacy-messages = **In meinen Nachrichten**: die Frage, damit alle sehen, worauf geantwortet wurde, und in den Knöpfen die ID der Person, die gefragt hat, und die Stelle im Text. Sie gehen mit der Nachricht; wer gefragt hat, kann „{ button-delete }“ drücken.
privacy-quiz = **In einem Quiz**: wer was geantwortet hat, nur im Arbeitsspeicher, bis es zu Ende ist oder ich neu starte. Am Ende sieht man, wie oft etwas falsch war, nicht bei wem.
privacy-server = **Von einem Server**: die Texte, die seine Verwalter mit `/texts` hinzufügen, was daraus gemacht wird, um Antworten zu finden, und was sie mit `/settings` und `/gate` einstellen; auf Wunsch, wie oft Antworten beurteilt wurden und welche Fragen ohne Antwort blieben; von einem entfernten Text eine Zahl, die aus seinem Titel gemacht ist. Nicht, wer das getan hat. Diese Texte sehen nur Mitglieder des Servers und wer mich betreibt. Gelöscht wird ein Text mit `/texts remove` sofort, alles mit `/privacy delete-server` und sieben Tage, nachdem ich entfernt wurde. Sicherungen sind Sache meines Betreibers.
privacy-person = **Von dir**, nur wenn du es mir mit `/progress` sagst: wie weit du gelesen hast, mit deiner Benutzer-ID, bis `/progress clear`. Von dem, was ich mit `/schedule` für dich poste: Kanal, Text und Zeiten, wie weit es ist, die Serversprache und deine Benutzer-ID, um dir Fehler zu melden; bis `/schedule remove`.
privacy-unread = Die Nachrichten deines Servers kann ich nicht lesen: Discord schickt mir nur die, die mich erwähnen, mir antworten oder an mich gehen, und die, auf die du einen Befehl anwendest.
