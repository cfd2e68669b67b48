# Ce qui se trouve au-dessus, au-dessous et à la place d’une réponse.

## Autour d’une citation

answer-perhaps = Peut-être :
answer-not_said = Le texte ne le dit pas.
answer-not_said_before = Avant le chapitre 1, le texte ne le dit pas.
answer-not_said_up_to = Jusqu’au chapitre { $chapter }, le texte ne le dit pas.
answer-not_said_so_far = Dans ce qui est débloqué ici, les textes ne le disent pas.
answer-closest = Le plus proche, mais **ce n’est pas une réponse** :
answer-nothing_close = Je n’ai rien trouvé d’approchant. D’autres mots aideront peut-être ; `/library` montre ce que j’ai lu.
answer-late = { $texts ->
    [one] { $texts } texte est encore en cours de lecture ; réessaie dans quelques minutes.
   *[other] { $texts } textes sont encore en cours de lecture ; réessaie dans quelques minutes.
}
answer-others = **Autres passages** qui correspondent :
answer-places = **Plusieurs endroits** portent ce nom :
answer-shared_by = Partagé par { $person }

## Un endroit dans un texte

place-page = page { $page }
place-pages = pages { $first }–{ $last }
place-percent = { $percent } %
place-part = partie { $number } sur { $count }

## Comment une question a été comprise

understood-instead = « { $to } » au lieu de « { $from } »
understood-looked_for = J’ai cherché { $words }.
understood-texts_are_in = Langues de tes textes : { $languages }.
understood-and = { $before } et { $last }

## Sur les boutons

button-earlier = ◀ Précédent
button-later = Suivant ▶
button-wider = Plus
button-context = Voir le contexte
button-answer = ◀ Réponse
button-list = ◀ Liste
button-post = Publier dans le salon
button-posted = Publié ✓
button-delete = Supprimer
button-ask_again = Reposer la question
button-helpful = Utile
button-not_it = Pas ça
button-end_quiz = Terminer
button-others = Autres passages ({ $count })
button-read = Lire { $number }

## /search

search-nothing = Ces mots n’apparaissent nulle part, ni à la suite ni ensemble.
search-phrase = **Exactement ces mots**
search-ordered = Pas à la suite, mais **tous dans cet ordre**
search-together = Pas dans cet ordre, mais **tous ensemble**
search-form = Pas sous cette forme, mais **sous une autre**
search-weighty = Pas tous ensemble, mais **tous sauf les petits mots**
search-summary = { $how } : { $which } sur { $capped ->
    [yes] au moins { $count }
   *[no] { $count }, dans { $texts ->
        [one] { $texts } texte
       *[other] { $texts } textes
    }
}
search-times = { $count ->
    [one] { $count } fois en tout
   *[other] { $count } fois en tout
}
search-elsewhere_own = Aussi à { $places ->
    [one] { $places } endroit
   *[other] { $places } endroits
} dans les textes propres à ce serveur : choisis **{ library-own }** avec `/search` et `{ name-document }`.
search-elsewhere_shared = Aussi à { $places ->
    [one] { $places } endroit
   *[other] { $places } endroits
} dans les textes de tous les serveurs : choisis **{ library-shared }** avec `/search` et `{ name-document }`.
search-meant = « { $given } » n’apparaît nulle part. Voulais-tu dire « { $meant } » ?

## Vérifier cette citation

quote-exact = ✅ **Mot pour mot**
quote-shortened = ✅ **Mot pour mot, mais abrégé** : ce qui manque est en gras ici.
quote-shortened_not = 🟡 **Abrégé, et une négation manque** : ce qui manque est en gras ici.
quote-nearly = 🟡 **Presque** : { $places ->
    [one] { $places } endroit diffère
   *[other] { $places } endroits diffèrent
}
quote-partly = 🟡 **En partie seulement** : ce qui est barré n’est pas dans le texte.
quote-apart = 🟡 **Mot pour mot, mais pas au même endroit**
quote-several = **{ $quotations ->
    [one] { $quotations } citation
   *[other] { $quotations } citations
}** : { $kinds }
quote-not_all = ❌ **Tout n’est pas dans ces textes**
quote-not_found = ❌ **Pas dans ces textes**
quote-looked_in = J’ai cherché dans { $texts ->
    [one] { $texts } texte
   *[other] { $texts } textes
}. C’est peut-être dans un autre que je n’ai pas : `/library`
quote-in_text = **Dans le texte**
quote-in_message = **Dans le message**

## À propos d’un texte

about-read = Je ne cite que des phrases isolées, mieux vaut donc le lire toi-même : `/read` ouvre le texte à cet endroit.
about-summary = Je ne cite que des phrases isolées et ne résume rien : `/read` ouvre le texte, `/ask` trouve ce qu’il dit de quelque chose.
about-no_date = Je ne sais pas quand un texte a été publié, ni par qui.
about-titles = { $texts ->
    [one] { $texts } texte ici
   *[other] { $texts } textes ici
} : { $titles }
about-more = { $more ->
    [one] Et { $more } autre texte : `/library` les montre tous.
   *[other] Et { $more } autres textes : `/library` les montre tous.
}
about-author = C’est { $author } qui a écrit { $title }.
about-no_author = { $title } n’indique pas qui en est l’auteur.
about-no_authors = Aucun des textes n’indique qui en est l’auteur.
about-none_by = Aucun texte ici n’indique qu’il est de { $author }.
about-no_part = { $title } n’a pas de telle partie.
about-no_parts = Aucun des textes n’a de telle partie.
about-length = { $title } compte { $parts }.
about-language = Langue de { $title } : { $language }.
