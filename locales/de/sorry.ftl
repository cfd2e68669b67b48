# Antworten auf das, was nicht geklappt hat.

sorry-internal = Bei mir ist etwas schiefgegangen; was, steht im Protokoll der Person, die mich betreibt. Bitte versuche es gleich noch einmal.
sorry-unreadable = Ich konnte nicht lesen, was Discord mir geschickt hat. Bitte versuche es auf andere Weise.
sorry-empty_question = Was möchtest du wissen? Frag in deinen eigenen Worten.
sorry-empty_search = Welche Wörter soll ich suchen?
sorry-old_button = So einen Button kenne ich nicht mehr. Bitte frag noch einmal mit `/ask`.
sorry-text_changed = Der Text hat sich geändert, seit das gezeigt wurde, deshalb geht es von dort nicht weiter.
sorry-text_changed_ask = Der Text hat sich geändert, seit das gezeigt wurde, deshalb geht es von dort nicht weiter. Bitte frag noch einmal mit `/ask`.
sorry-gone = Die Texte, um die es ging, gibt es nicht mehr. `/library` zeigt, was jetzt da ist.
sorry-not_yours_to_delete = Nur wer gefragt hat oder hier Nachrichten verwalten darf, kann das löschen.
sorry-no_such_place = So eine Stelle habe ich nicht gefunden. Nenne ein Kapitel, eine Seite, einen Prozentsatz wie 40 % oder ein paar Wörter, die dort stehen.
sorry-no_chapters = In diesem Text kenne ich keine Kapitel. Nenne eine Seite, einen Prozentsatz wie 40 % oder ein paar Wörter, die dort stehen.
sorry-no_such_chapter = { $count ->
    [one] In diesem Text gibt es nur { $count } Kapitel.
   *[other] In diesem Text gibt es { $count } Kapitel, das gesuchte ist nicht dabei.
}
sorry-outside = Das gibt es in diesem Text nicht: Dort geht es von „{ $first }“ bis „{ $last }“.
sorry-which_text = Welcher Text? Nenne ihn, etwa „{ $example }“, oder wähle ihn mit `/read` und `{ name-document }`.
sorry-empty_message = In dieser Nachricht steht kein Text, den ich suchen könnte.
sorry-no_texts = Für diesen Server habe ich noch keine Texte. Wer ihn verwaltet, kann mit `/texts add` welche hinzufügen oder mir mit `/settings` die aller Server erlauben.
sorry-not_open = Davon ist hier noch nichts freigeschaltet. Mit `/progress` sagst du, wie weit du gelesen hast, mit `/gate`, wie weit ein Kanal ist.
sorry-not_open_to_all = So weit hat dieser Kanal noch nicht gelesen, deshalb poste ich es hier nicht.
sorry-busy = Gerade fragen so viele auf einmal, dass ich nicht nachkomme. Bitte versuche es in einer Minute noch einmal.
sorry-person_limited = Das ist mehr, als ich von einer Person auf einmal annehmen kann. Bitte versuche es in { $seconds ->
    [one] { $seconds } Sekunde
   *[other] { $seconds } Sekunden
} noch einmal.
sorry-server_limited = Von diesem Server kommt mehr, als ich auf einmal annehmen kann. Bitte versuche es in { $seconds ->
    [one] { $seconds } Sekunde
   *[other] { $seconds } Sekunden
} noch einmal.
sorry-no_such_document = Ich habe keinen Text namens „{ $name }“. `/library` zeigt, was ich gelesen habe.
sorry-ambiguous_document = „{ $name }“ passt zu mehr als einem Text: { $titles }. Wähle einen aus der Liste, die beim Tippen erscheint.
sorry-which_of = Welcher Text? „{ $name }“ ist eine Sammlung: { $titles }.
sorry-and_more = { $listed } und noch { $more }
