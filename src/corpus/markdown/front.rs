//! What stands in front of a Markdown text about it: YAML between `---`, TOML between `+++`, JSON,
//! the title block of Pandoc, and the bare lines of MultiMarkdown.
//!
//! In: a text. Out: what it says of itself, and the rest. The decision that is not obvious: of
//! these languages only keys, texts and lists are read, line by line, as people write them; a
//! mistake costs one line.

use serde_json::Value;

use super::bare::{parse_bare_fields, parse_title_block};
use super::values::{is_closed, parse_values, strip_comment};
use crate::corpus::manuscript::one_line;
use crate::corpus::outline::Metadata;

/// Keys that mean the same.
const TITLE: &[&str] = &["title"];
const AUTHOR: &[&str] = &[
    "author",
    "authors",
    "creator",
    "creators",
    "author.name",
    "authors.name",
    "extra.author",
    "extra.authors",
    "params.author",
    "params.authors",
];
const LANGUAGE: &[&str] = &["language", "lang", "locale"];

/// Longest key, in bytes and in words.
const KEY: usize = 60;
const KEY_WORDS: usize = 3;

/// Splits off what stands in front.
pub fn split_front_matter(source: &str) -> (Metadata, &str) {
    let fenced = |open: &str, close: &[&str], separator| {
        let (lines, body) = split_fenced_lines(source, open, close)?;
        Some((parse_fields(&lines, separator)?, body))
    };

    if let Some((fields, body)) = fenced("---", &["---", "..."], ':') {
        (to_metadata(&fields), body)
    } else if let Some((fields, body)) = fenced("+++", &["+++"], '=') {
        (to_metadata(&fields), body)
    } else {
        parse_json_object(source)
            .or_else(|| parse_title_block(source))
            .or_else(|| parse_bare_fields(source))
            .unwrap_or((Metadata::default(), source))
    }
}

/// The lines between a first line that is `open` and one that closes it. Without the latter, the
/// first one was only a rule.
fn split_fenced_lines<'s>(
    source: &'s str,
    open: &str,
    close: &[&str],
) -> Option<(Vec<&'s str>, &'s str)> {
    let mut lines = source.split_inclusive('\n');
    let first = lines.next().filter(|line| line.trim_end() == open)?;

    let mut at = first.len();
    let mut inside = Vec::new();
    for line in lines {
        at += line.len();
        if close.contains(&line.trim_end()) {
            return Some((inside, &source[at..]));
        }
        inside.push(line.trim_end());
    }
    None
}

/// A key with its values.
pub type Field = (String, Vec<String>);

/// The keys of lines such as `key: value`, `key = "value"`, or `key:` with a list below. `None`
/// where they do not begin at once, or most lines are none: then it is text between two rules.
fn parse_fields(lines: &[&str], separator: char) -> Option<Vec<Field>> {
    let mut fields: Vec<Field> = Vec::new();
    let mut table = String::new();
    let mut strays = 0;
    let mut at = 0;
    while at < lines.len() {
        let line = lines[at];
        at += 1;

        // A table of TOML: its keys are below it.
        if let Some(name) = line.strip_prefix('[').filter(|_| separator == '=') {
            table = name.trim_matches(['[', ']']).to_owned() + ".";
            continue;
        }
        if line.starts_with('#') {
            continue;
        }
        let Some((key, value)) = line.split_once(separator).filter(|(key, _)| is_key(key)) else {
            strays += usize::from(!line.trim().is_empty());
            continue;
        };

        // What is indented below, or not closed yet, belongs to the key.
        let mut value = strip_comment(value.trim()).to_owned();
        while at < lines.len() && (!is_closed(&value) || is_part_of_value(lines[at], separator)) {
            let is_list = value.starts_with('[');
            let line = lines[at];
            value.push('\n');
            value.push_str(if is_list { strip_comment(line) } else { line });
            at += 1;
        }
        let key = table.clone() + key.trim().trim_matches(['"', '\'']);
        fields.push((key.to_lowercase(), parse_values(&value)));
    }

    let at_once = lines.first().is_none_or(|line| !line.trim().is_empty());
    let is_front = at_once && (lines.is_empty() || fields.len() > strays);
    is_front.then_some(fields)
}

