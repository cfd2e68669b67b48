//! The values of front matter, as YAML and TOML write them: texts, with quotation marks or over
//! several lines, and lists of them.
//!
//! In: what stands behind a key, with the lines that belong to it. Out: one text or several. The
//! decision that is not obvious: of a list of things with names only the names are read.

use crate::corpus::manuscript::one_line;

/// What says that there is no value.
const NOTHING: &[&str] = &["null", "Null", "NULL", "~"];

/// Whether a list or a text over several lines is complete.
pub fn is_closed(value: &str) -> bool {
    let long = ["\"\"\"", "'''"];
    match long.iter().find(|mark| value.starts_with(**mark)) {
        Some(mark) => value.len() >= 6 && value.ends_with(mark),
        None if value.starts_with('[') => value.trim_end().ends_with(']'),
        None => !value.starts_with('{') || value.trim_end().ends_with('}'),
    }
}

/// The texts of a value: one, or those of a list.
pub fn parse_values(value: &str) -> Vec<String> {
    let texts: Vec<String> = if let Some(list) = value.strip_prefix('[') {
        let list = list.trim_end();
        let list = list.strip_suffix(']').unwrap_or(list);
        split_items(list)
            .into_iter()
            .filter_map(parse_item)
            .collect()
    } else if value.starts_with('{') {
        parse_item(value).into_iter().collect()
    } else if value.starts_with('\n') {
        let lines = value.lines().map(str::trim).filter(|line| !line.is_empty());
        lines.filter_map(parse_item).collect()
    } else {
        // The marks of a text over several lines: `|`, `>-`.
        let scalar = value.trim_start_matches(['|', '>']);
        let scalar = if scalar.len() < value.len() {
            scalar.trim_start_matches(['-', '+'])
        } else {
            scalar
        };
        vec![parse_scalar(scalar)]
    };

    texts
        .iter()
        .filter_map(|text| one_line(link_label(text)))
        .collect()
}

/// What a link to a note shows: `[[people/anna|Anna Berg]]`.
fn link_label(text: &str) -> &str {
    let inner = text.trim().strip_prefix('[');
    let Some(inner) = inner.and_then(|text| text.strip_suffix(']')) else {
        return text;
    };
    let inner = inner.trim_start_matches('[').trim_end_matches(']');
    inner.rsplit_once('|').map_or(inner, |(_, label)| label)
}

/// `- Anna`, `- name: Anna`, `name: Anna` or `{name: Anna}`; other keys name nobody.
fn parse_item(line: &str) -> Option<String> {
    let line = line.strip_prefix('-').unwrap_or(line).trim();
    if let Some(fields) = line
        .strip_prefix('{')
        .and_then(|line| line.strip_suffix('}'))
    {
        return split_items(fields).into_iter().find_map(parse_name_field);
    }

    match line.split_once(": ") {
        Some((key, value)) if !key.contains(' ') => (key == "name").then(|| parse_scalar(value)),
        _ => Some(parse_scalar(line)),
    }
}

/// The name in `name: Anna`, `"name": "Anna"` or `name = "Anna"`.
fn parse_name_field(field: &str) -> Option<String> {
    let (key, value) = field.split_once([':', '='])?;
    (key.trim().trim_matches(['"', '\'']) == "name").then(|| parse_scalar(value))
}

/// The items of a list between brackets; a comma between quotation marks, or in an item's own
/// brackets, parts none.
fn split_items(list: &str) -> Vec<&str> {
    let mut quote = None;
    let mut before = ',';
    let mut depth = 0_usize;

    list.split(move |c: char| {
        match (quote, c) {
            // Within a word it is an apostrophe.
            (None, '"' | '\'') if !before.is_alphanumeric() => quote = Some(c),
            (None, '{' | '[') => depth += 1,
            (None, '}' | ']') => depth = depth.saturating_sub(1),
            (Some(open), c) if open == c => quote = None,
            _ => {}
        }
        before = c;
        c == ',' && quote.is_none() && depth == 0
    })
    .collect()
}

/// A text without quotation marks, or without the comment behind it.
fn parse_scalar(value: &str) -> String {
    let value = value.trim();
    for long in ["\"\"\"", "'''"] {
        let inner = value
            .strip_prefix(long)
            .and_then(|inner| inner.strip_suffix(long));
        if let Some(inner) = inner {
            return inner.to_owned();
        }
    }

    let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''));
    if let Some(quote) = quote {
        return parse_quoted_text(&value[1..], quote);
    }

    let value = strip_comment(value).trim();
    if NOTHING.contains(&value) {
        String::new()
    } else {
        value.to_owned()
    }
}

/// A text up to the quotation mark that closes it. In it the mark is written twice, or behind a
/// backslash.
fn parse_quoted_text(value: &str, quote: char) -> String {
    let mut out = String::new();
    let mut chars = value.chars().peekable();

    while let Some(c) = chars.next() {
        let next = chars.peek().copied();
        let escaped = match c {
            '\\' if quote == '"' => next.filter(|next| matches!(next, '"' | '\\')),
            '\'' if quote == '\'' => next.filter(|next| *next == quote),
            _ => None,
        };

        if c == quote && escaped.is_none() {
            break;
        }
        out.push(escaped.unwrap_or(c));
        if escaped.is_some() {
            chars.next();
        }
    }

    out
}

/// A line without the comment at its end; a `#` between quotation marks begins none.
pub fn strip_comment(line: &str) -> &str {
    let mut quote = None;
    let mut before = ' ';

    let comment = line.char_indices().find(|(_, c)| {
        let begins = quote.is_none() && *c == '#' && before.is_whitespace();
        match (quote, c) {
            (None, '"' | '\'') if !before.is_alphanumeric() => quote = Some(*c),
            (Some(open), c) if open == *c && before != '\\' => quote = None,
            _ => {}
        }
        before = *c;
        begins
    });

    line[..comment.map_or(line.len(), |(at, _)| at)].trim_end()
}
