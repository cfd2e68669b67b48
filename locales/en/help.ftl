# What the bot tells of itself. Markdown. Each text below is one message together: at most 1,800 characters.

## A greeting

greeting-example = Hello! Ask me about the texts I have read, for example: _{ $question }_
greeting-plain = Hello! Ask me about the texts I have read; `/library` shows which they are.

## /help: a line each; $command is a command that can be pressed

help-title = **I answer by quoting**
help-about = Ask about the texts I have read, and I quote the sentences that answer, word for word, with their place. If the texts do not say, I say so.
help-tried = Try: { $command } _{ $question }_
help-ask = { $command } a question. While you type, places that fit appear; you can choose one or go on typing.
help-search = { $command } words: where exactly they stand, and how often.
help-read = { $command } a text from a chapter, a page, 40 % or some words on.
help-random = { $command } a passage by chance.
help-quiz = { $command } a quiz: what is missing in a sentence, who says it, or which chapter it is from.
help-library = { $command } what I have read, and the chapters of a text.
help-privacy = { $command } what I keep of what you ask, and of a server.
help-progress = { $command } how far you have read: I tell you nothing that comes after it.
help-managers = Those who manage a server give it texts of its own with `/texts`, say with `/settings` what I do there, with `/gate` how far a channel has read, and with `/schedule` what I post by myself.
help-private = With `{ name-private }` only you see the answer, and can post it afterwards. You can also mention me with a question, reply to me, or write to me directly.
help-apps = Right-click a message (or hold it) and choose **Apps**: **{ name-find }** looks for it, **{ name-check }** tells whether it really stands in a text.
help-buttons = The buttons under an answer are for whoever asked; if someone else did, pressing one gives you a copy of your own.

## /privacy: a paragraph each

privacy-title = **What I keep**
privacy-asked = **Of what you ask: nothing.** Your question is answered from memory and forgotten. It is in no log and in no file.
privacy-asked_here = **Of what you ask**: this server has me keep the questions that the texts do not answer, for 30 days, for those who manage it: the words and the day, not who asked. Each such answer to `/ask` or a mention says so. All other questions are answered from memory and forgotten. None is in the log.
privacy-log = **In the log** of the person who runs me: for each use, the kind of command, how long it took and whether it worked. No words, no names, no user ids.
privacy-messages = **In my messages**: the question, so that everyone can see what was answered, and in the buttons the id of the person who asked and the place in the text. They go when the message is deleted; whoever asked can press { button-delete }.
privacy-quiz = **In a quiz**: who answered what, in memory only, until it is over, until 500 others have begun, or until I restart. In the end everyone sees how often something was missed, not by whom.
privacy-server = **Of a server**: the texts that those who manage it add with `/texts`, what is made of them to find answers, and what they set with `/settings` and `/gate`, if they want it how often answers were judged and which questions got a no, of a removed text only a number made from its title. Not who did so. Only members of that server are shown these texts; the person who runs me can read them. A text is deleted at once with `/texts remove`, all of it with `/privacy delete-server`, and seven days after I am removed from the server. Backups are up to the person who runs me.
privacy-person = **Of you**, only if you tell me with `/progress`: how far you have read, with your user id, until `/progress clear`. Of what you have me post with `/schedule`: its channel, text and times, how far it has come, the language of the server, and your user id, to tell you if it fails; until `/schedule remove`.
privacy-unread = I cannot read your server's messages: Discord only sends me those that mention me, answer me or are written to me, and the ones you use a command on.