/// Whether this may be the name of something; text before a colon is longer.
pub fn is_key(key: &str) -> bool {
    let begins =
        key.starts_with(|c: char| c.is_alphabetic() || matches!(c, '"' | '\'' | '_' | '$' | '@'));
    begins && key.len() <= KEY && key.split_whitespace().count() <= KEY_WORDS
}

/// Whether a line goes on with the key above it.
fn is_part_of_value(line: &str, separator: char) -> bool {
    separator == ':'
        && (line.starts_with([' ', '\t']) || line.starts_with("- "))
        && !line.trim().is_empty()
}

/// What the fields say of the text.
pub fn to_metadata(fields: &[Field]) -> Metadata {
    let find = |keys: &[&str]| {
        let said = |(key, values): &&Field| keys.contains(&key.as_str()) && !values.is_empty();
        let (first, _) = fields.iter().find(said)?;

        // Each table of a list has the same key.
        let same = fields.iter().filter(|(key, _)| key == first);
        Some(
            same.flat_map(|(_, values)| values.clone())
                .collect::<Vec<_>>(),
        )
    };
    Metadata {
        title: find(TITLE).map(|values| values.join(" ")),
        author: find(AUTHOR).map(|values| values.join(", ")),
        language: find(LANGUAGE).and_then(|values| values.first().cloned()),
    }
}

