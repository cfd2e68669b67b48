//! What Obsidian, Hugo, Jekyll, Pandoc and their like add to Markdown, taken out of it.
//!
//! In: Markdown of a dialect. Out: Markdown that says the same to a reader. The decision that is
//! not obvious: private comments go first, wherever they end, so that nothing in them can be
//! quoted. In code and formulas all stays.

use std::borrow::Cow;
use std::ops::Range;

use super::fences::Fences;
use super::scripts::Scripts;
use super::{blocks, boxes, brews, code, comments, inner, liquid};

/// Longest attributes, and longest span that has some, in bytes.
const ATTRIBUTES: usize = 200;
const SPAN: usize = 1_000;
/// Longest row of keys, in bytes.
const KEYS: usize = 60;
/// Names of keys that stand alone or beside others.
const KEY_NAMES: &[&str] = &[
    "ctrl",
    "control",
    "alt",
    "shift",
    "cmd",
    "command",
    "option",
    "meta",
    "super",
    "win",
    "windows",
    "fn",
    "enter",
    "return",
    "esc",
    "escape",
    "tab",
    "space",
    "backspace",
    "delete",
    "del",
    "insert",
    "home",
    "end",
    "page-up",
    "page-down",
    "up",
    "down",
    "left",
    "right",
    "arrow-up",
    "arrow-down",
    "arrow-left",
    "arrow-right",
    "caps-lock",
    "print-screen",
    "pause",
    "menu",
    "f1",
    "f2",
    "f3",
    "f4",
    "f5",
    "f6",
    "f7",
    "f8",
    "f9",
    "f10",
    "f11",
    "f12",
];
/// Longest exponent or index, in bytes.
const SCRIPT: usize = 40;

/// Markdown without the dialects; `has_front` where front matter stood above it, as pages of a site
/// have it.
pub fn to_common_markdown(body: &str, has_front: bool) -> String {
    let is_template = has_front || liquid::holds_calls(body);
    let veiled = if is_template {
        liquid::veil_shown(body)
    } else {
        liquid::veil_blanks(body)
    };
    let unwrapped = brews::unwrap_brews(&veiled);
    let body = blocks::to_common_blocks(&strip_hidden_text(&unwrapped));
    let code = code::find_code(&body, super::parser_options());
    let mut out = String::with_capacity(body.len());
    let mut marks = (Fences::default(), Scripts::default());
    let mut at = 0;
    for line in body.split_inclusive('\n') {
        let range = at..at + line.len();
        at = range.end;

        let next = code.partition_point(|code| code.end <= range.start);
        let inside = code[next..]
            .iter()
            .take_while(|code| code.start < range.end);
        let shift = |code: &Range<usize>| {
            code.start.saturating_sub(range.start)..code.end.min(range.end) - range.start
        };
        let code: Vec<Range<usize>> = inside.map(shift).collect();
        write_line(line, &code, &mut marks, &mut out);
    }
    liquid::unveil(out)
}

/// Markdown without what nobody is to see. In a box that looked like code, which stays as it is.
fn strip_hidden_text(body: &str) -> String {
    let seen = comments::strip_unseen(body);
    let apart = inner::set_apart_elements(&seen);
    match boxes::unwrap_boxes(&apart) {
        Cow::Owned(undone) => comments::strip_unseen(&undone),
        Cow::Borrowed(apart) => apart.to_owned(),
    }
}

/// Writes a line without what a dialect adds to it; `code` are the places of code in it.
fn write_line(
    line: &str,
    code: &[Range<usize>],
    (fences, scripts): &mut (Fences, Scripts),
    out: &mut String,
) {
    let begin = line.len() - line.trim_start().len();
    let is_code = code
        .iter()
        .any(|code| code.contains(&begin) && code.end >= line.trim_end().len());
    if is_code {
        return out.push_str(line);
    }

    let end = line.len() - line.trim_end_matches(['\n', '\r']).len();
    let (line, end) = line.split_at(line.len() - end);
    if scripts.holds(line) {
        return out.push_str(end);
    }
    let title = fences
        .read_fence(line)
        .or_else(|| fences.read_heading(line));
    if let Some(title) = title.or_else(|| parse_attributes_line(line)) {
        out.push_str(end);
        out.push_str(title);
        out.push_str(end);
        return out.push_str(end);
    }

    let mut rest = 0;
    if let Some((quote, title)) = parse_callout(line) {
        out.push_str(&line[..quote]);
        rest = title;
    }
    let till = strip_block_id(line).len().max(rest);
    write_pieces(&line[..till], rest, code, out);
    if rest > 0 {
        // The title of a callout is a paragraph of its own.
        out.push_str(end);
        out.push_str(line[..line.find('[').unwrap_or(0)].trim_end());
    }
    out.push_str(end);
}

