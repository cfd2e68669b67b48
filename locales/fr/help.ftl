# Ce que le bot dit de lui-même.

## Un salut

greeting-example = Salut ! Pose-moi une question sur les textes que j’ai lus, par exemple : _{ $question }_
greeting-plain = Salut ! Pose-moi une question sur les textes que j’ai lus ; `/library` montre lesquels.

## /help

help-title = **Je réponds en citant**
help-about = Pose une question sur les textes que j’ai lus, et je cite les phrases qui y répondent, mot pour mot, en disant où elles se trouvent. Si les textes ne le disent pas, je le dis.
help-tried = Essaie : { $command } _{ $question }_
help-ask = { $command } une question. Pendant que tu écris, des passages qui correspondent apparaissent ; choisis-en un ou continue.
help-search = { $command } des mots : où exactement ils se trouvent, et combien de fois.
help-read = { $command } un texte à partir d’un chapitre, d’une page, de 40 % ou de quelques mots.
help-random = { $command } un passage au hasard.
help-quiz = { $command } un quiz : ce qui manque dans une phrase, qui la dit, ou de quel chapitre elle vient.
help-library = { $command } ce que j’ai lu, et les chapitres d’un texte.
help-privacy = { $command } ce que je garde de tes questions et d’un serveur.
help-progress = { $command } jusqu’où tu as lu : je ne te dis rien de la suite.
help-managers = Les personnes qui gèrent un serveur lui donnent ses propres textes avec `/texts`, règlent avec `/settings` ce que j’y fais, avec `/gate` jusqu’où un salon a lu, et avec `/schedule` ce que je publie automatiquement.
help-private = Avec `{ name-private }`, tu es la seule personne à voir la réponse, et tu peux la publier ensuite. Tu peux aussi me mentionner en posant une question, me répondre ou m’écrire en message privé.
help-apps = Fais un clic droit sur un message (ou un appui long) et choisis **Applications** : **{ name-find }** le cherche, **{ name-check }** dit s’il se trouve vraiment dans un texte.
help-buttons = Les boutons sous une réponse sont pour la personne qui a posé la question ; si ce n’est pas toi, appuyer dessus te donne ta propre copie.

## /privacy

privacy-title = **Ce que je garde**
privacy-asked = **De ce que tu demandes : rien.** Ta question n’est qu’en mémoire vive, le temps d’y répondre, puis je l’oublie. Elle n’est dans aucun journal ni aucun fichier.
privacy-asked_here = **De ce que tu demandes** : les questions sans réponse dans les textes, je les garde ici 30 jours pour ceux qui gèrent le serveur : les mots et le jour, pas qui a posé la question. Chaque réponse de ce genre à `/ask` ou à une mention le dit. J’oublie toutes les autres questions. Aucune n’est dans le journal.
privacy-log = **Dans le journal** de la personne qui m’héberge : à chaque usage, le type de commande, le temps que cela a pris et si cela a marché. Ni mots, ni noms, ni identifiants.
privacy-messages = **Dans mes messages** : la question, pour qu’on voie à quoi je réponds, et dans les boutons l’identifiant de qui l’a posée et l’endroit du texte. Cela disparaît avec le message ; cette personne peut appuyer sur « { button-delete } ».
privacy-quiz = **Dans un quiz** : qui a répondu quoi, en mémoire seulement, jusqu’à la fin, 500 autres quiz ou mon redémarrage. À la fin, on voit le nombre d’erreurs, pas qui les a faites.
privacy-server = **D’un serveur** : les textes ajoutés avec `/texts` par ceux qui le gèrent, ce qui en est tiré pour trouver des réponses, et ce qu’ils règlent avec `/settings` et `/gate` ; s’ils le veulent, combien de fois les réponses ont été évaluées et quelles questions sont restées sans réponse ; d’un texte supprimé, un nombre tiré de son titre. Pas qui l’a fait. Seuls les membres du serveur et la personne qui m’héberge voient ces textes. Un texte est supprimé aussitôt avec `/texts remove`, le tout avec `/privacy delete-server`, et sept jours après mon retrait. Les sauvegardes dépendent de qui m’héberge.
privacy-person = **De toi**, seulement si tu me le dis avec `/progress` : jusqu’où tu as lu, avec ton identifiant, jusqu’à `/progress clear`. De ce que tu me fais publier avec `/schedule` : le salon, le texte et les heures, où j’en suis, la langue du serveur et ton identifiant, pour signaler un échec ; jusqu’à `/schedule remove`.
privacy-unread = Je ne peux pas lire les messages de ton serveur : Discord ne m’envoie que ceux qui me mentionnent, me répondent ou me sont adressés, et ceux sur lesquels tu utilises une commande.