/// An object of JSON at the very top.
fn parse_json_object(source: &str) -> Option<(Metadata, &str)> {
    if !source.starts_with('{') {
        return None;
    }
    let mut values = serde_json::Deserializer::from_str(source).into_iter::<Value>();
    let object = values.next()?.ok()?;
    let body = &source[values.byte_offset()..];

    let texts = |value: &Value| -> Vec<String> {
        let one = |value: &Value| {
            let name = value.as_str().or_else(|| value.get("name")?.as_str());
            name.and_then(one_line)
        };
        match value.as_array() {
            Some(list) => list.iter().filter_map(one).collect(),
            None => one(value).into_iter().collect(),
        }
    };
    let fields: Vec<Field> = object
        .as_object()?
        .iter()
        .map(|(key, value)| (key.to_lowercase(), texts(value)))
        .collect();
    body.starts_with(['\r', '\n'])
        .then(|| (to_metadata(&fields), body))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_in_front_is_read_however_it_is_written() {
        let check = |front: &str, title: &str, author: &str| {
            let source = format!("{front}\nIt began.\n");
            let (metadata, body) = split_front_matter(&source);
            let said = |field: Option<String>| field.unwrap_or_default();
            assert_eq!(
                (
                    said(metadata.title).as_str(),
                    said(metadata.author).as_str(),
                    body.trim()
                ),
                (title, author, "It began."),
                "{front}"
            );
        };

        check(
            "---\ntitle: The Light: A Story # new\nauthor: 'Anna Berg'\n---",
            "The Light: A Story",
            "Anna Berg",
        );
        check(
            "---\ntitle: >-\n  The\n  Light\nauthor:\n  - Anna Berg\n  - Nils Lund\ntags:\n- sea\n---",
            "The Light",
            "Anna Berg, Nils Lund",
        );
        check(
            "---\r\ntitle: \"The \\\"Light\\\"\"\r\nauthors: [Anna Berg, \"Lund, Nils\"]\r\n---\r\n",
            "The \"Light\"",
            "Anna Berg, Lund, Nils",
        );
        check(
            "---\nauthor:\n  name: Anna Berg\n  email: a@b.c\n...",
            "",
            "Anna Berg",
        );
        check(
            "---\nauthor:\n- name: Anna Berg\n  url: x\n- name: Nils Lund\n---",
            "",
            "Anna Berg, Nils Lund",
        );
        check(
            "+++\ntitle = \"The Light\"\nauthors = [\n  \"Anna Berg\",\n  \"Nils Lund\"\n]\n[extra]\ntitle = 3\n+++",
            "The Light",
            "Anna Berg, Nils Lund",
        );
        check(
            "+++\ntitle = 'The Light'\n[author]\nname = \"Anna Berg\"\n+++",
            "The Light",
            "Anna Berg",
        );
        check(
            "{\"title\": \"The Light\", \"author\": [\"Anna Berg\"]}\n",
            "The Light",
            "Anna Berg",
        );
        check(
            "---\ntitle: 'It''s the Light' # new\nauthor: \"[[people/anna|Anna Berg]]\"\ntags: [a, b] # c\n---",
            "It's the Light",
            "Anna Berg",
        );
        check(
            "---\n# Of the text\ntitle: C# in Depth\nauthor: [[Anna Berg]]\n---",
            "C# in Depth",
            "Anna Berg",
        );
        check(
            "---\ntitle: \"[Draft] The Light\"\nauthor: Anna Berg\n---",
            "[Draft] The Light",
            "Anna Berg",
        );
        check(
            "+++\nauthors = [ # two\n  \"Anna Berg\", # the first\n  'Nils #2 Lund',\n]\n+++",
            "",
            "Anna Berg, Nils #2 Lund",
        );
        check(
            "% The\n  Light\n% Anna Berg; Nils Lund\n% May\n",
            "The Light",
            "Anna Berg, Nils Lund",
        );
        check(
            "---\ntitle: ~\nauthor: {name: Anna Berg, email: a@b.c} # she\n---",
            "",
            "Anna Berg",
        );
        check(
            "---\ntitle: null\nauthor: [{name: 'Anna Berg', url: x}, {\"name\": \"Nils Lund\"}, O'Dea]\n---",
            "",
            "Anna Berg, Nils Lund, O'Dea",
        );
        check(
            "---\ntitle: \"null\"\nauthor:\n  - {email: a@b.c, name: Anna Berg}\n  - Nils Lund\n---",
            "null",
            "Anna Berg, Nils Lund",
        );
        check(
            "---\nauthor: {\n  name: Anna Berg,\n  url: x\n}\ntitle: The Light\n---",
            "The Light",
            "Anna Berg",
        );
        check(
            "+++\ntitle = \"The Light\"\n[[authors]]\nname = \"Anna Berg\"\nurl = \"x\"\n[[authors]]\nname = \"Nils Lund\"\n+++",
            "The Light",
            "Anna Berg, Nils Lund",
        );
        check(
            "+++\nauthors = [{name = \"Anna Berg\"}]\n[extra]\nauthor = \"Nobody\"\n+++",
            "",
            "Anna Berg",
        );
        check(
            "+++\ntitle = \"The Light\"\n[extra]\nauthor = \"Anna Berg\"\n+++",
            "The Light",
            "Anna Berg",
        );
        check(
            "Title: The Light: A Story\nAuthor: Anna Berg\nTags:\n",
            "The Light: A Story",
            "Anna Berg",
        );
        check(
            "date: 1893-05-01\r\ntitle: The\r\n    Light #2\r\n\r\n",
            "The Light #2",
            "",
        );
    }

    #[test]
    fn what_only_looks_so_stays_text() {
        for source in [
            "---\n\nIt began.",
            "---\nThe keeper lit the lamp.\n---\nThe gull slept.",
            "---\n\nNote: the keeper lit the lamp.\n\n---\n\nThe gull slept.",
            "---\n\nAnna: Who?\nNils: I.\n\n---\n\nThe gull slept.",
            "---\n# The Light\n\nIt began.\n\n---\nThe gull slept.",
            "Title: The Light",
            "Date: May 1893\nPlace: Sandholm\n\nDear Nils.",
            "Anna: Who?\nTitle: None.\n\nThe gull slept.",
            "Title: The Light\nIt began.\n\nThe gull slept.",
            "Title: The Light\n# One\n\nThe gull slept.",
            "  Title: The Light\n\nThe gull slept.",
            "---\nAs the keeper used to say: the light burns.\n---\nThe gull slept.",
            "+++\nIt began.\n+++\nThe gull slept.",
            "+++",
            "{it began",
            "{\"a\": 1} it began",
            "%% x",
            "% ",
            "",
        ] {
            let (metadata, body) = split_front_matter(source);
            assert!(
                metadata == Metadata::default() && (body == source || source.starts_with('%')),
                "{source}"
            );
        }
        assert_eq!(
            split_front_matter("{\"a\": 1} it began").1,
            "{\"a\": 1} it began"
        );
    }
}
