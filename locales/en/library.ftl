# What there is to read: libraries, texts, chapters, and how many of them. Plain text, unless a comment says otherwise.

## Numbers with their nouns, as they stand in lists

count-texts = { $count ->
    [one] { $count } text
   *[other] { $count } texts
}
count-words = { $count ->
    [one] { $count } word
   *[other] { $count } words
}
count-chapters = { $count ->
    [one] { $count } chapter
   *[other] { $count } chapters
}
count-passages = { $count ->
    [one] { $count } passage
   *[other] { $count } passages
}
count-pages = { $count ->
    [one] { $count } page
   *[other] { $count } pages
}

## /library

library-own = This server’s own texts
library-shared = The texts of all servers
# Above the texts; Markdown.
library-title_own = **This server’s own texts**
library-title_shared = **What I have read**
# On buttons.
library-to_own = This server’s own
library-to_shared = Of all servers
# On menus.
library-read = Read a chapter
library-jump = Jump to a page
# Markdown.
library-by = **{ $title }**, by { $author }
library-page = page { $page } of { $pages }
# $first and $last are the titles on the page.
library-jump_to = Page { $page }: { $first } … { $last }

## Languages of texts

language-name = { $tag ->
    [en] English
    [ar] Arabic
    [zh] Chinese
    [cs] Czech
    [da] Danish
    [nl] Dutch
    [fi] Finnish
    [fr] French
    [de] German
    [el] Greek
    [he] Hebrew
    [hi] Hindi
    [hu] Hungarian
    [it] Italian
    [ja] Japanese
    [ko] Korean
    [no] Norwegian
    [pl] Polish
    [pt] Portuguese
    [ro] Romanian
    [ru] Russian
    [es] Spanish
    [sv] Swedish
    [ta] Tamil
    [th] Thai
    [tr] Turkish
    [uk] Ukrainian
    [vi] Vietnamese
   *[und] another language
}
