//! Titles and authors that a program has put into a file because nobody had given any.
//!
//! In: what a file says of itself. Out: the same without those. The decision that is not obvious:
//! of a title that is a program and a file's name nothing is kept, since the top of the text is
//! nearly always better.

use crate::corpus::outline::Metadata;

/// Authors that nobody is called, in small letters.
const AUTHORS: &[&str] = &[
    "admin",
    "administrator",
    "apache poi",
    "author",
    "default user",
    "desconocido",
    "inconnu",
    "libreoffice",
    "microsoft account",
    "microsoft office user",
    "okänd",
    "onbekend",
    "openpyxl",
    "pandoc",
    "python-docx",
    "sconosciuto",
    "tex",
    "un-named",
    "un-named author",
    "unbekannt",
    "unknown",
    "unknown author",
    "user",
    "windows user",
    "неизвестно",
    "неизвестный автор",
];
/// Titles that nothing is called, in small letters; a number may follow.
const TITLES: &[&str] = &[
    "document",
    "documento",
    "dokument",
    "index",
    "microsoft word document",
    "new document",
    "no title",
    "powerpoint presentation",
    "powerpoint-präsentation",
    "präsentation",
    "présentation powerpoint",
    "sans titre",
    "unbenannt",
    "unknown",
    "untitled",
    "untitled document",
    "word document",
];
/// How titles begin that are those of a file.
const OF_FILES: &[&str] = &[
    "microsoft excel - ",
    "microsoft powerpoint - ",
    "microsoft word - ",
];

/// What people say of a text.
pub fn strip_programs(said: Metadata) -> Metadata {
    Metadata {
        title: said.title.filter(|title| !is_program_title(title)),
        author: said.author.filter(|author| !is_program_author(author)),
        ..said
    }
}

fn is_program_author(author: &str) -> bool {
    AUTHORS.contains(&author.trim().to_lowercase().as_str())
}

fn is_program_title(title: &str) -> bool {
    let title = title.trim().to_lowercase();
    let name =
        title.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, ' ' | '-' | '(' | ')'));
    TITLES.contains(&name) || OF_FILES.iter().any(|begin| title.starts_with(begin))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_program_puts_in_names_neither_a_text_nor_its_author() {
        let said = |title: &str, author: &str| {
            let said = strip_programs(Metadata {
                title: Some(title.to_owned()),
                author: Some(author.to_owned()),
                language: None,
            });
            (said.title.is_some(), said.author.is_some())
        };
        for title in [
            "Microsoft Word - Document1",
            "Microsoft Word - The Lamp.docx",
            "Untitled",
            "untitled-2",
            "Dokument1",
            "Document (3)",
            "PowerPoint Presentation",
        ] {
            assert_eq!(said(title, "Anna Berg"), (false, true), "{title}");
        }
        for author in [
            "python-docx",
            "Unknown",
            "Microsoft Office User",
            "un-named",
        ] {
            assert_eq!(said("The Lamp", author), (true, false), "{author}");
        }
        for (title, author) in [
            ("1984", "George Orwell"),
            ("Document of the Sea", "Anonymous"),
            ("The Untitled", "Author Unknown, Anna Berg"),
        ] {
            assert_eq!(said(title, author), (true, true), "{title}");
        }
    }
}
