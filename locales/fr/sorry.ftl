# Réponses à ce qui n’a pas marché.

sorry-internal = Quelque chose a mal tourné de mon côté ; le journal de la personne qui m’héberge dit quoi. Réessaie dans un instant.
sorry-unreadable = Je n’ai pas pu lire ce que Discord m’a envoyé. Essaie d’une autre façon.
sorry-empty_question = Que veux-tu savoir ? Pose ta question avec tes propres mots.
sorry-empty_search = Quels mots dois-je chercher ?
sorry-old_button = Je ne connais plus ce genre de bouton. Repose ta question avec `/ask`.
sorry-text_changed = Le texte a changé depuis l’affichage, je ne peux donc pas continuer à partir de là.
sorry-text_changed_ask = Le texte a changé depuis l’affichage, je ne peux donc pas continuer à partir de là. Repose ta question avec `/ask`.
sorry-gone = Les textes sur lesquels portait la question n’existent plus. `/library` montre ce qu’il y a maintenant.
sorry-not_yours_to_delete = Seule la personne qui a posé la question, ou qui peut gérer les messages ici, peut supprimer cela.
sorry-no_such_place = Je n’ai pas trouvé cet endroit. Indique un chapitre, une page, un pourcentage comme 40 %, ou des mots qui s’y trouvent.
sorry-no_chapters = Je ne connais pas de chapitres dans ce texte. Indique une page, un pourcentage comme 40 %, ou des mots qui s’y trouvent.
sorry-no_such_chapter = { $count ->
    [one] Ce texte n’a que { $count } chapitre.
   *[other] Ce texte a { $count } chapitres, et celui-là n’en fait pas partie.
}
sorry-outside = Cela n’existe pas dans ce texte, qui va de « { $first } » à « { $last } ».
sorry-which_text = Quel texte ? Nomme-le, par exemple « { $example } », ou choisis-le avec `/read` et `{ name-document }`.
sorry-empty_message = Ce message ne contient pas de texte que je puisse chercher.
sorry-no_texts = Je n’ai pas encore de textes pour ce serveur. Les personnes qui le gèrent peuvent en ajouter avec `/texts add`, ou me laisser utiliser ceux de tous les serveurs avec `/settings`.
sorry-not_open = Rien de cela n’est encore débloqué ici. `/progress` permet de dire jusqu’où tu as lu, et `/gate`, jusqu’où un salon a lu.
sorry-not_open_to_all = C’est plus loin que ce salon n’a lu, je ne le publie donc pas ici.
sorry-busy = Il y a trop de questions à la fois, je n’arrive plus à suivre. Réessaie dans une minute.
sorry-person_limited = C’est plus que je ne peux traiter à la fois pour une seule personne. Réessaie dans { $seconds ->
    [one] { $seconds } seconde
   *[other] { $seconds } secondes
}.
sorry-server_limited = Ce serveur me demande plus que je ne peux traiter à la fois. Réessaie dans { $seconds ->
    [one] { $seconds } seconde
   *[other] { $seconds } secondes
}.
sorry-no_such_document = Je n’ai aucun texte intitulé « { $name } ». `/library` montre ce que j’ai lu.
sorry-ambiguous_document = « { $name } » correspond à plusieurs textes : { $titles }. Choisis-en un dans la liste qui apparaît quand tu écris.
sorry-which_of = Quel texte ? « { $name } » est une collection : { $titles }.
sorry-and_more = { $listed } et { $more } de plus
