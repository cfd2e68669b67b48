manage-not_here = La personne qui m’héberge ne me fait garder ni textes ni réglages de serveurs.
manage-on_servers_only = Cela n’est possible que sur un serveur.
manage-not_a_manager = Pour cela, il faut la permission *Gérer le serveur*.
manage-not_discords = Discord indique pour ce fichier une adresse qui n’est pas à Discord, je ne suis donc pas allé l’y chercher.
manage-wrong_length = Ce fichier n’a pas la taille que Discord annonçait. Renvoie-le, s’il te plaît.
manage-not_fetched = Je n’ai pas pu récupérer ce fichier auprès de Discord. Renvoie-le, s’il te plaît.
manage-uploads_busy = D’autres fichiers sont en cours de lecture. Réessaie dans une minute.
manage-no_such_text = Ce serveur n’a pas de texte de ce nom. Choisis-en un dans la liste qui apparaît quand tu écris.
manage-no_title = Un titre doit contenir au moins une lettre ou un chiffre.
manage-no_texts = Ce serveur n’a pas de textes à lui. `/texts add` permet d’en ajouter un.
manage-server_deleted = Tout ce que je gardais de ce serveur est supprimé : ses propres textes avec tout ce qui en était tiré, et ses réglages.

## /texts add

manage-added = Ajouté, pour les seuls membres de ce serveur : **{ $title }** ({ $chapters }, { $passages }, { $words }, langue : { $language }).
manage-no_chapters = aucun chapitre
manage-left_out = Laissé de côté, car je n’ai pas pu le lire : { $pages } ({ $listed }). Si ce sont des images de pages, fais passer le fichier par une reconnaissance de texte (OCR).
manage-there_already = Ce fichier est déjà là : **{ $title }**.
manage-too_many_texts = Ce serveur a { $most ->
    [one] { $most } texte
   *[other] { $most } textes
}, il ne peut pas en avoir plus. `/texts remove` libère de la place.
manage-too_many_words = Avec ce texte, ce serveur dépasserait le nombre de mots permis ({ $most }) ; il en a { $there }. `/texts remove` libère de la place.
manage-too_many_bytes = Avec ce texte, ceux de ce serveur prendraient plus de { $mib } Mio, avec ce qui en est tiré pour trouver des réponses. `/texts remove` libère de la place.
manage-no_room = Il n’y a plus de place pour les textes des serveurs. La personne qui m’héberge peut en libérer.
manage-too_large = Ce fichier dépasse { $mib } Mio. Découpe-le, ou envoie un format sans images.
manage-unknown_format = Je ne lis pas les fichiers comme { $file }. Envoie { -formats }.
-formats = .txt, .md, .html, .epub, .docx ou .pdf
manage-unreadable = Le fichier { $file } { $reason }. Rien n’a été ajouté.
# Pourquoi un fichier ne peut pas être lu, comme $reason.
reason-locked = est protégé par un mot de passe ; enregistre une copie sans mot de passe
reason-copy_protected = est protégé contre la copie (DRM) ; utilise une copie sans protection
reason-pictures = ne contient pas de texte, seulement des images ; fais-le passer par une reconnaissance de texte (OCR)
reason-empty = ne contient pas de texte
reason-damaged = est endommagé ; récupère-le ou enregistre-le à nouveau
reason-other_format = n’a pas le format que son nom indique ; enregistre-le en { -formats }
reason-too_much = est trop gros pour être lu ; découpe-le
reason-failed = n’a pas pu être lu ; enregistre-le à nouveau, ou dans un autre format

## Les autres sous-commandes de /texts

manage-removed = **{ $title }** n’est plus là, ni dans les réponses ni dans aucun de mes fichiers. Les messages où je l’ai cité sont chez Discord, et restent.
manage-renamed = Le texte s’appelle maintenant **{ $title }**.
manage-listed = **{ $count ->
    [one] { $count } texte propre
   *[other] { $count } textes propres
} à ce serveur**
manage-more = … et { $more } de plus : `/library` les montre tous.
manage-quota = Ce serveur a { $texts } sur { $most_texts ->
    [one] { $most_texts } texte
   *[other] { $most_texts } textes
} ; nombre de mots : { $words } sur { $most_words } ; taille totale des fichiers : { $mib } Mio.
manage-quota_file = Un fichier peut faire jusqu’à { $mib } Mio{ $uploads }.
manage-uploads = , avec au plus { $an_hour ->
    [one] { $an_hour } fichier
   *[other] { $an_hour } fichiers
} par heure

## /settings

settings-shared = Je cherche ici aussi dans les textes de tous les serveurs.
settings-not_shared = Je ne cherche pas ici dans les textes de tous les serveurs.
settings-private = Seule la personne qui pose la question voit la réponse, sauf si elle en décide autrement.
settings-public = Tout le monde voit une réponse, sauf si la personne qui pose la question en décide autrement.
settings-language = Ce que tout le monde voit est dans cette langue : { $language }.
settings-discords_language = Ce que tout le monde voit est dans la langue que ce serveur a sur Discord.
settings-usual_text = Dans ce salon, je cherche dans **{ $title }** si aucun autre texte n’est indiqué.
settings-all_texts = Dans ce salon, je cherche dans tous les textes.
settings-feedback = Sous les réponses, il y a les boutons **{ button-helpful }** (pressé { $helpful }×) et **{ button-not_it }** ({ $not_it }×).
settings-no_feedback = Sous les réponses, il n’y a pas de boutons pour dire si elles ont aidé.
settings-gaps = **Les questions auxquelles les textes ne répondent pas sont gardées** 30 jours : `/gaps show` les liste.
settings-no_gaps = Aucune question n’est gardée.

## /progress et /gate

gates-to_you = pour toi
gates-to_channel = dans ce salon
gates-to_server = sur ce serveur
gates-closed = **{ $title }** : bloqué { $to } dès le chapitre 1. { -not-told }
gates-open = **{ $title }** : débloqué { $to } jusqu’au chapitre { $chapter }. { -not-told }
gates-open_heading = **{ $title }** : débloqué { $to } jusqu’au chapitre { $chapter } (**{ $heading }**). { -not-told }
-not-told = La suite n’est pas dévoilée.
gates-no_such_chapter = Je ne trouve pas de chapitre { $chapter } dans **{ $title }**. `/library` avec `{ name-document }` donne la liste des chapitres.
gates-cleared = **{ $title }** : débloqué { $to } jusqu’à la fin.
gates-all_cleared = Tous les textes sont débloqués { $to } jusqu’à la fin.
gates-listed = Débloqué { $to } :
gates-line = **{ $title }** jusqu’au chapitre { $chapter }
gates-line_heading = **{ $title }** jusqu’au chapitre { $chapter }, **{ $heading }**
# Of a text that was replaced.
gates-line_closed = **{ $title }** : bloqué dès le chapitre 1
gates-line_gone = **{ $title }** : fermé, car il n’y a plus de chapitre { $chapter }
gates-one_text = Choisis un seul texte dans la liste qui apparaît quand tu écris.
gates-forgotten = Tous les textes sont débloqués pour toi jusqu’à la fin, ici et partout. J’ai oublié jusqu’où tu as lu.
