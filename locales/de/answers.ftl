# Was über, unter und statt einer Antwort steht. Markdown, wenn kein Kommentar etwas anderes sagt.

## Über und unter einem Zitat

answer-perhaps = Vielleicht:
answer-not_said = Das sagt der Text nicht.
answer-not_said_before = Vor Kapitel 1 sagt der Text das nicht.
answer-not_said_up_to = Bis Kapitel { $chapter } sagt der Text das nicht.
answer-not_said_so_far = Soweit die Texte hier freigeschaltet sind, sagen sie das nicht.
answer-closest = Am nächsten dran, aber **keine Antwort**:
answer-nothing_close = Ich habe nichts Ähnliches gefunden. Vielleicht helfen andere Wörter; `/library` zeigt, was ich gelesen habe.
answer-late = { $texts ->
    [one] { $texts } Text wird noch gelesen; versuche es in ein paar Minuten noch einmal.
   *[other] { $texts } Texte werden noch gelesen; versuche es in ein paar Minuten noch einmal.
}
answer-others = **Andere Stellen**, die passen:
answer-places = **Mehrere Stellen** heißen so:
answer-shared_by = Geteilt von { $person }

## Eine Stelle in einem Text

place-page = Seite { $page }
place-pages = Seiten { $first }–{ $last }
place-percent = { $percent } %
place-part = Teil { $number } von { $count }

## Wie eine Frage verstanden wurde

understood-instead = „{ $to }“ statt „{ $from }“
understood-looked_for = Gesucht habe ich nach { $words }.
understood-texts_are_in = Sprachen deiner Texte: { $languages }.
understood-and = { $before } und { $last }

## Auf Buttons

button-earlier = ◀ Zurück
button-later = Weiter ▶
button-wider = Mehr
button-context = Kontext zeigen
button-answer = ◀ Antwort
button-list = ◀ Liste
button-post = Im Kanal posten
button-posted = Gepostet ✓
button-delete = Löschen
button-ask_again = Noch einmal fragen
button-helpful = Hilfreich
button-not_it = Passt nicht
button-end_quiz = Beenden
button-others = Andere Stellen ({ $count })
button-read = { $number } lesen

## /search

search-nothing = Diese Wörter kommen nirgends vor, weder direkt hintereinander noch zusammen.
search-phrase = **Genau diese Wörter**
search-ordered = Nicht direkt hintereinander, aber **alle in dieser Reihenfolge**
search-together = Nicht in dieser Reihenfolge, aber **alle zusammen**
search-form = Nicht genau so, aber **in anderer Form**
search-weighty = Nicht alle zusammen, aber **alle bis auf die kleinen Wörter**
search-summary = { $how }: { $which } von { $capped ->
    [yes] mindestens { $count }
   *[no] { $count }, in { $texts ->
        [one] { $texts } Text
       *[other] { $texts } Texten
    }
}
search-times = { $count ->
    [one] insgesamt { $count }-mal
   *[other] insgesamt { $count }-mal
}
search-elsewhere_own = Auch an { $places ->
    [one] { $places } Stelle
   *[other] { $places } Stellen
} in den eigenen Texten dieses Servers: Wähle bei `/search` in `{ name-document }` **{ library-own }**.
search-elsewhere_shared = Auch an { $places ->
    [one] { $places } Stelle
   *[other] { $places } Stellen
} in den Texten aller Server: Wähle bei `/search` in `{ name-document }` **{ library-shared }**.
search-meant = „{ $given }“ kommt nirgends vor. Meintest du „{ $meant }“?

## Zitat prüfen

quote-exact = ✅ **Wort für Wort**
quote-shortened = ✅ **Wort für Wort, gekürzt**: Was weggelassen wurde, steht hier fett.
quote-shortened_not = 🟡 **Gekürzt, und eine Verneinung fehlt**: Was weggelassen wurde, steht hier fett.
quote-nearly = 🟡 **Fast**: { $places ->
    [one] { $places } Stelle weicht ab
   *[other] { $places } Stellen weichen ab
}
quote-partly = 🟡 **Nur zum Teil**: Was durchgestrichen ist, steht nicht im Text.
quote-apart = 🟡 **Wort für Wort, aber nicht an einer Stelle**
quote-several = **{ $quotations ->
    [one] { $quotations } Zitat
   *[other] { $quotations } Zitate
}**: { $kinds }
quote-not_all = ❌ **Nicht alles davon steht in diesen Texten**
quote-not_found = ❌ **Nicht in diesen Texten**
quote-looked_in = Ich habe in { $texts ->
    [one] { $texts } Text
   *[other] { $texts } Texten
} nachgesehen. Vielleicht steht es in einem, den ich nicht habe: `/library`
quote-in_text = **Im Text**
quote-in_message = **In der Nachricht**

## Über einen Text selbst

about-read = Ich zitiere nur einzelne Sätze, das liest du also am besten selbst: `/read` öffnet den Text an dieser Stelle.
about-summary = Ich zitiere nur einzelne Sätze und fasse nichts zusammen: `/read` öffnet den Text, `/ask` findet, was darin über etwas steht.
about-no_date = Wann ein Text erschienen ist und in welchem Verlag, weiß ich nicht.
about-titles = { $texts ->
    [one] Ein Text hier
   *[other] { $texts } Texte hier
}: { $titles }
about-more = { $more ->
    [one] Und ein weiterer Text: `/library` zeigt alle.
   *[other] Und { $more } weitere Texte: `/library` zeigt alle.
}
about-author = { $title } ist von { $author }.
about-no_author = In { $title } steht nicht, wer den Text geschrieben hat.
about-no_authors = In keinem der Texte steht, wer ihn geschrieben hat.
about-none_by = Von keinem der Texte hier weiß ich, dass er von { $author } ist.
about-no_part = Einen solchen Teil gibt es in { $title } nicht.
about-no_parts = Keiner der Texte hat einen solchen Teil.
about-length = Umfang von { $title }: { $parts }.
about-language = Sprache von { $title }: { $language }.
