# A quiz: questions, and what is told of the answers. Markdown, unless a comment says otherwise.

quiz-gap = **What is missing here?**
quiz-chapter = **Which chapter is this from?**
quiz-speaker = **Who says this?**
# Plain text.
quiz-number = Question { $number } of { $count }
quiz-right = ✅ **Right**
# $answer is what was left out.
quiz-wrong = ❌ **No**: it is **{ $answer }**.
quiz-wrong_chapter = ❌ **No**: it stands here.
quiz-not_open = That sentence has changed since, or is further than you have read.
quiz-over = **The quiz is over.**
quiz-nothing_missed = Nothing was missed.
quiz-unknown = I do not know any more who answered what.
# Plain text, behind a place: how many of the answers were wrong.
quiz-missed_by = missed { $missed } of { $answered } times
quiz-too_little = There is too little to ask about in these texts: sentences with names, numbers, speakers or chapters that can be told apart.
quiz-none = I know of no quiz in this channel. `/quiz start` begins one.
quiz-not_yours = Only whoever started this quiz, or may manage messages here, can end it.
quiz-ended = This quiz is over. `/quiz start` begins another.
