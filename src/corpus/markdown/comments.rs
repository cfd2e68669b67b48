//! What nobody but the writer of a Markdown text is to see, and calls of templates, taken out of it.
//!
//! In: Markdown of a dialect. Out: the same without them. The decision that is not obvious: a comment that is
//! opened at the beginning of a line and never closed goes on to the end of the text, since quoting what is
//! private is worse than losing what is not. In code all stays.

use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, Tag};

/// How something begins, and how it may end. A space in these stands for any white space, or none, and for
/// the dash that has a template swallow the white space around it.
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

/// Calls of templates, which print something that is not in the text.
const CALLS: &[Marks] = &[
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

/// Definitions of links under these names say nothing but a comment.
const NO_LINKS: &[&str] = &["//", "comment", "_", "#"];
/// Classes of what a site does not show.
const HIDDEN: &[&str] = &["content-hidden", "hidden"];

/// Longest call of a template, in bytes.
const CALL: usize = 2_000;

/// Markdown without private comments and calls of templates.
pub fn without_unseen(body: &str) -> String {
    let body = without(body, COMMENTS, is_comment, |_| "");
    let body = without_hidden(&body);
    without(&body, CALLS, is_call, caption)
}

/// Whether what has these attributes is not shown: `{.content-hidden when-format="html"}`.
pub fn is_hidden(attributes: &str) -> bool {
    let words = attributes.split(|c: char| c.is_whitespace() || matches!(c, '{' | '}' | '.'));
    words.into_iter().any(|word| HIDDEN.contains(&word))
}

/// Blocks and stretches of code, and formulas where the `options` know them, in order.
pub fn code(body: &str, options: Options) -> Vec<Range<usize>> {
    let mut code: Vec<Range<usize>> = Vec::new();
    for (event, range) in Parser::new_ext(body, options).into_offset_iter() {
        let is_code = matches!(
            event,
            Event::Code(_)
                | Event::Start(Tag::CodeBlock(_))
                | Event::InlineMath(_)
                | Event::DisplayMath(_)
        );
        let last = code.last().map_or(0, |last| last.end);
        if is_code && range.end > last {
            code.push(range.start.max(last)..range.end);
        }
    }
    code
}

/// Code alone: what looks like a formula may hold a comment.
fn plain_code(body: &str) -> Vec<Range<usize>> {
    code(body, super::options() - Options::ENABLE_MATH)
}

/// A text with what is `shown` instead of what stands between marks of a table, if it `fits`. Code stays, but
/// not inside.
fn without(
    body: &str,
    table: &[Marks],
    fits: fn(&str, &Range<usize>) -> bool,
    shown: fn(&str) -> &str,
) -> String {
    // Most texts have none, and finding what is code takes a while.
    if !body.contains(FIRST) {
        return body.to_owned();
    }
    let code = plain_code(body);
    // Where each closing mark comes next, so that none is looked for twice.
    let mut closes: Vec<Range<usize>> = vec![0..0; table.len()];
    let mut out = String::with_capacity(body.len());
    let mut kept = 0;
    let mut at = 0;

    while let Some(found) = body[at..].find(FIRST) {
        at += found;
        let next = code.partition_point(|code| code.end <= at);
        if let Some(code) = code.get(next).filter(|code| code.contains(&at)) {
            at = code.end;
            continue;
        }

        let mut marks = table.iter().zip(&mut closes).rev();
        let range = marks.find_map(|((open, ends), close)| {
            let inner = at + matched(&body[at..], open)?;
            if close.start < inner {
                *close = next_of(body, inner, ends);
            }
            let end = match close.start {
                usize::MAX if fits(body, &(at..body.len())) => stands_alone(body, at)?,
                usize::MAX => return None,
                _ => close.end,
            };
            Some(at..end).filter(|range| fits(body, range))
        });

        match range {
            Some(range) => {
                out.push_str(&body[kept..at]);
                out.push_str(shown(&body[range.clone()]));
                kept = range.end;
                at = range.end;
            }
            None => at += 1,
        }
    }

    out.push_str(&body[kept..]);
    out
}

/// How long a mark is, if a text begins with it. A name in it is a whole word.
fn matched(text: &str, mark: &str) -> Option<usize> {
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
fn next_of(body: &str, from: usize, marks: &[&str]) -> Range<usize> {
    let first = |mark: &&str| {
        let head = mark.split(' ').next().unwrap_or(mark);
        let mut heads = body[from..].match_indices(head);
        heads.find_map(|(at, _)| {
            let at = from + at;
            Some(at..at + matched(&body[at..], mark)?)
        })
    };
    let all = marks.iter().filter_map(first);
    all.min_by_key(|range| range.start)
        .unwrap_or(usize::MAX..usize::MAX)
}

/// Without an end, what opens a line goes on to the end of the text.
fn stands_alone(body: &str, at: usize) -> Option<usize> {
    let before = body[..at].trim_end_matches([' ', '\t']);
    (before.is_empty() || before.ends_with('\n')).then_some(body.len())
}

/// `100%% sure` opens no comment, and neither does the name of a heading, `{#tower}`.
fn is_comment(body: &str, range: &Range<usize>) -> bool {
    let before = &body[..range.start];
    let comment = &body[range.start..];
    if let Some(inner) = comment.strip_prefix("{#") {
        return inner.starts_with(|c: char| c.is_whitespace() || c == '-');
    }

    let after_word = before.ends_with(|c: char| c.is_alphanumeric() || c == '%');
    !comment.starts_with("%%") || !after_word
}

/// A call is a piece of a paragraph.
fn is_call(body: &str, range: &Range<usize>) -> bool {
    let call = &body[range.clone()];
    call.len() <= CALL && !call.contains("\n\n") && !call.contains("\n\r\n")
}

/// What a call says below the picture that it shows.
fn caption(call: &str) -> &str {
    let inner = call.trim_start_matches(['{', '<', '%', ' ', '-']);
    let is_figure = inner
        .split_whitespace()
        .next()
        .is_some_and(|name| FIGURES.contains(&name));
    let said = || {
        let value = &inner[inner.find(CAPTION)? + CAPTION.len()..];
        let quote = value
            .chars()
            .next()
            .filter(|c| matches!(c, '"' | '\'' | '`'))?;
        value[1..].split(quote).next()
    };
    is_figure.then(said).flatten().unwrap_or_default()
}

/// A text without `::: {.content-hidden}` … `:::`, and without comments that are written as links.
fn without_hidden(body: &str) -> String {
    let code = plain_code(body);
    let mut out = String::with_capacity(body.len());
    // How many boxes are open, from the outermost hidden one on.
    let mut open = 0_usize;
    let mut at = 0;

    for line in body.split_inclusive('\n') {
        let start = at + line.len() - line.trim_start().len();
        at += line.len();
        let next = code.partition_point(|code| code.end <= start);
        let in_code = code.get(next).is_some_and(|code| code.contains(&start));

        let fence = fence(line).filter(|_| !in_code);
        match fence {
            Some("") if open > 0 => open -= 1,
            Some(kind) if open > 0 || is_hidden(kind) => open += 1,
            _ if open > 0 || (!in_code && is_no_link(line)) => out.push('\n'),
            _ => out.push_str(line),
        }
    }
    out
}

/// What kind of box a line opens; nothing if it closes one.
fn fence(line: &str) -> Option<&str> {
    let fence = line
        .trim_start_matches(['>', ' ', '\t'])
        .strip_prefix(":::")?;
    Some(
        fence
            .trim_start_matches(':')
            .trim()
            .trim_end_matches(':')
            .trim(),
    )
}

/// `[//]: # (A comment.)`, also where it would be no definition, right below a paragraph.
fn is_no_link(line: &str) -> bool {
    let named = line.trim_start_matches(['>', ' ', '\t']).strip_prefix('[');
    let named = named.and_then(|rest| rest.split_once("]:"));
    named.is_some_and(|(name, said)| {
        let target = said.trim_start();
        NO_LINKS.contains(&name) && (target.starts_with('#') || target.starts_with("<>"))
    })
}
