# Ce qu’il y a à lire : bibliothèques, textes, chapitres, et combien.

## Des nombres avec leurs noms

count-texts = { $count ->
    [one] { $count } texte
   *[other] { $count } textes
}
count-words = { $count ->
    [one] { $count } mot
   *[other] { $count } mots
}
count-chapters = { $count ->
    [one] { $count } chapitre
   *[other] { $count } chapitres
}
count-passages = { $count ->
    [one] { $count } passage
   *[other] { $count } passages
}
count-pages = { $count ->
    [one] { $count } page
   *[other] { $count } pages
}

## /library

library-own = Textes propres à ce serveur
library-shared = Textes de tous les serveurs
library-title_own = **Textes propres à ce serveur**
library-title_shared = **Ce que j’ai lu**
library-to_own = Textes de ce serveur
library-to_shared = Textes de tous les serveurs
library-read = Lire un chapitre
library-jump = Aller à une page
library-by = **{ $title }**, par { $author }
library-page = page { $page } sur { $pages }
library-jump_to = Page { $page } : { $first } … { $last }

## Langues des textes

language-name = { $tag ->
    [en] anglais
    [ar] arabe
    [zh] chinois
    [cs] tchèque
    [da] danois
    [nl] néerlandais
    [fi] finnois
    [fr] français
    [de] allemand
    [el] grec
    [he] hébreu
    [hi] hindi
    [hu] hongrois
    [it] italien
    [ja] japonais
    [ko] coréen
    [no] norvégien
    [pl] polonais
    [pt] portugais
    [ro] roumain
    [ru] russe
    [es] espagnol
    [sv] suédois
    [ta] tamoul
    [th] thaï
    [tr] turc
    [uk] ukrainien
    [vi] vietnamien
   *[und] une autre langue
}
