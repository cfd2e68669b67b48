# Ce qu’on lit en choisissant une commande : au plus 100 caractères.

command-ask = Poser une question ; la réponse est une citation du texte
command-search = Où exactement se trouvent ces mots, et combien de fois
command-read = Lire un texte à partir de n’importe où
command-random = Un passage au hasard
command-quiz = Un quiz avec les mots des textes
command-quiz_start = Lancer un quiz dans ce salon
command-quiz_stop = Terminer le quiz de ce salon et montrer les erreurs
command-library = Les textes que j’ai lus
command-help = Ce que je sais faire
command-privacy = Ce que je garde, et comment le faire supprimer
command-privacy_show = Ce que je garde de tes questions et d’un serveur
command-delete_server = Supprimer tout ce que je garde de ce serveur, maintenant (Gérer le serveur)
command-texts = Les textes propres à ce serveur
command-texts_add = Ajouter un texte réservé aux membres de ce serveur
command-texts_remove = Supprimer un texte, avec chacun de ses mots
command-texts_rename = Donner un autre titre à un texte
command-texts_list = La liste des textes propres à ce serveur
command-texts_quota = La place que prennent les textes de ce serveur, et celle qu’ils peuvent prendre
command-progress = Jusqu’où tu as lu : la suite ne t’est pas dévoilée
command-gate = Jusqu’où ce salon a lu : la suite n’est pas dévoilée ici
command-gates_set = Débloquer un texte jusqu’à un chapitre
command-gates_show = Quels textes ne sont pas débloqués jusqu’à la fin
command-gates_clear = Débloquer de nouveau un texte, ou tous, jusqu’à la fin
command-schedule = Ce que je publie automatiquement dans ce salon
command-schedule_quote = Un passage par jour
command-schedule_plan = Un texte petit à petit, du début à la fin
command-schedule_list = Ce que je publie sur ce serveur, et la date de la prochaine fois
command-schedule_pause = Mettre en pause une publication programmée, ou la reprendre
command-schedule_remove = Supprimer une publication programmée
command-schedule_test = Te montrer, à toi seulement, ce qui vient ensuite
command-settings = Ce que je fais sur ce serveur
command-settings_show = Les réglages actuels
command-settings_server = Pour tout le serveur
command-settings_channel = Pour ce salon : dans quel texte chercher si aucun autre n’est indiqué
command-gaps = Ce à quoi les textes de ce serveur ne répondent pas
command-gaps_show = Les questions sans réponse, les plus fréquentes d’abord
command-gaps_clear = Supprimer toutes les questions gardées

## Leurs options

option-question = Ta question, avec tes mots, ou un endroit de la liste
option-text = Les mots à chercher
option-from = Un chapitre, une page, 40 %, ou des mots qui s’y trouvent
option-document = Seulement ce texte ou cette collection
option-private = La réponse n’est visible que par toi (tu peux la publier ensuite)
option-quiz_kind = Ce qui est demandé ; tout, si rien n’est choisi
option-quiz_questions = Combien de questions
option-confirm = C’est irréversible
option-file = Un fichier .txt, .md, .html, .epub, .docx ou .pdf
option-title = Le titre à donner au texte
option-language = La langue du texte, si je ne dois pas la deviner
option-which = Quel texte
option-chapter = Le dernier chapitre lu ; 0 si aucun ne l’est encore
option-whole_server = Dans tous les salons de ce serveur, pas seulement dans celui-ci
option-time = Quand, par exemple 9:00 ou 21:30
option-zone = Dans quel fuseau horaire, par exemple Europe/Paris
option-weekdays = Seulement du lundi au vendredi
option-which_schedule = Quelle publication programmée
option-words = Environ combien de mots à la fois, jusqu’à la fin d’une phrase ou d’une section
option-plan_from = Où commencer : un chapitre, une page ou 40 %
option-move_gate = Débloquer chaque chapitre dans ce salon seulement une fois publié en entier
option-shared = Chercher ici aussi dans les textes de tous les serveurs
option-usually_private = Ne montrer la réponse qu’à qui pose la question, sauf indication contraire
option-servers_language = La langue que je parle là où tout le monde me lit
option-feedback = Mettre sous les réponses des boutons pour dire si elles ont aidé
option-gaps = Garder 30 jours les questions sans réponse, ce que chacune de ces réponses signale

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
name-move_gate = débloquer-les-chapitres
name-schedule = publication
name-feedback = avis
name-gaps = lacunes

## Noms des commandes sur un message

name-find = Chercher dans la bibliothèque
name-check = Vérifier cette citation

## Choix

choice-delete_server = Supprimer les textes et les réglages de ce serveur
choice-discords_language = Celle que ce serveur a sur Discord
choice-gap = Ce qui manque dans une phrase
choice-chapter = De quel chapitre vient une phrase
choice-speaker = Qui dit quelque chose
