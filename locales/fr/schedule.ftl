# Ce qui est dit des messages qui viennent d’eux-mêmes.

schedule-none = Rien n’est publié ici de soi-même. `/schedule quote` publie un passage par jour, `/schedule plan` lit un texte petit à petit.
schedule-no_such = Il n’y a pas de tel programme. Choisis-en un dans la liste qui apparaît quand tu tapes.
schedule-not_a_time = Je ne comprends pas cette heure. Écris-la comme 9:00 ou 21:30.
schedule-no_such_zone = Je ne connais pas de fuseau « { $zone } ». Choisis-en un dans la liste qui apparaît quand tu tapes, par exemple Europe/Paris.
schedule-no_such_place = Je ne trouve pas cet endroit dans ce texte. Nomme un chapitre, une page ou un pourcentage comme 40 %.
schedule-no_chapters = Ce texte n’a pas de chapitres que je puisse compter, ils ne peuvent donc pas s’ouvrir au fur et à mesure. Demande la lecture sans `{ name-move_gate }`.
schedule-may_not_post = Je n’ai pas tous les droits qu’il me faut dans ce salon. Donne-moi ici *Voir le salon*, *Envoyer des messages* (dans un fil, *Envoyer des messages dans les fils*) et *Voir les anciens messages*, et recommence.
schedule-too_many = Ce serveur a { $most ->
    [one] { $most } programme
   *[other] { $most } programmes
}, il ne peut pas en avoir plus. `/schedule remove` en retire un.

## Ce qui est publié, et quand

schedule-portion = environ { $words ->
    [one] { $words } mot
   *[other] { $words } mots
} de { $title }
schedule-passage = un passage de { $title }
schedule-all_open = tous les textes ouverts ici
schedule-every_day = chaque jour à { $clock } ({ $zone })
schedule-weekdays = du lundi au vendredi à { $clock } ({ $zone })
schedule-made = Je publie dans ce salon { $what }, { $when } ; la première fois { $moment }.
schedule-closed = Le texte est fermé dans ce salon dès le chapitre 1, et chaque chapitre s’ouvre une fois publié en entier.
schedule-open = Le texte est ouvert dans ce salon jusqu’au chapitre { $chapter }, et chaque chapitre suivant s’ouvre une fois publié en entier.
schedule-tested = `/schedule test` montre ce qui vient ensuite.

## La liste

schedule-line = **#{ $id }** <#{ $channel }> : { $what }, { $when } ; { $next }
schedule-text_missing = { $what } (le texte n’est pas là)
schedule-gate_along = { $when }, les chapitres s’ouvrent au fur et à mesure
schedule-next_at = prochaine fois { $moment }
schedule-paused = en pause
schedule-no_access = en pause : je ne peux pas y écrire (403)
schedule-channel_gone = en pause : le salon n’existe plus (404)
schedule-refused = en pause : Discord refuse ({ $status })

## Ce qu’un programme devient

schedule-paused_now = **#{ $id }** est en pause. Encore une fois `/schedule pause` avec lui, et il reprend.
schedule-resumed = **#{ $id }** reprend, prochaine fois { $moment }.
schedule-removed = **#{ $id }** est retiré, avec tout ce que j’en gardais.
schedule-told = Ce que tu as demandé avec `/schedule` dans <#{ $channel }> est { $why }. Quand c’est réglé, `/schedule pause` avec **#{ $id }** le fait reprendre.

## Ce qui vient ensuite, montré d’avance

schedule-next = La suite, { $moment } :
schedule-next_paused = La suite, à la reprise :
schedule-nothing_open = Rien de plus n’en est ouvert dans son salon, donc rien ne serait publié. `/gate show` dit jusqu’où les textes sont ouverts.
schedule-not_open_to_you = La suite va plus loin que ce que tu as lu, comme tu me l’as dit avec `/progress`, alors je ne te la montre pas.
schedule-text_gone = Le texte n’est pas là, donc rien ne serait publié.

## Sous ce qui est publié

schedule-end = Fin du texte, et de cette lecture.
schedule-late = Avant ceci, { $posts ->
    [one] { $posts } message n’a pas pu être publié
   *[other] { $posts } messages n’ont pas pu être publiés
} à temps.
schedule-held = Avant ceci, { $posts ->
    [one] { $posts } message n’avait
   *[other] { $posts } messages n’avaient
} rien d’ouvert à montrer.
schedule-over = **{ $title }** : { schedule-end }

## Dans la liste quand on tape

schedule-plan = lecture
schedule-quote = citation
schedule-elsewhere = autre salon
schedule-all_texts = tous les textes
