# Answers to what went wrong: short, with the next step. Markdown.

sorry-internal = Something went wrong on my side, and the operator's log says what. Please try again in a moment.
sorry-unreadable = I could not read what Discord sent me. Please try again in another way.
sorry-empty_question = What would you like to know? Ask in your own words.
sorry-empty_search = Which words should I look for?
sorry-old_button = This button is of a kind that I no longer know. Please ask again with `/ask`.
sorry-text_changed = The text has changed since this was shown, so I cannot go on from there.
sorry-text_changed_ask = The text has changed since this was shown, so I cannot go on from there. Please ask again with `/ask`.
sorry-gone = The texts that this was asked of are gone. `/library` shows what there is now.
sorry-not_yours_to_delete = Only the person who asked, or someone who may manage messages here, can delete this.
sorry-no_such_place = I found no such place. Name a chapter, a page, a percentage such as 40 %, or some words that stand there.
sorry-no_chapters = That text has no chapters that I know of. Name a page, a percentage such as 40 %, or some words that stand there.
sorry-no_such_chapter = { $count ->
    [one] There is only { $count } chapter in that text.
   *[other] There are { $count } chapters in that text, and that is none of them.
}
# These are headings of parts, scenes or letters.
sorry-outside = That is not in the text: there it goes from “{ $first }” to “{ $last }”.
# $example is a place and the title of a text that has it, such as: chapter 3, The Mill
sorry-which_text = Which text? Name it, as in “{ $example }”, or choose it with `/read` and `{ name-document }`.
sorry-empty_message = That message has no text that I could look for.
sorry-no_texts = I have no texts for this server yet. Somebody who manages it can add some with `/texts add`, or let me use those of all servers with `/settings`.
sorry-not_open = Nothing of that is open here yet. `/progress` says how far you have read, `/gate` how far a channel has.
sorry-not_open_to_all = That is further than this channel has read, so I do not post it here.
sorry-busy = So many are asking at once that I cannot keep up. Please try again in a minute.
sorry-person_limited = That is more than I can take from one person at once. Please try again in { $seconds ->
    [one] { $seconds } second
   *[other] { $seconds } seconds
}.
sorry-server_limited = This server is asking more than I can take at once. Please try again in { $seconds ->
    [one] { $seconds } second
   *[other] { $seconds } seconds
}.
sorry-no_such_document = I have no text called “{ $name }”. `/library` shows what I have read.
sorry-ambiguous_document = “{ $name }” fits more than one text: { $titles }. Choose one from the list that appears while you type.
sorry-which_of = Which text? “{ $name }” is a collection: { $titles }.
# Behind the first of a list.
sorry-and_more = { $listed } and { $more } more
