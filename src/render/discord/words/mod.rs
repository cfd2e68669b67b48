//! What Pullquote says on Discord where a sentence is made of others, or goes by what there is to
//! tell. Single sentences are in `say`.
//!
//! Markdown, unless it says otherwise.

pub mod about;
pub mod help;
pub mod library;

use std::ops::RangeInclusive;

use crate::locale::Locale;
use crate::render::discord::say;
use crate::search::Manner;
use crate::servers::{Home, Texts};

/// Stands where a sentence of the text goes on that is not shown.
pub const GOES_ON: &str = "_[…]_";

/// That the text does not say; where it is not open to its end, how far it was asked.
pub fn say_not_said_up_to(locale: Locale, chapter: Option<u32>) -> String {
    match chapter {
        Some(0) => say::answer::not_said_before(locale),
        Some(chapter) => say::answer::not_said_up_to(locale, chapter),
        None => say::answer::not_said_so_far(locale),
    }
}

/// That some texts are still being read, if any are; plain text.
pub fn say_late(locale: Locale, texts: usize) -> Option<String> {
    (texts > 0).then(|| say::answer::late(locale, texts))
}

/// The same of some texts that were searched for nothing.
pub fn say_late_of(locale: Locale, texts: &[Texts]) -> Option<String> {
    say_late(locale, texts.iter().map(Texts::count_late).sum())
}

/// Who shared what only they had seen.
pub fn say_shared_by(locale: Locale, person: u64) -> String {
    let shared = say::answer::shared_by(locale, &format!("<@{person}>"));
    format!("-# {shared}")
}

/// The collection `name` has `count` texts, of which `titles` are the first; all Markdown.
pub fn say_which_of(locale: Locale, name: &str, titles: &[String], count: usize) -> String {
    let listed = say_and_more(
        locale,
        &titles.join(", "),
        count.saturating_sub(titles.len()),
    );
    say::sorry::which_of(locale, name, &listed)
}

/// The first of a list, and how many more there are.
pub fn say_and_more(locale: Locale, listed: &str, more: usize) -> String {
    match more {
        0 => listed.to_owned(),
        more => say::sorry::and_more(locale, listed, more),
    }
}

/// How the words of a search stand, and which of the hits these are.
pub fn say_search_summary(
    locale: Locale,
    manner: Manner,
    shown: RangeInclusive<usize>,
    count: usize,
    documents: usize,
    capped: bool,
) -> String {
    let how = match manner {
        Manner::Phrase => say::search::phrase(locale),
        Manner::Ordered => say::search::ordered(locale),
        Manner::Together => say::search::together(locale),
        Manner::Form => say::search::form(locale),
        Manner::Weighty => say::search::weighty(locale),
    };

    let first = shown.start();
    let last = shown.end();
    let which = if first == last {
        first.to_string()
    } else {
        format!("{first}–{last}")
    };
    say::search::summary(locale, &how, &which, count, capped, documents)
}

/// That the same words stand in the other library, too, in so many passages.
pub fn say_found_elsewhere(locale: Locale, home: Home, passages: usize) -> String {
    match home {
        Home::Own => say::search::elsewhere_own(locale, passages),
        Home::Shared => say::search::elsewhere_shared(locale, passages),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hits_that_are_not_all_counted_are_at_least_so_many_and_of_any_number_of_texts() {
        let say =
            |capped| say_search_summary(Locale::English, Manner::Together, 1..=3, 96, 2, capped);
        assert!(say(true).ends_with("1–3 of at least 96"), "{}", say(true));
        assert!(
            say(false).ends_with("1–3 of 96, in 2 texts"),
            "{}",
            say(false)
        );
    }
}
