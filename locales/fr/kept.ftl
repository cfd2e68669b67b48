# Ce qu’un serveur peut activer : des boutons pour juger les réponses, et la liste des questions sans réponse. Markdown.

## À qui a appuyé sur un bouton sous une réponse

feedback-thanks = Merci.
feedback-again = Tu m’as déjà donné ton avis sur cette réponse ; il compte une fois.
feedback-off = Ici, les avis ne sont plus comptés.

## /gaps

gaps-kept = Cette question est gardée 30 jours pour ceux qui gèrent ce serveur.
gaps-switched_on = **À partir de maintenant, je garde ici les questions auxquelles les textes ne répondent pas** : les mots et le jour, pendant 30 jours, pour ceux qui gèrent ce serveur. Pas qui a posé la question. Chacune de ces réponses le signale, et `/privacy show` en dit plus.
gaps-off = Ce serveur ne garde aucune question. `/settings server` avec `{ name-gaps }` permet de changer cela.
gaps-none = Aucune question n’est gardée en ce moment.
gaps-listed = **Ce à quoi les textes n’ont pas répondu** ces 30 derniers jours, les questions les plus fréquentes d’abord :
gaps-cleared = Toutes les questions gardées sont supprimées, de tous les fichiers que j’ai.
