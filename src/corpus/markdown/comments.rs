//! What nobody but the writer of a Markdown text is to see, and calls of templates, taken out of
//! it.
//!
//! In: Markdown of a dialect. Out: the same without them. The decision that is not obvious: a
//! comment that is opened at the beginning of a line and never closed goes on to the end of the
//! text, since quoting what is private is worse than losing what is not. In code all stays.

use std::ops::Range;

use pulldown_cmark::Options;

use super::code;

/// How something begins, and how it may end. A space in these stands for any white space, or none,
/// and for the dash that has a template swallow the white space around it.
type Marks = (&'static str, &'static [&'static str]);

/// What nobody but the writer is to see.
const COMMENTS: &[Marks] = &[
    ("%%", &["%%"]),
    ("<!--", &["-->"]),
    ("<%--", &["--%>"]),
    ("{>>", &["<<}"]),
    ("{#", &["#}"]),
    ("{/*", &["*/}"]),
    ("{{ /*", &["*/ }}"]),
    ("{{< /*", &["*/ >}}"]),
    ("{{% /*", &["*/ %}}"]),
    ("{{!", &["}}"]),
    ("{{!--", &["--}}"]),
    ("{:: comment", &["{:/}", "{:/comment}"]),
    ("{% comment", &["{% endcomment %}"]),
    ("{{< comment", &["{{< /comment >}}"]),
    ("{{% comment", &["{{% /comment %}}"]),
    ("\\begin{comment}", &["\\end{comment}"]),
];

/// Changes of CriticMarkup in which something has been deleted, and what it has become.
const DELETED: &[Marks] = &[("{--", &["--}"]), ("{~~", &["~~}"])];
const BECOMES: &str = "~>";
/// Those in which all stays: what has been added, and what somebody remarks on.
const ADDED: &[Marks] = &[("{++", &["++}"]), ("{==", &["==}"])];

/// Calls of templates, which print something that is not in the text.
const CALLS: &[Marks] = &[
    ("{{", &["}}"]),
    ("{{{", &["}}}"]),
    ("{{<", &[">}}"]),
    ("{{%", &["%}}"]),
    ("{%", &["%}"]),
    ("<%", &["%>"]),
];
/// All marks begin with one of these.
const FIRST: &[char] = &['%', '<', '{', '\\'];
/// Names of calls that show a picture, and of what they say below it.
const FIGURES: &[&str] = &["figure", "img", "image", "imgproc"];
const CAPTION: &str = "caption=";
/// Names of calls that take in another file, and of what they have it say.
const INCLUDES: &[&str] = &["include", "include_cached", "include_relative", "render"];
const CONTENT: &str = "content=";

/// Definitions of links under these names say nothing but a comment.
const NO_LINKS: &[&str] = &["//", "comment", "_", "#"];
/// Opens and closes a box of Pandoc.
const FENCE: &str = ":::";
/// Classes of what a site does not show.
const HIDDEN: &[&str] = &["content-hidden", "hidden"];

/// How long a mark of a change is.
const CHANGE: usize = 3;
/// Longest call of a template, in bytes.
const CALL: usize = 2_000;
/// How far a mark is looked for that would make another one of a comment an opening one, in bytes.
const NEAR: usize = 2_000;

/// What something between marks is.
enum Verdict {
    /// Left out, up to this byte.
    Unseen(usize),
    /// Text with its marks, up to this byte.
    Seen(usize),
    /// Text; what follows its first mark may be something else.
    Unknown,
}

/// Markdown without private comments, what has been deleted, and calls of templates.
pub fn strip_unseen(body: &str) -> String {
    let body = replace_marked(body, COMMENTS, judge_comment, |_| "");
    let body = strip_hidden_boxes(&body);
    let body = replace_marked(&body, DELETED, judge_change, replacement_text);
    let body = replace_marked(&body, ADDED, judge_change, text_inside_change);
    replace_marked(&body, CALLS, judge_call, find_said)
}

/// Whether what has these attributes is not shown: `{.content-hidden when-format="html"}`.
pub fn is_hidden(attributes: &str) -> bool {
    let words = attributes.split(|c: char| c.is_whitespace() || matches!(c, '{' | '}' | '.'));
    words.into_iter().any(|word| HIDDEN.contains(&word))
}

/// Code alone: what looks like a formula may hold a comment.
pub fn find_plain_code(body: &str) -> Vec<Range<usize>> {
    code::find_code(body, super::parser_options() - Options::ENABLE_MATH)
}

/// A text with what is `shown` instead of what stands between marks of a table, as each is judged.
/// Code stays, but not inside.
fn replace_marked(
    body: &str,
    table: &[Marks],
    judge: fn(&str, &Range<usize>) -> Verdict,
    shown: fn(&str) -> &str,
) -> String {
    // Most texts have none of a table, and finding what is code takes a while.
    if !table
        .iter()
        .any(|(open, _)| body.contains(leading_piece(open)))
    {
        return body.to_owned();
    }

    let code = find_plain_code(body);
    // Where each closing mark comes next, so that none is looked for twice.
    let mut closes: Vec<Range<usize>> = vec![0..0; table.len()];
    let mut out = String::with_capacity(body.len());
    let mut kept = 0;
    let mut at = 0;

    while let Some(found) = body[at..].find(FIRST) {
        at += found;
        if let Some(code) = code::find_code_at(&code, at) {
            at = code.end;
            continue;
        }

        let mut marks = table.iter().zip(&mut closes).rev();
        let verdict = marks.find_map(|((open, ends), close)| {
            let inner = at + matched_length(&body[at..], open)?;
            if close.start < inner {
                *close = find_next_mark(body, inner, ends);
            }
            let end = match close.start {
                usize::MAX => find_unclosed_end(body, at)?,
                _ => close.end,
            };
            let verdict = judge(body, &(at..end));
            (!matches!(verdict, Verdict::Unknown)).then_some(verdict)
        });

        match verdict {
            Some(Verdict::Unseen(end)) => {
                out.push_str(&body[kept..at]);
                out.push_str(shown(&body[at..end]));
                kept = end;
                at = end;
            }
            Some(Verdict::Seen(end)) => at = end,
            _ => at += 1,
        }
    }

    out.push_str(&body[kept..]);
    out
}

/// What a mark begins with, before any white space.
fn leading_piece(mark: &str) -> &str {
    mark.split(' ').next().unwrap_or(mark)
}

/// How long a mark is, if a text begins with it. A name in it is a whole word.
pub fn matched_length(text: &str, mark: &str) -> Option<usize> {
    let mut pieces = mark.split(' ');
    let mut rest = text.strip_prefix(pieces.next()?)?;
    for piece in pieces {
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '-' | '~'));
        rest = rest.strip_prefix(piece)?;
    }

    let goes_on = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-');
    let is_name = mark.ends_with(char::is_alphabetic);
    (!is_name || !rest.starts_with(goes_on) || rest.starts_with("-%"))
        .then_some(text.len() - rest.len())
}

