# What people read while they choose a command. Plain text: descriptions of at most 100 characters.

command-ask = Ask a question; the answer is quoted from the text
command-search = Where exactly these words stand, and how often
command-read = Read a text from any place
command-random = A passage by chance
command-quiz = A quiz from the words of the texts
command-quiz_start = Begin a quiz in this channel
command-quiz_stop = End the quiz in this channel, and show what was missed
command-library = Which texts I have read
command-help = What I can do
command-privacy = What I keep, and how to have it deleted
command-privacy_show = What I keep of what you ask, and of a server
command-delete_server = Delete all that I keep of this server, now (Manage Server)
command-texts = This server's own texts
command-texts_add = Add a text for the members of this server alone
command-texts_remove = Take a text away, with every word of it
command-texts_rename = Give a text another title
command-texts_list = Which texts this server has of its own
command-texts_quota = How much this server has, and may have
command-progress = How far you have read: what comes after it is not told to you
command-gate = How far this channel has read: what comes after it is not told here
command-gates_set = A text is open up to a chapter
command-gates_show = Which texts are not open to their end
command-gates_clear = A text is open to its end again, or all texts are
command-schedule = What I post in this channel by myself
command-schedule_quote = A passage a day
command-schedule_plan = A text bit by bit, from its beginning to its end
command-schedule_list = What I post on this server, and when it is next
command-schedule_pause = Pause it, or let it go on
command-schedule_remove = Take it away
command-schedule_test = Show only you what comes next
command-settings = What I do on this server
command-settings_show = How it is set now
command-settings_server = For the whole server
command-settings_channel = For this channel: the text to ask unless another is named
command-gaps = What the texts of this server do not answer
command-gaps_show = The questions that got a no, the most frequent first
command-gaps_clear = Delete all questions that were kept

## Their options

option-question = Your question, in your own words, or a place from the list
option-text = The words to look for
option-from = A chapter, a page, 40 %, or words that stand there
option-document = Only this text or collection
option-private = Only you see the answer (you can post it afterwards)
option-quiz_kind = What is asked; all of it, if you leave it out
option-quiz_questions = How many questions
option-confirm = It cannot be undone
option-file = A .txt, .md, .html, .epub, .docx or .pdf file
option-title = What the text is to be called
option-language = The language of the text, if I should not guess it
option-which = Which text
option-chapter = The last chapter that was read; 0 for none yet
option-whole_server = In all channels of this server, not only in this one
option-time = When, such as 9:00 or 21:30
option-zone = By the clocks of which time zone, such as Europe/Berlin
option-weekdays = Only from Monday to Friday
option-which_schedule = Which one
option-words = About how many words at a time, up to the end of a sentence or section
option-plan_from = Where to begin: a chapter, a page or 40 %
option-move_gate = Whether each chapter opens in this channel when it was posted whole, and not before
option-shared = Whether the texts of all servers are asked here, too
option-usually_private = Whether only the asker sees an answer, unless they say otherwise
option-servers_language = The language that I speak where everybody sees it
option-feedback = Whether answers have buttons that say whether they helped
option-gaps = Whether questions that got a no are kept 30 days, which each such answer says

## Names of options: at most 32 lower-case letters, digits, - and _

name-question = question
name-text = text
name-from = from
name-document = document
name-private = private
name-kind = kind
name-questions = questions
name-file = file
name-title = title
name-language = language
name-shared = shared
name-confirm = confirm
name-chapter = chapter
name-whole_server = whole-server
name-time = time
name-zone = zone
name-weekdays = weekdays
name-words = words
name-move_gate = move-gate
name-schedule = schedule
name-feedback = feedback
name-gaps = gaps

## Names of the commands on a message: at most 32 characters

name-find = Find in the library
name-check = Check this quote

## Choices: at most 100 characters

choice-delete_server = Delete the texts and settings of this server
choice-discords_language = As this server has it on Discord
choice-gap = What is left out of a sentence
choice-chapter = Which chapter a sentence is from
choice-speaker = Who says something
