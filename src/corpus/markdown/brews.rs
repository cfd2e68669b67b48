//! Boxes as Homebrewery and GM Binder have them, in which most rules of games at a table are
//! written: a line `{{note` and one `}}`, words `{{color:red so}}`, and where a page or column ends.
//!
//! In: Markdown of a dialect. Out: the same without these marks. The decision that is not obvious:
//! what else stands between such brackets is a call of a template, so a box is known by its name
//! alone on the line, and words by the looks that are asked for, which CSS must know: `{{date:YYYY}}`
//! asks for none.

use std::borrow::Cow;
use std::ops::Range;

use super::code;

const OPEN: &str = "{{";
const CLOSE: &str = "}}";
/// Longest words with looks of their own, in bytes.
const WORDS: usize = 500;
/// Lines at which a page or a column ends.
const BREAKS: &[&str] = &[
    "\\page",
    "\\column",
    "\\pagebreak",
    "\\pagebreakNum",
    "\\newpage",
    "\\columnbreak",
];

/// Properties of CSS that words are given, or what these begin with.
const LOOKS: &[&str] = &[
    "background",
    "background-",
    "border",
    "border-",
    "bottom",
    "color",
    "column-",
    "columns",
    "display",
    "float",
    "font",
    "font-",
    "height",
    "left",
    "letter-",
    "line-",
    "margin",
    "margin-",
    "max-",
    "min-",
    "opacity",
    "padding",
    "padding-",
    "position",
    "right",
    "text-",
    "top",
    "width",
    "word-",
];

/// Markdown without the marks of boxes.
pub fn unwrap_brews(body: &str) -> Cow<'_, str> {
    let is_break = |line: &str| BREAKS.contains(&line.trim());
    if !body.contains(OPEN) && !body.lines().any(is_break) {
        return Cow::Borrowed(body);
    }

    let mut out = String::with_capacity(body.len());
    let code = code::find_code(body, super::parser_options());
    let mut open = 0_usize;
    let mut at = 0;
    let mut lines = body.split_inclusive('\n').peekable();

    while let Some(line) = lines.next() {
        let text = line.trim_end();
        let next = lines.peek().map_or("", |next| next.trim_start());
        let start = at + (line.len() - line.trim_start().len());
        let range = at..at + line.len();
        at = range.end;

        if code::find_code_at(&code, start).is_some_and(|code| code.end >= range.start + text.len())
        {
            out.push_str(line);
        } else if is_break(line) {
            out.push('\n');
        } else if opens_box(text) && !is_argument(next) {
            open += 1;
            out.push('\n');
        } else if let Some(before) = text
            .strip_suffix(CLOSE)
            .filter(|before| open > 0 && !before.contains(OPEN))
        {
            open -= 1;
            out.push_str(before);
            out.push_str("\n\n");
        } else {
            write_looks(line, range.start, &code, &mut out);
        }
    }
    Cow::Owned(out)
}

/// `{{note`, `{{monster,frame`: what kind of box, and its looks.
fn opens_box(line: &str) -> bool {
    let Some(kind) = line.trim_start().strip_prefix(OPEN) else {
        return false;
    };
    let is_kind = |c: char| c.is_ascii_alphanumeric() || ",:#.-_%()\"'".contains(c);
    kind.starts_with(|c: char| c.is_ascii_lowercase()) && kind.chars().all(is_kind)
}

/// Whether a line behind the name gives a template something: `| name = Anna`, `label="Save"`.
fn is_argument(line: &str) -> bool {
    let is_name = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '@');
    let value = line.trim_start_matches(is_name);
    line.starts_with('|') || (value.len() < line.len() && value.trim_start().starts_with('='))
}

/// Writes a line that begins at a byte, with what stands in `{{color:red …}}` as it is.
fn write_looks(line: &str, start: usize, code: &[Range<usize>], out: &mut String) {
    let mut rest = line;
    while let Some(at) = rest.find(OPEN) {
        let (before, piece) = rest.split_at(at);
        out.push_str(before);

        let inner = &piece[OPEN.len()..];
        let near = &inner[..inner.floor_char_boundary(WORDS.min(inner.len()))];
        let place = start + (line.len() - piece.len());
        let is_code = code::find_code_at(code, place).is_some();
        let looks = near.find(CLOSE).map(|end| &near[..end]);
        let looks = looks.filter(|_| !is_code);

        match looks.and_then(|looks| Some((looks, looks_of(looks)?))) {
            Some((looks, words)) => {
                out.push_str(words);
                rest = &inner[looks.len() + CLOSE.len()..];
            }
            None => {
                out.push_str(OPEN);
                rest = inner;
            }
        }
    }
    out.push_str(rest);
}

/// The words behind `color:red,bold`.
fn looks_of(inner: &str) -> Option<&str> {
    let (looks, words) = inner.split_once(' ')?;
    let (name, value) = looks.split_once(':')?;
    let is_name = |c: char| c.is_ascii_lowercase() || matches!(c, '-' | ',');

    let property = name.rsplit(',').next()?;
    let begin = property.find('-').map_or(property, |at| &property[..=at]);
    let is_known = LOOKS.contains(&begin);
    let is_look = is_known && !value.is_empty() && name.chars().all(is_name);
    (is_look && !words.contains(['{', '|'])).then_some(words)
}