/// Where the next of these marks is; behind everything if there is none.
pub fn find_next_mark(body: &str, from: usize, marks: &[&str]) -> Range<usize> {
    let first = |mark: &&str| {
        let mut heads = body[from..].match_indices(leading_piece(mark));
        heads.find_map(|(at, _)| {
            let at = from + at;
            Some(at..at + matched_length(&body[at..], mark)?)
        })
    };

    let all = marks.iter().filter_map(first);
    all.min_by_key(|range| range.start)
        .unwrap_or(usize::MAX..usize::MAX)
}

/// Without an end, what opens a line goes on to the end of the text.
fn find_unclosed_end(body: &str, at: usize) -> Option<usize> {
    let before = body[..at].trim_end_matches([' ', '\t']);
    (before.is_empty() || before.ends_with('\n')).then_some(body.len())
}

/// The name of a heading, `{#tower}`, is no comment.
fn judge_comment(body: &str, range: &Range<usize>) -> Verdict {
    let comment = &body[range.clone()];
    if let Some(inner) = comment.strip_prefix("{#") {
        let is_comment = inner.starts_with(|c: char| c.is_whitespace() || c == '-');
        return if is_comment {
            Verdict::Unseen(range.end)
        } else {
            Verdict::Unknown
        };
    }

    if comment.starts_with("%%") && is_percentage(body, range.start) {
        return judge_percent_marks(body, range);
    }
    Verdict::Unseen(range.end)
}

/// Whether the mark at this byte may as well mean a number: `100%% sure`. A year is none of that
/// kind.
fn is_percentage(body: &str, at: usize) -> bool {
    let digits = body[..at].chars().rev().take_while(|c| c.is_numeric());
    let is_number = (1..=3).contains(&digits.take(4).count());
    is_number && !body[at + 2..].starts_with(char::is_alphanumeric)
}

/// Two numbers with the mark behind them are text, and a single one is taken for what opens a
/// comment. Where the mark that would close it may be the one that opens, neither what stands
/// before nor behind is read.
fn judge_percent_marks(body: &str, range: &Range<usize>) -> Verdict {
    let close = range.end - 2;
    let is_one_paragraph = !has_blank_line(&body[range.clone()]);
    if is_one_paragraph && is_percentage(body, close) {
        return Verdict::Seen(range.end);
    }

    let till = body.floor_char_boundary(body.len().min(range.end + NEAR));
    let paragraph = body[range.end..till].split("\n\n").next();
    let mut marks = paragraph.unwrap_or_default().match_indices("%%");
    let next = marks.next();
    let is_odd = next.is_some() && marks.count().is_multiple_of(2);
    let end = next
        .filter(|_| is_odd)
        .map_or(0, |(at, mark)| at + mark.len());
    Verdict::Unseen(range.end + end)
}

