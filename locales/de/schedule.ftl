# Was über Beiträge gesagt wird, die von selbst kommen.

schedule-none = Hier wird nichts von selbst gepostet. `/schedule quote` postet jeden Tag eine Stelle, `/schedule plan` liest einen Text Stück für Stück.
schedule-no_such = So einen Zeitplan gibt es nicht. Wähl einen aus der Liste, die beim Tippen erscheint.
schedule-not_a_time = Diese Uhrzeit verstehe ich nicht. Schreib sie so: 9:00 oder 21:30.
schedule-no_such_zone = Eine Zeitzone „{ $zone }“ kenne ich nicht. Wähl eine aus der Liste, die beim Tippen erscheint, etwa Europe/Berlin.
schedule-no_such_place = So eine Stelle finde ich in diesem Text nicht. Nenn ein Kapitel, eine Seite oder einen Prozentsatz wie 40 %.
schedule-no_chapters = Dieser Text hat keine Kapitel, die ich zählen kann, darum können sie sich nicht nach und nach öffnen. Bestell den Plan ohne `{ name-move_gate }`.
schedule-may_not_post = In diesem Kanal darf ich nicht alles, was ich brauche. Gib mir hier *Kanal ansehen*, *Nachrichten senden* (in einem Thread *Nachrichten in Threads senden*) und *Nachrichtenverlauf anzeigen* und bestell es noch einmal.
schedule-too_many = Dieser Server hat { $most ->
    [one] { $most } Zeitplan
   *[other] { $most } Zeitpläne
}, mehr darf er nicht haben. `/schedule remove` nimmt einen weg.

## Was gepostet wird, und wann

schedule-portion = etwa { $words ->
    [one] { $words } Wort
   *[other] { $words } Wörter
} aus { $title }
schedule-passage = eine Stelle aus { $title }
schedule-all_open = allen Texten, die hier offen sind
schedule-every_day = jeden Tag um { $clock } ({ $zone })
schedule-weekdays = Montag bis Freitag um { $clock } ({ $zone })
schedule-made = Ich poste in diesem Kanal { $what }, { $when }; zum ersten Mal { $moment }.
schedule-closed = Der Text ist in diesem Kanal ab Kapitel 1 verschlossen, und jedes Kapitel wird offen, wenn es ganz gepostet ist.
schedule-open = Der Text ist in diesem Kanal bis Kapitel { $chapter } offen, und jedes weitere, wenn es ganz gepostet ist.
schedule-tested = `/schedule test` zeigt, was als Nächstes kommt.

## Die Liste

schedule-line = **#{ $id }** <#{ $channel }>: { $what }, { $when }; { $next }
schedule-text_missing = { $what } (der Text ist nicht da)
schedule-gate_along = { $when }, Kapitel öffnen sich nach und nach
schedule-next_at = das nächste Mal { $moment }
schedule-paused = angehalten
schedule-no_access = angehalten: Ich darf dort nicht schreiben (403)
schedule-channel_gone = angehalten: Der Kanal ist weg (404)
schedule-refused = angehalten: Discord nimmt es nicht an ({ $status })

## Was daraus wird

schedule-paused_now = **#{ $id }** ist angehalten. Noch einmal `/schedule pause` damit, und es geht weiter.
schedule-resumed = **#{ $id }** geht weiter, das nächste Mal { $moment }.
schedule-removed = **#{ $id }** ist weg, mit allem, was ich davon aufgehoben habe.
schedule-told = Was du mit `/schedule` in <#{ $channel }> bestellt hast, ist { $why }. Wenn das behoben ist, geht es mit `/schedule pause` und **#{ $id }** weiter.

## Was als Nächstes kommt, vorab gezeigt

schedule-next = Das Nächste, { $moment }:
schedule-next_paused = Das Nächste, wenn es weitergeht:
schedule-nothing_open = Davon ist im Kanal nichts weiter offen, es würde also nichts gepostet. `/gate show` sagt, wie weit Texte offen sind.
schedule-not_open_to_you = Was als Nächstes kommt, hast du noch nicht gelesen, wie du mir mit `/progress` gesagt hast, darum zeige ich es dir nicht.
schedule-text_gone = Der Text ist nicht da, es würde also nichts gepostet.

## Unter dem, was gepostet wird

schedule-end = Ende des Textes und dieses Plans.
schedule-late = { $posts ->
    [one] { $posts } Beitrag davor konnte
   *[other] { $posts } Beiträge davor konnten
} nicht rechtzeitig gepostet werden.
schedule-held = { $posts ->
    [one] { $posts } Beitrag davor hatte
   *[other] { $posts } Beiträge davor hatten
} nichts Offenes zu zeigen.
schedule-over = **{ $title }**: { schedule-end }

## In der Liste beim Tippen

schedule-plan = Plan
schedule-quote = Zitat
schedule-elsewhere = anderer Kanal
schedule-all_texts = alle Texte
