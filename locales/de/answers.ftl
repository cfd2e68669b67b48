# Was über, unter und statt einer Antwort steht. Markdown, wenn kein Kommentar etwas anderes sagt.

## Über und unter einem Zitat

answer-perhaps = Vielleicht:
answer-not_said = Das sagt der Text nicht.
answer-not_said_before = Vor Kapitel 1 sagt der Text das nicht.
answer-not_said_up_to = Bis Kapitel { $chapter } sagt der Text das nicht.
answer-not_said_so_far = Soweit die Texte hier offen sind, sagen sie das nicht.
answer-closest = Am nächsten dran, aber **keine Antwort**:
answer-nothing_close = Nichts kommt dem nahe. Vielleicht helfen andere Wörter; `/library` zeigt, was ich gelesen habe.
answer-others = **Andere Stellen**, die passen:
answer-shared_by = Geteilt von { $person }

## Eine Stelle in einem Text

place-page = Seite { $page }
place-pages = Seiten { $first }–{ $last }
place-percent = { $percent } %
place-part = Teil { $number } von { $count }

## Wie eine Frage verstanden wurde

understood-instead = „{ $to }“ statt „{ $from }“
understood-looked_for = Gesucht habe ich { $words }.
understood-texts_are_in = Sprachen deiner Texte: { $languages }.
understood-and = { $before } und { $last }

## Auf Knöpfen

button-earlier = ◀ Zurück
button-later = Weiter ▶
button-wider = Mehr
button-context = Zusammenhang
button-answer = ◀ Antwort
button-list = ◀ Liste
button-post = Im Kanal zeigen
button-posted = Gezeigt ✓
button-delete = Löschen
button-ask_again = Noch einmal fragen
button-helpful = Hilfreich
button-not_it = Das nicht
button-end_quiz = Beenden
button-others = Andere Stellen ({ $count })
button-read = { $number } lesen

## /search

search-nothing = Diese Wörter stehen nirgends, weder hintereinander noch beisammen.
search-phrase = **Genau diese Wörter**
search-ordered = Nicht hintereinander; **alle in dieser Reihenfolge**
search-together = Nicht in dieser Reihenfolge; **alle beisammen**
search-summary = { $how }: { $which } von { $capped ->
    [yes] mehr als { $count }
   *[no] { $count }
}, in { $texts ->
    [one] { $texts } Text
   *[other] { $texts } Texten
}
search-elsewhere_own = Auch an { $places ->
    [one] { $places } Stelle
   *[other] { $places } Stellen
} in den eigenen Texten dieses Servers: Wähle **{ library-own }** mit `{ name-document }`.
search-elsewhere_shared = Auch an { $places ->
    [one] { $places } Stelle
   *[other] { $places } Stellen
} in den Texten aller Server: Wähle **{ library-shared }** mit `{ name-document }`.
search-meant = „{ $given }“ steht nirgends. Meintest du „{ $meant }“?

## Zitat prüfen

quote-exact = ✅ **Wort für Wort**
quote-shortened = ✅ **Wort für Wort, gekürzt**: Was weggelassen ist, steht hier fett.
quote-shortened_not = 🟡 **Gekürzt, und ein „nicht“ ist weggelassen**: Was weggelassen ist, steht hier fett.
quote-nearly = 🟡 **Beinahe**: { $places ->
    [one] { $places } Stelle weicht ab
   *[other] { $places } Stellen weichen ab
}
quote-not_found = ❌ **Nicht in diesen Texten**
quote-looked_in = Ich habe in { $texts ->
    [one] { $texts } Text
   *[other] { $texts } Texten
} nachgesehen. Vielleicht steht es in einem, den ich nicht habe: `/library`
quote-in_text = **Im Text**
quote-in_message = **In der Nachricht**

## Über einen Text selbst

about-read = Ich zitiere einzelne Sätze, das liest man also am besten selbst: `/read` öffnet den Text an dieser Stelle.
about-author = { $title } ist von { $author }.
about-no_author = { $title } sagt nicht, von wem es ist.
about-no_authors = Keiner der Texte sagt, von wem er ist.
about-length = Umfang von { $title }: { $parts }.
