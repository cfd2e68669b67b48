# What is said about posts that come by themselves. Markdown, unless a comment says otherwise.

schedule-none = Nothing is posted here by itself. `/schedule quote` posts a passage a day, `/schedule plan` reads a text bit by bit.
schedule-no_such = There is no such schedule. Choose one from the list that appears while you type.
schedule-not_a_time = I do not understand that time. Write it like 9:00 or 21:30.
schedule-no_such_zone = I know no time zone “{ $zone }”. Choose one from the list that appears while you type, such as Europe/Berlin.
schedule-no_such_place = I found no such place in that text. Name a chapter, a page or a percentage such as 40 %.
schedule-no_chapters = That text has no chapters that I can count, so a gate cannot go along. Order the plan without `{ name-move_gate }`.
schedule-may_not_post = I may not do in this channel all that I need. Give me *View Channel*, *Send Messages* (in a thread *Send Messages in Threads*) and *Read Message History* here, and order it again.
schedule-too_many = This server has { $most ->
    [one] { $most } schedule
   *[other] { $most } schedules
}, as many as it may have. `/schedule remove` takes one away.

## What is posted, and when

schedule-portion = about { $words ->
    [one] { $words } word
   *[other] { $words } words
} of { $title }
schedule-passage = a passage of { $title }
# As the $title of the two above.
schedule-all_open = all texts that are open here
# $clock is such as 09:00, $zone such as Europe/Berlin.
schedule-every_day = every day at { $clock } ({ $zone })
schedule-weekdays = Monday to Friday at { $clock } ({ $zone })
# $what and $when are of those above, $moment is a date that Discord shows.
schedule-made = I post { $what } in this channel, { $when }; first { $moment }.
schedule-closed = The text is closed in this channel from chapter 1 on, and each chapter opens when it was posted whole.
schedule-open = The text is open in this channel up to chapter { $chapter }, and each further one when it was posted whole.
schedule-tested = `/schedule test` shows what comes next.

## The list; $next is one of those after it

schedule-line = **#{ $id }** <#{ $channel }>: { $what }, { $when }; { $next }
schedule-text_missing = { $what } (its text is not there)
schedule-gate_along = { $when }, the gate goes along
schedule-next_at = next { $moment }
schedule-paused = paused
schedule-no_access = paused: I may not write there (403)
schedule-channel_gone = paused: the channel is gone (404)
schedule-refused = paused: Discord refuses it ({ $status })

## What becomes of one

schedule-paused_now = **#{ $id }** is paused. `/schedule pause` with it once more lets it go on.
schedule-resumed = **#{ $id }** goes on, next { $moment }.
schedule-removed = **#{ $id }** is removed, with all that I kept of it.
# $why is one of those in the list.
schedule-told = What you ordered with `/schedule` in <#{ $channel }> is { $why }. Once that is fixed, `/schedule pause` with **#{ $id }** lets it go on.

## What comes next, shown beforehand

schedule-next = Next, { $moment }:
schedule-next_paused = Next, when it goes on:
schedule-nothing_open = Nothing more of that is open in its channel, so nothing would be posted. `/gate show` says how far texts are open.
schedule-not_open_to_you = What comes next is further than you have read, as you told me with `/progress`, so I do not show it to you.
schedule-text_gone = Its text is not there, so nothing would be posted.

## Below what is posted; plain text

schedule-end = The end of the text, and of this plan.
schedule-late = { $posts ->
    [one] { $posts } post
   *[other] { $posts } posts
} before this could not be made in time.
schedule-held = { $posts ->
    [one] { $posts } post
   *[other] { $posts } posts
} before this had nothing open to show.
# Without a text to post; Markdown.
schedule-over = **{ $title }**: { schedule-end }

## In the list that appears while somebody types; plain text

schedule-plan = plan
schedule-quote = quote
schedule-elsewhere = another channel
schedule-all_texts = all texts
