//! A header, or one line of it -> what it says of its book.

use super::tables::{AUTHOR, LANGUAGE, LANGUAGES, NAMES, TITLE};
use crate::corpus::outline::Metadata;

/// What a header says of its book.
pub fn parse_header(header: &str) -> Metadata {
    let field = |names: &[&str]| {
        header.lines().find_map(|line| {
            let line = line.trim().trim_start_matches('_');
            let lower = line.to_lowercase();
            let name = names.iter().find(|name| lower.starts_with(**name))?;
            let value = line.get(name.len()..)?.trim_matches(['_', ' ', '\t']);
            (!value.is_empty()).then(|| value.to_owned())
        })
    };
    let lines: Vec<&str> = header.lines().map(str::trim).collect();
    let named = (0..lines.len()).find_map(|at| {
        let next = lines.get(at + 1).filter(|next| next.starts_with("by "));
        let whole = next.map(|next| format!("{} {next}", lines[at]));
        title_and_author(whole.as_deref().unwrap_or(lines[at]))
    });
    let (title, author) = named.map_or((None, None), |(title, author)| (Some(title), author));

    Metadata {
        title: field(TITLE).or(title),
        // Behind a name there may be a year of birth, or another name.
        author: field(AUTHOR)
            .map(|name| name.split(" (").next().unwrap_or(&name).to_owned())
            .or(author),
        language: field(LANGUAGE).and_then(|name| {
            let name = name.to_lowercase();
            let known = LANGUAGES.iter().find(|(known, _)| *known == name)?;
            Some(known.1.to_owned())
        }),
    }
}

/// A title without what Project Gutenberg puts around it, and the author if it names one.
pub fn title_and_author(line: &str) -> Option<(String, Option<String>)> {
    let line = line.trim().trim_matches('*').trim();
    let lower = line.to_ascii_lowercase();
    let name = NAMES.iter().find(|name| lower.starts_with(**name))?;
    let rest = line[name.len()..].trim_end_matches(['*', ' ']);

    let by_name = || {
        rest.rsplit_once(" by ")
            .filter(|(_, name)| is_person_name(name))
    };
    let (title, author) = match rest.rsplit_once(", by ").or_else(by_name) {
        Some((title, author)) => (title, Some(author.trim().to_owned())),
        None => (rest, None),
    };

    let title = title.trim().trim_end_matches([',', ';']);
    (!title.is_empty()).then(|| (title.to_owned(), author))
}

/// `Anna Berg`, and not `the Sea`.
fn is_person_name(name: &str) -> bool {
    let mut words = name.split_whitespace();
    words
        .next()
        .is_some_and(|first| first.starts_with(char::is_uppercase))
        && words
            .next_back()
            .is_some_and(|last| last.starts_with(char::is_uppercase))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_header_names_title_and_author_in_one_line_or_two() {
        let check = |line: &str, title: &str, author: Option<&str>| {
            let metadata = parse_header(line);
            assert_eq!(metadata.title.as_deref(), Some(title), "{line}");
            assert_eq!(metadata.author.as_deref(), author, "{line}");
        };

        check(
            "Project Gutenberg Etext of The Light, by Anna Berg",
            "The Light",
            Some("Anna Berg"),
        );
        check(
            "Project Gutenberg Etext of The Light by Anna Berg",
            "The Light",
            Some("Anna Berg"),
        );
        check(
            "The Project Gutenberg eBook of The Light on the Rock,\nby Anna Berg and Nils Lund\n\nThis eBook is free.",
            "The Light on the Rock",
            Some("Anna Berg and Nils Lund"),
        );
        check(
            "Project Gutenberg Etext of The House by the Sea",
            "The House by the Sea",
            None,
        );
    }
}
