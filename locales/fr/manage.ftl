# Ce que lisent ceux qui gèrent un serveur, et jusqu’où les textes sont ouverts.

manage-not_here = La personne qui me fait tourner ne garde ni textes ni réglages de serveurs.
manage-on_servers_only = Cela ne se fait que sur un serveur.
manage-not_a_manager = Il faut la permission *Gérer le serveur* pour cela.
manage-not_discords = Discord indique pour ce fichier un endroit qui n’est pas à Discord, je n’y suis donc pas allé.
manage-wrong_length = Ce fichier n’a pas la taille que Discord annonçait. Renvoie-le.
manage-not_fetched = Je n’ai pas pu obtenir ce fichier de Discord. Renvoie-le.
manage-uploads_busy = D’autres fichiers sont en cours de lecture. Réessaie dans une minute.
manage-no_such_text = Ce serveur n’a pas ce texte. Choisis-en un dans la liste qui apparaît quand tu tapes.
manage-no_title = Un titre a besoin d’au moins une lettre ou un chiffre.
manage-no_texts = Ce serveur n’a pas de textes à lui. `/texts add` en ajoute un.
manage-server_deleted = Tout ce que je gardais de ce serveur est supprimé : ses propres textes avec tout ce qui en était tiré, et ses réglages.

## /texts add

manage-added = **{ $title }** est là, pour les seuls membres de ce serveur : { $chapters }, { $passages }, { $words }, langue : { $language }.
manage-no_chapters = aucun chapitre
manage-left_out = Laissé de côté, faute de pouvoir lire : { $pages } ({ $listed }). Si ce sont des images de pages, passe le fichier à la reconnaissance de texte (OCR).
manage-there_already = Ce fichier est déjà là : **{ $title }**.
manage-too_many_texts = Ce serveur a { $most ->
    [one] { $most } texte
   *[other] { $most } textes
}, il ne peut pas en avoir plus. `/texts remove` fait de la place.
manage-too_many_words = Avec lui, ce serveur aurait plus de { $most ->
    [one] { $most } mot
   *[other] { $most } mots
} ; il en a { $there }. `/texts remove` fait de la place.
manage-too_many_bytes = Avec lui, les textes de ce serveur prendraient plus de { $mib } Mio, avec ce qui en est tiré pour trouver des réponses. `/texts remove` fait de la place.
manage-no_room = Il n’y a plus de place pour les textes des serveurs. La personne qui me fait tourner peut en faire.
manage-too_large = Ce fichier dépasse { $mib } Mio. Coupe-le, ou envoie un format sans images.
manage-unknown_format = Je ne lis pas les fichiers comme { $file }. Envoie { -formats }.
-formats = .txt, .md, .html, .epub, .docx ou .pdf
manage-unreadable = { $file } { $reason }. Rien n’a été ajouté.
# Pourquoi un fichier ne peut pas être lu, comme $reason.
reason-locked = est protégé par un mot de passe ; enregistre une copie sans
reason-copy_protected = est protégé contre la copie (DRM) ; prends une copie sans protection
reason-pictures = ne contient pas de texte, seulement des images ; passe-le à la reconnaissance de texte (OCR)
reason-empty = ne contient pas de texte
reason-damaged = est abîmé ; récupère ou enregistre le fichier à nouveau
reason-other_format = n’a pas le format que dit son nom ; enregistre-le en { -formats }
reason-too_much = est trop grand pour être lu ; coupe-le
reason-failed = n’a pas pu être lu ; enregistre-le à nouveau, ou dans un autre format

## Les autres sous-commandes de /texts

manage-removed = **{ $title }** n’est plus là, ni dans les réponses ni dans aucun de mes fichiers. Les messages qui l’ont cité sont à Discord, et restent.
manage-renamed = Le texte s’appelle maintenant **{ $title }**.
manage-listed = **{ $count ->
    [one] { $count } texte propre
   *[other] { $count } textes propres
} à ce serveur**
manage-more = … et { $more } de plus : `/library` les a tous.
manage-quota = Ce serveur a { $texts } sur { $most_texts ->
    [one] { $most_texts } texte
   *[other] { $most_texts } textes
}, avec { $words } sur { $most_words ->
    [one] { $most_words } mot
   *[other] { $most_words } mots
} ; les fichiers font ensemble { $mib } Mio.
manage-quota_file = Un fichier peut faire { $mib } Mio{ $uploads }.
manage-uploads = , { $an_hour ->
    [one] { $an_hour } fichier
   *[other] { $an_hour } fichiers
} par heure

## /settings

settings-shared = Je cherche ici aussi dans les textes de tous les serveurs.
settings-not_shared = Je ne cherche pas ici dans les textes de tous les serveurs.
settings-private = Seule la personne qui demande voit la réponse, sauf si elle dit autrement.
settings-public = Tout le monde voit une réponse, sauf si la personne qui demande dit autrement.
settings-language = Ce que tout le monde voit est dans cette langue : { $language }.
settings-discords_language = Ce que tout le monde voit est dans la langue que ce serveur a sur Discord.
settings-usual_text = Dans ce salon, je cherche dans **{ $title }** si aucun autre texte n’est nommé.
settings-all_texts = Dans ce salon, je cherche dans tous les textes.
settings-feedback = Les réponses ont les boutons **{ button-helpful }** (pressé { $helpful }×) et **{ button-not_it }** ({ $not_it }×).
settings-no_feedback = Les réponses n’ont pas de boutons qui disent si elles ont aidé.
settings-gaps = **Les questions auxquelles les textes ne répondent pas sont gardées** 30 jours : `/gaps show` les liste.
settings-no_gaps = Aucune question n’est gardée.

## /progress et /gate

gates-to_you = pour toi
gates-to_channel = dans ce salon
gates-to_server = sur ce serveur
gates-closed = **{ $title }** : fermé { $to } dès le chapitre 1. { -not-told }
gates-open = **{ $title }** : ouvert { $to } jusqu’au chapitre { $chapter }. { -not-told }
gates-open_heading = **{ $title }** : ouvert { $to } jusqu’au chapitre { $chapter }, **{ $heading }**. { -not-told }
-not-told = La suite n’est pas dévoilée.
gates-no_such_chapter = **{ $title }** n’a pas de chapitre { $chapter } que je connaisse. `/library` avec `{ name-document }` donne la liste.
gates-cleared = **{ $title }** : ouvert { $to } jusqu’à la fin.
gates-all_cleared = Tous les textes sont ouverts { $to } jusqu’à la fin.
gates-listed = Ouvert { $to } :
gates-line = **{ $title }** jusqu’au chapitre { $chapter }
gates-line_heading = **{ $title }** jusqu’au chapitre { $chapter }, **{ $heading }**
# Of a text that was replaced.
gates-line_gone = **{ $title }** : fermé, car il n’y a plus de chapitre { $chapter }
gates-one_text = Nomme un seul texte, dans la liste qui apparaît quand tu tapes.
gates-forgotten = Tous les textes sont ouverts pour toi jusqu’à la fin, ici et partout. J’ai oublié jusqu’où tu as lu.
