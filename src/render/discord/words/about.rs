//! What is known of a text itself, and how a question was understood, as plain text.

use crate::answer::Answer;
use crate::language::Language;
use crate::locale::Locale;
use crate::render::about::Fact;
use crate::render::discord::say::{self, understood as said};
use crate::render::discord::words::library;
use crate::shown;

/// What is known of a text, as a sentence; `name` makes of a title or a name what may stand in it.
pub fn say_fact(locale: Locale, fact: &Fact, name: &dyn Fn(&str) -> String) -> String {
    match fact {
        Fact::Readable => say::about::read(locale),
        Fact::Summary => say::about::summary(locale),
        Fact::NoDate => say::about::no_date(locale),
        Fact::Author { title, author } => say::about::author(locale, &name(title), &name(author)),
        Fact::NoAuthor { title } => say::about::no_author(locale, &name(title)),
        Fact::NoAuthors => say::about::no_authors(locale),
        Fact::NoneBy { author } => say::about::none_by(locale, &name(author)),
        Fact::Length {
            title,
            words,
            chapters,
            pages,
        } => {
            let words = say::count::words(locale, *words);
            let parts = [vec![words], say_part_counts(locale, *chapters, *pages)].concat();
            say::about::length(locale, &name(title), &parts.join(", "))
        }
        Fact::Language { title, language } => {
            let language = library::say_language_name(locale, *language);
            say::about::language(locale, &name(title), &language)
        }
        Fact::NoPart { title } => say::about::no_part(locale, &name(title)),
        Fact::NoParts => say::about::no_parts(locale),
        Fact::Parts {
            title,
            chapters,
            pages,
        } => {
            let parts = say_part_counts(locale, *chapters, *pages);
            say::about::length(locale, &name(title), &parts.join(", "))
        }
        Fact::Titles { titles, more } => {
            let texts = titles.len() as u64 + more;
            let titles: Vec<String> = titles.iter().map(|title| name(title)).collect();
            let mut listed = titles.join(" · ");
            if *more > 0 {
                listed = say::sorry::and_more(locale, &listed, *more);
            }

            say::about::titles(locale, texts, &listed)
        }
        Fact::More(more) => say::about::more(locale, *more),
    }
}

fn say_part_counts(locale: Locale, chapters: u64, pages: u64) -> Vec<String> {
    let chapters = (chapters > 1).then(|| say::count::chapters(locale, chapters));
    let pages = (pages > 0).then(|| say::count::pages(locale, pages));
    [chapters, pages].into_iter().flatten().collect()
}

/// What is said about how a question was understood, a line each.
pub fn say_how_understood(locale: Locale, answer: &Answer) -> Vec<String> {
    let mut lines = Vec::new();
    let corrections = answer.corrections.iter().map(|one| {
        let (to, from) = (
            shown::harmless_name(&one.to),
            shown::harmless_name(&one.from),
        );
        said::instead(locale, &to, &from)
    });
    if let Some(words) = corrections.reduce(|before, last| said::and(locale, &before, &last)) {
        lines.push(said::looked_for(locale, &words));
    }

    if !answer.foreign_to.is_empty() {
        let languages = join_language_names(locale, &answer.foreign_to);
        lines.push(said::texts_are_in(locale, &languages));
    }
    lines
}

fn join_language_names(locale: Locale, languages: &[Language]) -> String {
    let names = languages
        .iter()
        .map(|one| library::say_language_name(locale, *one))
        .collect::<Vec<_>>();
    match names.as_slice() {
        [before @ .., last] if !before.is_empty() => said::and(locale, &before.join(", "), last),
        all => all.concat(),
    }
}
