# Ce qu’on lit en choisissant une commande : au plus 100 caractères.

command-ask = Pose une question ; la réponse est citée du texte
command-search = Où exactement se trouvent ces mots, et combien de fois
command-read = Lire un texte à partir de n’importe où
command-random = Un passage au hasard
command-quiz = Un quiz avec les mots des textes
command-quiz_start = Commencer un quiz dans ce salon
command-quiz_stop = Terminer le quiz de ce salon et montrer les erreurs
command-library = Quels textes j’ai lus
command-help = Ce que je sais faire
command-privacy = Ce que je garde, et comment le faire supprimer
command-privacy_show = Ce que je garde de tes questions, et d’un serveur
command-delete_server = Supprimer tout ce que je garde de ce serveur, maintenant (Gérer le serveur)
command-texts = Les textes propres à ce serveur
command-texts_add = Ajouter un texte pour les seuls membres de ce serveur
command-texts_remove = Retirer un texte, avec chacun de ses mots
command-texts_rename = Donner un autre titre à un texte
command-texts_list = Quels textes ce serveur a à lui
command-texts_quota = Combien ce serveur a, et peut avoir
command-progress = Jusqu’où tu as lu : la suite ne t’est pas dévoilée
command-gate = Jusqu’où ce salon a lu : la suite n’est pas dévoilée ici
command-gates_set = Un texte est ouvert jusqu’à un chapitre
command-gates_show = Quels textes ne sont pas ouverts jusqu’à la fin
command-gates_clear = Un texte est rouvert jusqu’à la fin, ou tous le sont
command-schedule = Ce que je publie de moi-même dans ce salon
command-schedule_quote = Un passage par jour
command-schedule_plan = Un texte petit à petit, du début à la fin
command-schedule_list = Ce que je publie sur ce serveur, et quand ce sera la prochaine fois
command-schedule_pause = Mettre en pause, ou reprendre
command-schedule_remove = Retirer
command-schedule_test = Voir ce qui vient ensuite, pour toi seulement
command-settings = Ce que je fais sur ce serveur
command-settings_show = Les réglages actuels
command-settings_server = Pour tout le serveur
command-settings_channel = Pour ce salon : dans quel texte chercher si aucun autre n’est nommé
command-gaps = Ce à quoi les textes de ce serveur ne répondent pas
command-gaps_show = Les questions sans réponse, les plus fréquentes d’abord
command-gaps_clear = Supprimer toutes les questions gardées

## Leurs options

option-question = Ta question, avec tes mots, ou un endroit de la liste
option-text = Les mots à chercher
option-from = Un chapitre, une page, 40 %, ou des mots qui s’y trouvent
option-document = Seulement ce texte ou cette collection
option-private = La réponse n’est visible que par toi (tu peux la publier ensuite)
option-quiz_kind = Ce qui est demandé ; tout, si rien n’est choisi
option-quiz_questions = Combien de questions
option-confirm = C’est irréversible
option-file = Un fichier .txt, .md, .html, .epub, .docx ou .pdf
option-title = Comment le texte doit s’appeler
option-language = La langue du texte, si je ne dois pas la deviner
option-which = Quel texte
option-chapter = Le dernier chapitre lu ; 0 pour aucun encore
option-whole_server = Dans tous les salons de ce serveur, pas seulement dans celui-ci
option-time = Quand, par exemple 9:00 ou 21:30
option-zone = À l’heure de quel fuseau, par exemple Europe/Paris
option-weekdays = Seulement du lundi au vendredi
option-which_schedule = Lequel
option-words = Combien de mots à la fois environ, jusqu’à la fin d’une phrase ou d’une section
option-plan_from = Où commencer : un chapitre, une page ou 40 %
option-move_gate = Si chaque chapitre n’est ouvert dans ce salon qu’une fois publié en entier
option-shared = Si je cherche ici aussi dans les textes de tous les serveurs
option-usually_private = Si seule la personne qui demande voit la réponse, sauf si elle dit autrement
option-servers_language = La langue que je parle là où tout le monde voit
option-feedback = Si les réponses ont des boutons qui disent si elles ont aidé
option-gaps = Si les questions sans réponse sont gardées 30 jours, ce que chacune de ces réponses dit

## Noms d’options

name-question = question
name-text = texte
name-from = depuis
name-document = document
name-private = privé
name-kind = type
name-questions = questions
name-file = fichier
name-title = titre
name-language = langue
name-shared = textes-partagés
name-confirm = confirmer
name-chapter = chapitre
name-whole_server = tout-le-serveur
name-time = heure
name-zone = fuseau
name-weekdays = jours-ouvrés
name-words = mots
name-move_gate = ouvrir-les-chapitres
name-schedule = programme
name-feedback = avis
name-gaps = lacunes

## Noms des commandes sur un message

name-find = Chercher dans la bibliothèque
name-check = Vérifier cette citation

## Choix

choice-delete_server = Supprimer les textes et les réglages de ce serveur
choice-discords_language = Celle de ce serveur sur Discord
choice-gap = Ce qui manque dans une phrase
choice-chapter = De quel chapitre vient une phrase
choice-speaker = Qui dit quelque chose