/// Writes what is no code without marks, and code as it is.
fn write_pieces(line: &str, from: usize, code: &[Range<usize>], out: &mut String) {
    let mut at = from;
    for code in code {
        let code = code.start.clamp(at, line.len())..code.end.clamp(at, line.len());
        out.push_str(&strip_inline_marks(&line[at..code.start], &line[..at]));

        // Pandoc hands such a piece to another format as it is.
        let is_raw = line[..code.end].ends_with('`') && line[code.end..].starts_with("{=");
        if !is_raw {
            out.push_str(&line[code.clone()]);
        }
        at = code.end;
    }

    out.push_str(&strip_inline_marks(&line[at..], &line[..at]));
}

/// `{: .class #id}`, `{.class}` or `{::nomarkdown}` alone on its line.
fn parse_attributes_line(line: &str) -> Option<&str> {
    let inner = line.trim().strip_prefix('{')?.strip_suffix('}')?;
    let is_switch = inner.starts_with("::") || inner.starts_with(":/");
    (is_switch || is_attributes(inner)).then_some("")
}

/// `#id .class key=value`, with a colon before it in some dialects.
fn is_attributes(inner: &str) -> bool {
    let inner = inner.strip_prefix(':').unwrap_or(inner).trim();
    let mut words = inner.split_whitespace().peekable();
    let is_first = words
        .peek()
        .is_some_and(|word| word.starts_with(['.', '#']) || word.contains('='));
    is_first && !inner.contains(['{', '}', '\n'])
}

/// `> [!note]- Title`: where the quotation marks end, and where the title begins.
fn parse_callout(line: &str) -> Option<(usize, usize)> {
    let quote = line.find('[').filter(|at| {
        let marks = line[..*at].trim();
        !marks.is_empty() && marks.chars().all(|c| c == '>' || c == ' ')
    })?;

    let inner = line[quote..].strip_prefix("[!")?;
    let close = inner.find(']')?;
    let rest = inner[close + 1..]
        .trim_start_matches(['-', '+'])
        .trim_start();
    Some((quote, line.len() - rest.len()))
}

/// A line without the name that others link to: `… every night. ^keeper1`.
fn strip_block_id(line: &str) -> &str {
    let trimmed = line.trim_end();
    let Some((before, id)) = trimmed.rsplit_once('^') else {
        return line;
    };

    let is_id = !id.is_empty()
        && id.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
        && !id.chars().all(|c| c.is_ascii_digit());
    let apart = before.is_empty() || before.ends_with([' ', '\t']);

    if is_id && apart {
        before.trim_end()
    } else {
        line
    }
}

/// A piece of a line without `==highlights==` and the `{.attributes}` of links, spans and code;
/// `before` is the line up to it.
fn strip_inline_marks(piece: &str, before: &str) -> String {
    let mut out = String::with_capacity(piece.len());
    let behind_code = before.ends_with('`');
    let mut at = 0;

    while at < piece.len() {
        let rest = &piece[at..];
        if let Some(inner) = parse_highlight(rest) {
            out.push_str(inner);
            at += inner.len() + 4;
        } else if is_hard_space(&piece[..at], rest) {
            out.push('\u{a0}');
            at += "\\ ".len();
        } else if let Some((keys, length)) = parse_keys(&piece[..at], rest) {
            out.push_str(&keys);
            at += length;
        } else if let Some(script) = parse_exponent_or_index(&piece[..at], rest) {
            let inner = script[1..script.len() - 1].replace('\\', "");
            let is_raised = script.starts_with('^');
            if is_raised {
                out.extend(["<sup>", &inner, "</sup>"]);
            } else {
                out.push_str(&inner);
            }
            at += script.len();
        } else if let Some(attributes) = parse_attributes(&piece[..at], rest, behind_code) {
            unwrap_span(&mut out, comments::is_hidden(attributes));
            at += attributes.len();
        } else {
            let letter = rest.chars().next().map_or(1, char::len_utf8);
            // A longer row of equals signs is no mark.
            let row = rest.len() - rest.trim_start_matches('=').len();
            let length = letter.max(row);
            out.push_str(&rest[..length]);
            at += length;
        }
    }
    out
}

/// Whether a text begins with a space that no line ends at: `5\ km`.
fn is_hard_space(before: &str, text: &str) -> bool {
    let after = text.strip_prefix("\\ ");
    before.ends_with(|c: char| c.is_alphanumeric() || c == '.')
        && after.is_some_and(|after| after.starts_with(char::is_alphanumeric))
}

