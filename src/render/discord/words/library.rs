//! What libraries, texts and chapters are called in lists, and how much of them there is.

use crate::ids::Ids;
use crate::index::Folder;
use crate::language::Language;
use crate::locale::Locale;
use crate::render::discord::say::{count, language as languages, library as say};
use crate::servers::Home;

/// What a library is called in the list while typing, as plain text.
pub fn say_library_name(locale: Locale, home: Home) -> String {
    match home {
        Home::Own => say::own(locale),
        Home::Shared => say::shared(locale),
    }
}

/// Above the texts of a library; Markdown.
pub fn say_library_title(locale: Locale, home: Home) -> String {
    match home {
        Home::Own => say::title_own(locale),
        Home::Shared => say::title_shared(locale),
    }
}

/// On the button that leads to the other library.
pub fn say_other_library(locale: Locale, home: Home) -> String {
    match home {
        Home::Own => say::to_own(locale),
        Home::Shared => say::to_shared(locale),
    }
}

/// A text with its author and how many chapters it has; all Markdown.
pub fn render_text_line(
    locale: Locale,
    title: &str,
    author: Option<&str>,
    chapters: usize,
) -> String {
    let text = match author {
        Some(author) => say::by(locale, title, author),
        None => format!("**{title}**"),
    };

    match chapters {
        0 | 1 => text,
        _ => format!("{text} · {}", count::chapters(locale, chapters)),
    }
}

/// A folder above its texts; Markdown.
pub fn render_folder_line(name: &str) -> String {
    format!("📁 {name}")
}

/// A heading; Markdown.
pub fn render_heading_line(heading: &str, depth: usize) -> String {
    format!("{}{heading}", "\u{2003}".repeat(depth.saturating_sub(1)))
}

/// How much a collection holds, as plain text.
pub fn say_collection_size(locale: Locale, texts: usize, words: u64) -> String {
    let texts = count::texts(locale, texts);
    let words = count::words(locale, words);
    format!("{texts}, {words}")
}

/// How much a text holds, as plain text.
pub fn say_text_size(locale: Locale, chapters: usize, pages: usize, words: u64) -> String {
    let chapters = (chapters > 1).then(|| count::chapters(locale, chapters));
    let pages = (pages > 0).then(|| count::pages(locale, pages));
    let parts = [chapters, pages, Some(count::words(locale, words))];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// What the whole list holds, and which page of it this is, as plain text.
pub fn say_page_summary(locale: Locale, held: &str, page: usize, pages: usize) -> String {
    if pages > 1 {
        format!("{held} · {}", say::page(locale, page, pages))
    } else {
        held.to_owned()
    }
}

/// A collection in a list while somebody types, as plain text.
pub fn render_collection_choice(locale: Locale, folder: &Folder) -> String {
    let texts = count::texts(locale, folder.documents.len());
    format!("{} · {texts}", folder.name())
}

/// What a language of texts is called, as plain text.
pub fn say_language_name(locale: Locale, language: Language) -> String {
    languages::name(locale, language.tag())
}
