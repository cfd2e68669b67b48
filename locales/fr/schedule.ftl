# Ce qui est dit des messages qui viennent d’eux-mêmes.

schedule-none = Rien n’est publié automatiquement ici. `/schedule quote` publie un passage par jour, `/schedule plan` lit un texte petit à petit.
schedule-no_such = Cette publication programmée n’existe pas. Choisis-en une dans la liste qui apparaît quand tu écris.
schedule-not_a_time = Je ne comprends pas cette heure. Écris-la ainsi : 9:00 ou 21:30.
schedule-no_such_zone = Je ne connais pas de fuseau horaire « { $zone } ». Choisis-en un dans la liste qui apparaît quand tu écris, par exemple Europe/Paris.
schedule-no_such_place = Je ne trouve pas cet endroit dans ce texte. Indique un chapitre, une page ou un pourcentage comme 40 %.
schedule-no_chapters = Ce texte n’a pas de chapitres que je puisse compter, je ne peux donc pas les débloquer au fur et à mesure. Programme la lecture sans `{ name-move_gate }`.
schedule-may_not_post = Je n’ai pas tous les droits qu’il me faut dans ce salon. Donne-moi ici *Voir le salon*, *Envoyer des messages* (dans un fil, *Envoyer des messages dans les fils*) et *Voir les anciens messages*, et recommence.
schedule-too_many = Ce serveur a { $most ->
    [one] { $most } publication programmée
   *[other] { $most } publications programmées
}, il ne peut pas en avoir plus. `/schedule remove` en supprime une.

## Ce qui est publié, et quand

schedule-portion = environ { $words ->
    [one] { $words } mot
   *[other] { $words } mots
} pris dans { $title }
schedule-passage = un passage pris dans { $title }
schedule-all_open = tous les textes débloqués ici
schedule-every_day = chaque jour à { $clock } ({ $zone })
schedule-weekdays = du lundi au vendredi à { $clock } ({ $zone })
schedule-made = Je publie dans ce salon { $what }, { $when } ; la première fois { $moment }.
schedule-closed = Le texte est bloqué dans ce salon dès le chapitre 1, et chaque chapitre se débloque une fois publié en entier.
schedule-open = Le texte est débloqué dans ce salon jusqu’au chapitre { $chapter }, et chaque chapitre suivant se débloque une fois publié en entier.
schedule-tested = `/schedule test` montre ce qui vient ensuite.

## La liste

schedule-line = **#{ $id }** <#{ $channel }> : { $what }, { $when } ; { $next }
schedule-text_missing = { $what } (ce texte n’existe plus)
schedule-gate_along = { $when }, les chapitres se débloquent au fur et à mesure
schedule-next_at = prochaine fois : { $moment }
schedule-paused = en pause
schedule-no_access = en pause : je ne peux pas y écrire (403)
schedule-channel_gone = en pause : le salon n’existe plus (404)
schedule-refused = en pause : Discord refuse ({ $status })

schedule-paused_now = **#{ $id }** est en pause. Utilise encore une fois `/schedule pause` pour reprendre.
schedule-resumed = **#{ $id }** reprend ; prochaine fois : { $moment }.
schedule-removed = **#{ $id }** : publication supprimée, avec tout ce que j’en gardais.
schedule-told = Ce que tu as programmé avec `/schedule` dans <#{ $channel }> est { $why }. Quand ce sera réglé, `/schedule pause` avec **#{ $id }** le fera reprendre.

## Ce qui vient ensuite, montré d’avance

schedule-next = La suite, { $moment } :
schedule-next_paused = La suite, à la reprise :
schedule-nothing_open = La suite n’est pas débloquée dans son salon, donc rien ne serait publié. `/gate show` dit jusqu’où les textes sont débloqués.
schedule-not_open_to_you = La suite va plus loin que ce que tu as lu, d’après ce que tu m’as dit avec `/progress`, alors je ne te la montre pas.
schedule-text_gone = Ce texte n’existe plus, donc rien ne serait publié.

## Sous ce qui est publié

schedule-end = Fin du texte, et de cette lecture.
schedule-late = Avant ceci, { $posts ->
    [one] { $posts } message n’a pas pu être publié
   *[other] { $posts } messages n’ont pas pu être publiés
} à temps.
schedule-held = Avant ceci, { $posts ->
    [one] { $posts } message n’a pas été publié
   *[other] { $posts } messages n’ont pas été publiés
}, car rien n’était débloqué.
schedule-over = **{ $title }** : fin du texte, et de cette lecture.

## Dans la liste quand on tape

schedule-plan = lecture
schedule-quote = citation
schedule-elsewhere = autre salon
schedule-all_texts = tous les textes
