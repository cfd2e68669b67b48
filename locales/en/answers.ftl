# What stands above, below and in place of an answer. Markdown, unless a comment says otherwise.

## Above and below a quote

answer-perhaps = Perhaps:
answer-not_said = The text does not say.
answer-not_said_before = Before chapter 1, the text does not say.
answer-not_said_up_to = Up to chapter { $chapter }, the text does not say.
answer-not_said_so_far = As far as the texts are open here, they do not say.
answer-closest = Closest, but **not an answer**:
answer-nothing_close = Nothing comes close. Other words may help; `/library` shows what I have read.
# Below a no, while some texts are not there yet; plain text.
answer-late = { $texts ->
    [one] { $texts } text is still being read; try again in a few minutes.
   *[other] { $texts } texts are still being read; try again in a few minutes.
}
answer-others = **Other passages** that fit:
answer-places = **Several places** are called that:
# $person can be pressed.
answer-shared_by = Shared by { $person }

## A place in a text; plain text

place-page = page { $page }
place-pages = pages { $first }–{ $last }
place-percent = { $percent } %
place-part = part { $number } of { $count }

## How a question was understood; plain text

understood-instead = “{ $to }” instead of “{ $from }”
understood-looked_for = Looked for { $words }.
understood-texts_are_in = Your texts are in { $languages }.
# Between all that are listed and the last of them.
understood-and = { $before } and { $last }

## On buttons: at most 80 characters, better 20

button-earlier = ◀ Back
button-later = Next ▶
button-wider = More
button-context = Show context
button-answer = ◀ Answer
button-list = ◀ List
button-post = Post to channel
button-posted = Posted ✓
button-delete = Delete
button-ask_again = Ask again
button-helpful = Helpful
button-not_it = Not it
button-end_quiz = End
button-others = Other passages ({ $count })
button-read = Read { $number }

## /search

search-nothing = These words stand nowhere, neither one behind the other nor together.
search-phrase = **Exactly these words**
search-ordered = Not one behind the other; **all of them in this order**
search-together = Not in this order; **all of them together**
search-form = Not as written; **in another form**
search-weighty = Not all of them together; **all but the small words**
# $how is one of those above, $which is the hits on show, such as 1–3.
search-summary = { $how }: { $which } of { $capped ->
    [yes] at least { $count }
   *[no] { $count }, in { $texts ->
        [one] { $texts } text
       *[other] { $texts } texts
    }
}
# Behind search-summary.
search-times = { $count ->
    [one] { $count } time in all
   *[other] { $count } times in all
}
search-elsewhere_own = Also { $places ->
    [one] { $places } place
   *[other] { $places } places
} in this server’s own texts: choose **{ library-own }** with `/search` and `{ name-document }`.
search-elsewhere_shared = Also { $places ->
    [one] { $places } place
   *[other] { $places } places
} in the texts of all servers: choose **{ library-shared }** with `/search` and `{ name-document }`.
search-meant = “{ $given }” stands nowhere. Did you mean “{ $meant }”?

## Check this quote

quote-exact = ✅ **Word for word**
quote-shortened = ✅ **Word for word, shortened**: what is left out is bold here.
quote-shortened_not = 🟡 **Shortened, and a “not” is left out**: what is left out is bold here.
quote-nearly = 🟡 **Almost**: { $places ->
    [one] { $places } place differs
   *[other] { $places } places differ
}
quote-partly = 🟡 **Only in part**: what is struck out is not in the text.
quote-apart = 🟡 **Word for word, but not in one place**
# $kinds are signs with a number each: ✅ 1 · 🟡 2.
quote-several = **{ $quotations ->
    [one] { $quotations } quotation
   *[other] { $quotations } quotations
}**: { $kinds }
quote-not_all = ❌ **Not all of it is in these texts**
quote-not_found = ❌ **Not in these texts**
quote-looked_in = I looked in { $texts ->
    [one] { $texts } text
   *[other] { $texts } texts
}. It may stand in one that I do not have: `/library`
quote-in_text = **In the text**
quote-in_message = **In the message**

## About a text itself; plain text

about-read = I quote single sentences, so that is best read: `/read` opens the text at that place.
about-summary = I quote single sentences and sum nothing up: `/read` opens the text, `/ask` finds what it says of something.
about-no_date = I do not know when a text was published, or by whom.
about-titles = { $texts ->
    [one] One text here
   *[other] { $texts } texts here
}: { $titles }
about-more = { $more ->
    [one] And one more text: `/library` lists all.
   *[other] And { $more } more texts: `/library` lists all.
}
about-author = { $title } is by { $author }.
about-no_author = { $title } does not say who wrote it.
about-no_authors = None of the texts says who wrote it.
about-none_by = No text here says that it is by { $author }.
about-no_part = { $title } has no such part.
about-no_parts = None of the texts has such a part.
# $parts is such as: 4,123 words, 12 chapters
about-length = { $title } has { $parts }.
about-language = { $title } is in { $language }.
