//! What templates show as it is written, as Jekyll, Hexo and Hugo have it: `{% raw %}` …
//! `{% endraw %}`, and code between `{% highlight ruby %}` and `{% endhighlight %}`.
//!
//! In: Markdown of a dialect. Out: the same without these marks; what looked like a call of a
//! template between the first is veiled until all calls are gone, and code stands between fences.
//! So are names to be replaced (`Dear {{name}},`) in a text that is no template itself.
//! The decision that is not obvious: marks count in code, too, where templates see them, but a pair
//! of which one alone is in code is spoken of.

use std::borrow::Cow;
use std::ops::Range;

use super::{code, comments};

/// What opens, the end of that, what closes, and whether code is between.
type Pair = (&'static str, &'static str, &'static str, bool);

const PAIRS: &[Pair] = &[
    ("{% raw", "%}", "{% endraw %}", false),
    ("{% verbatim", "%}", "{% endverbatim %}", false),
    ("{% highlight", "%}", "{% endhighlight %}", true),
    ("{% codeblock", "%}", "{% endcodeblock %}", true),
    ("{{< highlight", ">}}", "{{< /highlight >}}", true),
];
/// What only templates have.
const CALLS: [&str; 3] = ["{%", "{{<", "{{%"];
/// Around a name that is replaced, which is shorter than so many bytes.
const OPEN: &str = "{{";
const CLOSE: &str = "}}";
const NAME: usize = 40;

/// Longest call that opens one, in bytes.
const OPENING: usize = 300;
/// Longer than the fences that code may hold itself.
const FENCE: &str = "``````";

/// No character of any text; stands for a bracket that opens no call.
const VEIL: char = '\u{fdd0}';
const VEILED: &str = "\u{fdd0}{";

/// Markdown in which what templates show as it is written cannot be taken for something else, until
/// it is [`unveil`]ed.
pub fn veil_shown(body: &str) -> Cow<'_, str> {
    let name = |(open, ..): &Pair| open.rsplit(' ').next().is_some_and(|n| body.contains(n));
    if !PAIRS.iter().any(name) {
        return Cow::Borrowed(body);
    }

    let code = comments::find_plain_code(body);
    let mut closes: Vec<Range<usize>> = vec![0..0; PAIRS.len()];
    let mut out = String::with_capacity(body.len());
    let (mut kept, mut at) = (0, 0);

    while let Some(found) = body[at..].find('{') {
        at += found;
        let mut pairs = PAIRS.iter().zip(&mut closes);
        let opened = pairs.find_map(|(pair, close)| {
            let inner = find_inner(body, at, pair, close)?;
            let is_one_place =
                code::find_code_at(&code, at) == code::find_code_at(&code, inner.end);
            is_one_place.then_some((inner, close.end, pair.3))
        });
        let Some((inner, end, is_code)) = opened else {
            at += 1;
            continue;
        };

        out.push_str(&body[kept..at]);
        let inner = &body[inner];
        let before = out.trim_end_matches([' ', '\t']);
        // In the middle of a line no code has lines of its own.
        let begins = before.is_empty() || before.ends_with('\n');
        if is_code && begins && code::find_code_at(&code, at).is_none() {
            let indent = &out[before.len()..];
            let code = inner.trim_matches(['\n', '\r']);
            let fenced = format!("{FENCE}\n{code}\n{indent}{FENCE}\n");
            out.push_str(&fenced);
        } else {
            out.push_str(&veil_calls(inner));
        }
        kept = end;
        at = end;
    }

    out.push_str(&body[kept..]);
    Cow::Owned(out)
}

/// Whether a text has calls that nobody writes but for a template.
pub fn holds_calls(body: &str) -> bool {
    CALLS.iter().any(|call| body.contains(call))
}

/// Markdown in which names within a line that somebody is to replace, as in `Dear {{name}},`, are
/// not taken for calls, until it is [`unveil`]ed.
pub fn veil_blanks(body: &str) -> Cow<'_, str> {
    if !body.contains(OPEN) {
        return Cow::Borrowed(body);
    }

    let mut out = String::with_capacity(body.len());
    for line in body.split_inclusive('\n') {
        let is_alone = line.trim().starts_with(OPEN) && line.trim().ends_with(CLOSE);
        let mut rest = line;
        while let Some((before, piece)) = rest.split_once(OPEN).filter(|_| !is_alone) {
            let is_open = !before.ends_with('{') && holds_name(piece);
            out.push_str(before);
            out.push_str(if is_open { VEILED } else { OPEN });
            rest = piece;
        }
        out.push_str(rest);
    }
    Cow::Owned(out)
}

/// Whether a name stands before the brackets that close a call.
fn holds_name(piece: &str) -> bool {
    let near = &piece[..piece.floor_char_boundary(NAME.min(piece.len()))];
    let name = near.split_once(CLOSE).map_or("", |(name, _)| name.trim());
    !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || c == '_')
}

/// A text as it was before it was veiled.
pub fn unveil(text: String) -> String {
    if text.contains(VEIL) {
        text.replace(VEIL, "{")
    } else {
        text
    }
}

/// What stands between the marks of a pair, if the first of them is at this byte.
fn find_inner(
    body: &str,
    at: usize,
    (open, tag_end, closing, _): &Pair,
    close: &mut Range<usize>,
) -> Option<Range<usize>> {
    let named = at + comments::matched_length(&body[at..], open)?;
    let near = &body[named..body.floor_char_boundary(body.len().min(named + OPENING))];
    let inner = named + near.find(tag_end)? + tag_end.len();

    // Each closing mark is looked for once.
    if close.start < inner {
        *close = comments::find_next_mark(body, inner, &[closing]);
    }
    (close.start != usize::MAX).then_some(inner..close.start)
}

fn veil_calls(text: &str) -> String {
    let next = text.chars().skip(1).chain(Some(' '));
    let veiled = text.chars().zip(next).map(|(c, next)| match (c, next) {
        ('{', '{' | '%') => VEIL,
        _ => c,
    });
    veiled.collect()
}
