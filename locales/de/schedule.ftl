# Was über Beiträge gesagt wird, die von selbst kommen.

schedule-none = Hier wird nichts automatisch gepostet. `/schedule quote` postet jeden Tag eine Stelle, `/schedule plan` liest einen Text Stück für Stück.
schedule-no_such = So einen Zeitplan gibt es nicht. Wähle einen aus der Liste, die beim Tippen erscheint.
schedule-not_a_time = Diese Uhrzeit verstehe ich nicht. Schreibe sie so: 9:00 oder 21:30.
schedule-no_such_zone = Eine Zeitzone „{ $zone }“ kenne ich nicht. Wähle eine aus der Liste, die beim Tippen erscheint, etwa Europe/Berlin.
schedule-no_such_place = So eine Stelle finde ich in diesem Text nicht. Nenne ein Kapitel, eine Seite oder einen Prozentsatz wie 40 %.
schedule-no_chapters = Dieser Text hat keine Kapitel, die ich zählen kann, darum kann ich sie nicht nach und nach freischalten. Lege den Plan ohne `{ name-move_gate }` an.
schedule-may_not_post = In diesem Kanal darf ich nicht alles, was ich brauche. Gib mir hier *Kanal ansehen*, *Nachrichten senden* (in einem Thread *Nachrichten in Threads senden*) und *Nachrichtenverlauf anzeigen* und bestell es noch einmal.
schedule-too_many = Dieser Server hat { $most ->
    [one] { $most } Zeitplan
   *[other] { $most } Zeitpläne
}, mehr darf er nicht haben. `/schedule remove` löscht einen.

## Was gepostet wird, und wann

schedule-portion = etwa { $words ->
    [one] { $words } Wort
   *[other] { $words } Wörter
} aus { $title }
schedule-passage = eine Stelle aus { $title }
schedule-all_open = allen Texten, die hier freigeschaltet sind
schedule-every_day = jeden Tag um { $clock } ({ $zone })
schedule-weekdays = Montag bis Freitag um { $clock } ({ $zone })
schedule-made = Ich poste in diesem Kanal { $what }, { $when }; das erste Mal { $moment }.
schedule-closed = Der Text ist in diesem Kanal ab Kapitel 1 gesperrt, und jedes Kapitel wird freigeschaltet, wenn es ganz gepostet ist.
schedule-open = Der Text ist in diesem Kanal bis Kapitel { $chapter } freigeschaltet und jedes weitere dann, wenn es ganz gepostet ist.
schedule-tested = `/schedule test` zeigt, was als Nächstes kommt.

## Die Liste

schedule-line = **#{ $id }** <#{ $channel }>: { $what }, { $when }; { $next }
schedule-text_missing = { $what } (der Text ist nicht da)
schedule-gate_along = { $when }, Kapitel werden nach und nach freigeschaltet
schedule-next_at = das nächste Mal { $moment }
schedule-paused = pausiert
schedule-no_access = pausiert: Ich darf dort nicht schreiben (403)
schedule-channel_gone = pausiert: Den Kanal gibt es nicht mehr (404)
schedule-refused = pausiert: Discord nimmt es nicht an ({ $status })

## Was daraus wird

schedule-paused_now = **#{ $id }** ist pausiert. Noch einmal `/schedule pause`, und es geht weiter.
schedule-resumed = **#{ $id }** geht weiter, das nächste Mal { $moment }.
schedule-removed = **#{ $id }** ist gelöscht, mit allem, was ich davon gespeichert hatte.
schedule-told = Was du mit `/schedule` in <#{ $channel }> angelegt hast, ist { $why }. Wenn das behoben ist, geht es mit `/schedule pause` und **#{ $id }** weiter.

## Was als Nächstes kommt, vorab gezeigt

schedule-next = Als Nächstes, { $moment }:
schedule-next_paused = Als Nächstes, wenn es weitergeht:
schedule-nothing_open = Davon ist in seinem Kanal nichts weiter freigeschaltet, es würde also nichts gepostet. `/gate show` sagt, wie weit Texte freigeschaltet sind.
schedule-not_open_to_you = Was als Nächstes kommt, liegt weiter hinten, als du laut `/progress` gelesen hast, darum zeige ich es dir nicht.
schedule-text_gone = Der Text ist nicht da, es würde also nichts gepostet.

## Unter dem, was gepostet wird

schedule-end = Ende des Textes und dieses Plans.
schedule-late = { $posts ->
    [one] { $posts } Beitrag davor konnte
   *[other] { $posts } Beiträge davor konnten
} nicht rechtzeitig gepostet werden.
schedule-held = { $posts ->
    [one] { $posts } Beitrag davor fiel
   *[other] { $posts } Beiträge davor fielen
} aus, weil nichts freigeschaltet war.
schedule-over = **{ $title }**: { schedule-end }

## In der Liste beim Tippen

schedule-plan = Plan
schedule-quote = Zitat
schedule-elsewhere = anderer Kanal
schedule-all_texts = alle Texte
