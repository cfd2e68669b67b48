//! What is known of a text itself, and how a question was understood, as plain text.

use crate::answer::Answer;
use crate::language::Language;
use crate::locale::Locale;
use crate::render::about::Fact;
use crate::render::discord::say::{self, understood as said};
use crate::render::discord::words::library;
use crate::shown;

/// What is known of a text, as a sentence.
pub fn fact(locale: Locale, fact: &Fact) -> String {
    match *fact {
        Fact::Readable => say::about::read(locale),
        Fact::Author { title, author } => say::about::author(locale, title, author),
        Fact::NoAuthor { title } => say::about::no_author(locale, title),
        Fact::NoAuthors => say::about::no_authors(locale),
        Fact::Length {
            title,
            words,
            chapters,
            pages,
        } => {
            let chapters = (chapters > 1).then(|| say::count::chapters(locale, chapters));
            let pages = (pages > 0).then(|| say::count::pages(locale, pages));
            let parts = [Some(say::count::words(locale, words)), chapters, pages];
            let parts: Vec<String> = parts.into_iter().flatten().collect();
            say::about::length(locale, title, &parts.join(", "))
        }
    }
}

/// What is said about how a question was understood, a line each.
pub fn understood(locale: Locale, answer: &Answer) -> Vec<String> {
    let mut lines = Vec::new();
    let corrections = answer.corrections.iter().map(|one| {
        let (to, from) = (shown::name(&one.to), shown::name(&one.from));
        said::instead(locale, &to, &from)
    });
    if let Some(words) = corrections.reduce(|before, last| said::and(locale, &before, &last)) {
        lines.push(said::looked_for(locale, &words));
    }

    if !answer.foreign_to.is_empty() {
        let languages = listed(locale, &answer.foreign_to);
        lines.push(said::texts_are_in(locale, &languages));
    }
    lines
}

fn listed(locale: Locale, languages: &[Language]) -> String {
    let names = languages
        .iter()
        .map(|one| library::language(locale, *one))
        .collect::<Vec<_>>();
    match names.as_slice() {
        [before @ .., last] if !before.is_empty() => said::and(locale, &before.join(", "), last),
        all => all.concat(),
    }
}