/// A change has an end, and what has been replaced says by what.
fn judge_change(body: &str, range: &Range<usize>) -> Verdict {
    let change = &body[range.clone()];
    let mark = change.get(1..CHANGE).unwrap_or_default();
    let is_closed = change
        .strip_suffix('}')
        .is_some_and(|change| change.ends_with(mark) && change.len() > 2 * mark.len());
    let is_complete = !change.starts_with("{~~") || change.contains(BECOMES);

    if is_closed && is_complete {
        Verdict::Unseen(range.end)
    } else {
        Verdict::Unknown
    }
}

/// What stands between the marks of a change.
fn text_inside_change(change: &str) -> &str {
    change
        .get(CHANGE..change.len() - CHANGE)
        .unwrap_or_default()
}

/// What a text has been replaced by; nothing where it has been deleted.
fn replacement_text(change: &str) -> &str {
    let (_, after) = text_inside_change(change)
        .split_once(BECOMES)
        .unwrap_or_default();
    if change.starts_with("{~~") { after } else { "" }
}

/// A call is a piece of a paragraph. Two brackets behind a letter are those of a formula, and two
/// colons in them are those of a card to learn from.
fn judge_call(body: &str, range: &Range<usize>) -> Verdict {
    let call = &body[range.clone()];
    let inner = call.trim_start_matches('{');

    let is_bare = inner.starts_with(|c: char| c.is_alphanumeric() || c == '\\');
    let is_behind =
        || body[..range.start].ends_with(|c: char| c.is_alphabetic() || "^_}$".contains(c));
    let is_text = call.starts_with("{{") && is_bare && (is_behind() || call.contains("::"));

    if call.len() <= CALL && !is_text && !has_blank_line(call) {
        Verdict::Unseen(range.end)
    } else {
        Verdict::Unknown
    }
}

fn has_blank_line(text: &str) -> bool {
    text.contains("\n\n") || text.contains("\n\r\n")
}

/// What a call says below the picture that it shows, or in the box that it takes in.
fn find_said(call: &str) -> &str {
    let inner = call.trim_start_matches(['{', '<', '%', ' ', '-']);
    let mut words = inner.split_whitespace();
    let name = words.next().unwrap_or_default();
    let is_include = INCLUDES.contains(&name);

    let file = words.next().filter(|_| is_include);
    let file = file.and_then(|file| file.rsplit('/').next());
    let shown = file.map_or(name, |file| file.split('.').next().unwrap_or_default());
    if FIGURES.contains(&shown) {
        return find_value(inner, CAPTION).unwrap_or_default();
    }

    let content = is_include.then(|| find_value(inner, CONTENT)).flatten();
    content.unwrap_or_default()
}

/// What a call gives for a name, between quotation marks.
fn find_value<'c>(call: &'c str, name: &str) -> Option<&'c str> {
    let value = &call[call.find(name)? + name.len()..];
    let quote = value
        .chars()
        .next()
        .filter(|c| matches!(c, '"' | '\'' | '`'))?;
    value[1..].split(quote).next()
}

/// A text without `::: {.content-hidden}` … `:::`, and without comments that are written as links.
fn strip_hidden_boxes(body: &str) -> String {
    if !body.contains(FENCE) && !body.contains("]:") {
        return body.to_owned();
    }

    let code = find_plain_code(body);
    let mut out = String::with_capacity(body.len());
    // How many boxes are open, from the outermost hidden one on.
    let mut open = 0_usize;
    let mut at = 0;

    for line in body.split_inclusive('\n') {
        let start = at + line.len() - line.trim_start().len();
        at += line.len();
        let in_code = code::find_code_at(&code, start).is_some();

        let fence = parse_fence_kind(line).filter(|_| !in_code);
        match fence {
            Some("") if open > 0 => open -= 1,
            Some(kind) if open > 0 || is_hidden(kind) => open += 1,
            _ if open > 0 || (!in_code && is_comment_link(line)) => out.push('\n'),
            _ => out.push_str(line),
        }
    }
    out
}

/// What kind of box a line opens; nothing if it closes one.
fn parse_fence_kind(line: &str) -> Option<&str> {
    let fence = line
        .trim_start_matches(['>', ' ', '\t'])
        .strip_prefix(FENCE)?;

    Some(
        fence
            .trim_start_matches(':')
            .trim()
            .trim_end_matches(':')
            .trim(),
    )
}

/// `[//]: # (A comment.)`, also where it would be no definition, right below a paragraph.
fn is_comment_link(line: &str) -> bool {
    let named = line.trim_start_matches(['>', ' ', '\t']).strip_prefix('[');
    let named = named.and_then(|rest| rest.split_once("]:"));
    named.is_some_and(|(name, said)| {
        let target = said.trim_start();
        NO_LINKS.contains(&name) && (target.starts_with('#') || target.starts_with("<>"))
    })
}
