# What those who manage a server are told, and how far texts are open. Markdown.

manage-not_here = Whoever runs me keeps no texts and settings of servers.
manage-on_servers_only = That is something for a server.
manage-not_a_manager = Only somebody who may *Manage Server* can do that.
manage-not_discords = Discord names a place for that file that is not Discord’s own, so I did not look there.
manage-wrong_length = That file is not as long as Discord said it would be. Please send it again.
manage-not_fetched = I could not get that file from Discord. Please send it again.
manage-uploads_busy = Other files are being read at this moment. Please try again in a minute.
manage-no_such_text = This server has no such text. Choose one from the list that appears while you type.
manage-no_title = A title needs at least one letter or digit.
manage-no_texts = This server has no texts of its own. `/texts add` adds one.
manage-server_deleted = Everything that I kept of this server is deleted: its own texts with all that was made of them, and what it set.

## /texts add

# $chapters, $passages and $words are such as: 12 chapters
manage-added = **{ $title }** is here, for the members of this server alone: { $chapters }, { $passages }, { $words }, in { $language }.
manage-no_chapters = no chapters
# $pages is such as: 3 pages; $listed is their numbers.
manage-left_out = Left out, as I could not read them: { $pages } ({ $listed }). If they are pictures of pages, run text recognition (OCR) over the file.
manage-there_already = That file is there already: **{ $title }**.
manage-too_many_texts = This server has { $most ->
    [one] { $most } text
   *[other] { $most } texts
}, which is as many as it may have. `/texts remove` makes room.
manage-too_many_words = With it, this server would have more than { $most ->
    [one] { $most } word
   *[other] { $most } words
}; it has { $there ->
    [one] { $there } word
   *[other] { $there } words
}. `/texts remove` makes room.
manage-too_many_bytes = With it, the texts of this server would take more than { $mib } MiB, with what is made of them to find answers. `/texts remove` makes room.
manage-no_room = There is no room left for the texts of servers. Whoever runs me can make some.
manage-too_large = That file is larger than { $mib } MiB. Split it, or send a format without pictures.
manage-unknown_format = I do not read files like { $file }. Send { -formats }.
-formats = .txt, .md, .html, .epub, .docx or .pdf
manage-unreadable = { $file } { $reason }. Nothing was added.
# Why a file cannot be read, as $reason: each begins with a verb. In English, more exact reasons take their place.
reason-locked = is protected with a password; save a copy without one
reason-copy_protected = is protected against copying (DRM); use a copy without protection
reason-pictures = holds no text, only pictures; run text recognition (OCR) over it
reason-empty = holds no text
reason-damaged = is damaged; get it again, or save it again
reason-other_format = is in another format than its name says; save it as { -formats }
reason-too_much = is too large to be read; split it
reason-failed = could not be read; save it again, or in another format

## The other subcommands of /texts

manage-removed = **{ $title }** is gone, from the answers and from every file that I keep. Messages that quoted it are Discord’s, and stay.
manage-renamed = It is called **{ $title }** now.
manage-listed = **{ $count ->
    [one] { $count } text
   *[other] { $count } texts
} of this server’s own**
manage-more = … and { $more } more: `/library` has them all.
manage-quota = This server has { $texts } of { $most_texts ->
    [one] { $most_texts } text
   *[other] { $most_texts } texts
}, with { $words } of { $most_words ->
    [one] { $most_words } word
   *[other] { $most_words } words
}; the files have { $mib } MiB together.
manage-quota_file = A file may have { $mib } MiB{ $uploads }.
# Behind the size of a file.
manage-uploads = , { $an_hour ->
    [one] { $an_hour } file
   *[other] { $an_hour } files
} an hour

## /settings

settings-shared = The texts of all servers are asked here, too.
settings-not_shared = The texts of all servers are not asked here.
settings-private = Only the asker sees an answer, unless they say otherwise.
settings-public = Everybody sees an answer, unless the asker says otherwise.
# $language is what those who speak it call it.
settings-language = What everybody sees is in this language: { $language }.
settings-discords_language = What everybody sees is in the language that this server has on Discord.
settings-usual_text = In this channel, **{ $title }** is asked unless another text is named.
settings-all_texts = In this channel, all texts are asked.
settings-feedback = Answers have the buttons **{ button-helpful }** (pressed { $helpful }×) and **{ button-not_it }** ({ $not_it }×).
settings-no_feedback = Answers have no buttons that say whether they helped.
settings-gaps = **Questions that the texts do not answer are kept** for 30 days: `/gaps show` lists them.
settings-no_gaps = No questions are kept.

## /progress and /gate: how far texts are open

gates-to_you = to you
gates-to_channel = in this channel
gates-to_server = on this server
# $to is one of the three above.
gates-closed = **{ $title }** is closed { $to } from chapter 1 on. { -not-told }
gates-open = **{ $title }** is open { $to } up to chapter { $chapter }. { -not-told }
gates-open_heading = **{ $title }** is open { $to } up to chapter { $chapter }, **{ $heading }**. { -not-told }
-not-told = What comes after it is not told.
gates-no_such_chapter = **{ $title }** has no chapter { $chapter } that I know of. `/library` with `{ name-document }` lists its chapters.
gates-cleared = **{ $title }** is open { $to } to its end.
gates-all_cleared = All texts are open { $to } to their end.
gates-listed = Open { $to }:
gates-line = **{ $title }** up to chapter { $chapter }
gates-line_heading = **{ $title }** up to chapter { $chapter }, **{ $heading }**
# Of a text that was replaced.
gates-line_closed = **{ $title }** is closed from chapter 1 on
gates-line_gone = **{ $title }** is closed: it has no chapter { $chapter } any more
gates-one_text = Name one text, from the list that appears while you type.
gates-forgotten = All texts are open to you to their end, here and everywhere. I have forgotten how far you have read.
