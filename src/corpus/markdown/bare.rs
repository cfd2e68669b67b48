//! What stands in front of a Markdown text about it without a fence: the title block of Pandoc, and
//! the lines of MultiMarkdown.
//!
//! In: a text. Out: what it says of itself, and the rest. The decision that is not obvious: lines
//! such as `Date: May` also begin a letter, so one of them has to name the text or its author.

use super::front::{Field, is_key, to_metadata};
use crate::corpus::manuscript::one_line;
use crate::corpus::outline::Metadata;

/// Keys of lines without a fence around them: those that name a text, and others with which they
/// begin.
const NAMES: &[&str] = &["title", "author", "authors"];
const USUAL: &[&str] = &[
    "base header level",
    "category",
    "copyright",
    "css",
    "date",
    "description",
    "keywords",
    "lang",
    "language",
    "latex input",
    "modified",
    "slug",
    "status",
    "subtitle",
    "summary",
    "tags",
    "template",
];

/// Lines such as `Title: The Light` up to the first blank one, as MultiMarkdown has them, and
/// Pelican and MkDocs after it. The first one has a key that is usual, and one of them says the
/// title or the author.
pub fn parse_bare_fields(source: &str) -> Option<(Metadata, &str)> {
    let mut fields: Vec<Field> = Vec::new();
    let mut at = 0;
    for line in source.split_inclusive('\n') {
        at += line.len();
        if line.trim().is_empty() {
            break;
        }
        match (line.starts_with([' ', '\t']), fields.last_mut()) {
            (true, Some((_, values))) => values.extend(one_line(line)),
            (true, None) => return None,
            (false, _) => {
                let (key, value) = line.split_once(':').filter(|(key, _)| is_key(key))?;
                // Logseq writes two.
                let value = value.strip_prefix(':').unwrap_or(value);
                let is_usual = |key: &str| USUAL.contains(&key) || NAMES.contains(&key);
                let key = key.trim().to_lowercase();
                if fields.is_empty() && !is_usual(&key) {
                    return None;
                }
                fields.push((key, one_line(value).into_iter().collect()));
            }
        }
    }

    let names = fields.iter().any(|(key, _)| NAMES.contains(&key.as_str()));
    let body = &source[at..];
    (names && !body.trim().is_empty()).then(|| (to_metadata(&fields), body))
}

/// `% The Title`, `% Anna Berg; Nils Lund`, `% May 1893`.
pub fn parse_title_block(source: &str) -> Option<(Metadata, &str)> {
    let mut at = 0;
    let mut fields: Vec<String> = Vec::new();
    for line in source.split_inclusive('\n') {
        let goes_on = line.starts_with([' ', '\t']) && !line.trim().is_empty();
        match (line.strip_prefix('%'), fields.last_mut()) {
            (Some(field), _) if field.starts_with([' ', '\r', '\n']) => {
                fields.push(field.trim().to_owned());
            }
            (None, Some(last)) if goes_on => *last = format!("{last} {}", line.trim()),
            _ => break,
        }
        at += line.len();
    }

    let field = |number: usize| fields.get(number).and_then(|field| one_line(field));
    let metadata = Metadata {
        title: field(0),
        author: field(1).map(|names| {
            names
                .split(';')
                .map(str::trim)
                .collect::<Vec<_>>()
                .join(", ")
        }),
        language: None,
    };
    (!fields.is_empty()).then(|| (metadata, &source[at..]))
}