/// `++ctrl+alt+del++` as it is shown, and how long it is, if a text begins so.
fn parse_keys(before: &str, text: &str) -> Option<(String, usize)> {
    let rest = text.strip_prefix("++")?;
    let near = &rest[..rest.floor_char_boundary(KEYS.min(rest.len()))];
    let (inner, _) = near.split_once("++")?;
    let is_key =
        |key: &str| !key.is_empty() && key.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
    let is_word = before.ends_with(|c: char| c.is_alphanumeric() || c == '+');
    // `++inserted++` is what other programs add.
    let is_known =
        |key: &str| key.len() == 1 || KEY_NAMES.contains(&key.to_ascii_lowercase().as_str());
    if is_word || !inner.split('+').all(is_key) || !inner.split('+').any(is_known) {
        return None;
    }

    let mut begins = true;
    let shown = inner.chars().map(|c| {
        let shown = if begins { c.to_ascii_uppercase() } else { c };
        begins = !c.is_alphanumeric();
        if c == '-' { ' ' } else { shown }
    });
    Some((shown.collect(), inner.len() + "++++".len()))
}

/// `^10^` or `~2~`, if a text begins so behind a letter or number; between a pair of tildes
/// elsewhere is what has been deleted.
fn parse_exponent_or_index<'t>(before: &str, text: &'t str) -> Option<&'t str> {
    let mark = text.chars().next().filter(|c| matches!(c, '^' | '~'))?;
    let inner = &text[1..];
    let inner = &inner[..inner
        .bytes()
        .take(SCRIPT)
        .position(|byte| char::from(byte) == mark)?];

    let is_simple = |c: char| c.is_alphanumeric() || "+-−().,".contains(c);
    let fits = !inner.is_empty() && inner.replace("\\ ", "").chars().all(is_simple);
    let is_behind = before.ends_with(|c: char| c.is_alphanumeric() || c == ')');
    let is_longer = text[inner.len() + 2..].starts_with(mark);
    (fits && is_behind && !is_longer).then_some(&text[..inner.len() + 2])
}

/// What stands between `==` and `==`, if a text begins so.
fn parse_highlight(text: &str) -> Option<&str> {
    let rest = text.strip_prefix("==")?;
    let inner = &rest[..rest.find("==")?];
    let after = &rest[inner.len() + 2..];
    let fits = !inner.is_empty()
        && !inner.starts_with([' ', '='])
        && !inner.ends_with(' ')
        && !after.starts_with('=');
    fits.then_some(inner)
}

/// The attributes that a text begins with, behind a link, a span or code. Behind another bracket, a
/// `_` or a `^` they are a part of a formula.
fn parse_attributes<'t>(before: &str, text: &'t str, behind_code: bool) -> Option<&'t str> {
    let inner = text.strip_prefix('{')?;
    let end = inner
        .bytes()
        .take(ATTRIBUTES)
        .position(|byte| byte == b'}')?;

    let follows = match before.chars().next_back() {
        None => behind_code,
        Some(']') => true,
        Some(')') => ends_in_link(before),
        Some('*' | '_') => inner.starts_with(':'),
        _ => false,
    };

    (follows && is_attributes(&inner[..end])).then_some(&text[..end + 2])
}

/// Whether the last bracket of a text closes the target of a link.
fn ends_in_link(text: &str) -> bool {
    let text = &text[text.floor_char_boundary(text.len().saturating_sub(SPAN))..];
    let Some((_, target)) = text.rsplit_once("](") else {
        return false;
    };

    let mut depth = 1;
    let mut closed = target.char_indices().filter_map(|(at, c)| {
        depth += match c {
            '(' => 1,
            ')' => -1,
            _ => 0,
        };
        (depth == 0).then_some(at + 1)
    });
    closed.next() == Some(target.len())
}

/// Takes the brackets off `[a span]`, or the whole where it `is_hidden`.
fn unwrap_span(out: &mut String, is_hidden: bool) {
    let Some(inner) = out.strip_suffix(']') else {
        return;
    };

    let mut depth = 1;
    let open = inner.char_indices().rev().take(SPAN).find(|(_, c)| {
        depth += match c {
            ']' => 1,
            '[' => -1,
            _ => 0,
        };
        depth == 0
    });

    if let Some((open, _)) = open.filter(|(open, _)| !out[..*open].ends_with(['!', ']'])) {
        if is_hidden {
            return out.truncate(open);
        }
        out.pop();
        out.remove(open);
    }
}
