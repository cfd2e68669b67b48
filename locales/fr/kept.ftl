# Ce qu’un serveur peut activer : des boutons pour juger les réponses, et la liste des questions sans réponse. Markdown.

## À qui a appuyé sur un bouton sous une réponse

feedback-thanks = Merci.
feedback-again = Tu me l’as déjà dit pour cette réponse ; cela compte une fois.
feedback-off = Cela n’est plus compté ici.

## /gaps

gaps-kept = Cette question est gardée 30 jours pour ceux qui gèrent ce serveur.
gaps-switched_on = **À partir de maintenant, je garde ici les questions auxquelles les textes ne répondent pas** : les mots et le jour, pendant 30 jours, pour ceux qui gèrent ce serveur. Pas qui a demandé. Chacune de ces réponses le dit, et `/privacy show` en dit plus.
gaps-off = Ce serveur ne garde aucune question. `/settings server` avec `{ name-gaps }` change cela.
gaps-none = Aucune question n’est gardée en ce moment.
gaps-listed = **Ce à quoi les textes n’ont pas répondu** ces 30 derniers jours, le plus fréquent d’abord :
gaps-cleared = Toutes les questions gardées sont supprimées, de tous les fichiers que j’ai.
