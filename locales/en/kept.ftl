# What a server may have switched on: buttons to judge answers, and the list of questions that got a no. Markdown.

## To whoever pressed a button under an answer

feedback-thanks = Thanks.
feedback-again = You have told me about this answer before; it counts once.
feedback-off = That is not counted here any more.

## /gaps

# In small print under an answer that says that the text does not say.
gaps-kept = This question is kept 30 days for those who manage this server.
# To everybody, when it is switched on.
gaps-switched_on = **From now on, I keep the questions here that the texts do not answer**: their words and the day, for 30 days, for those who manage this server. Not who asked. Each such answer says so, and `/privacy show` tells more.
gaps-off = This server keeps no questions. `/settings server` with `{ name-gaps }` changes that.
gaps-none = No question is kept at this moment.
gaps-listed = **What the texts did not answer** in the last 30 days, the most frequent first:
gaps-cleared = All questions that were kept are deleted, from every file that I keep.
