//! A message as Discord has it -> the words that somebody sees in it.
//!
//! In: the message. Out: the same without what is drawn and not read (mentions, emoji, tags,
//! links), with the one mark `…` for every way to write an ellipsis, and without what editors put
//! into a quotation (`[A]ll`, `[sic]`, `[1]`).

/// Entities of HTML that get into copied text.
const ENTITIES: [(&str, &str); 16] = [
    ("quot", "\""),
    ("apos", "'"),
    ("amp", "&"),
    ("lt", "<"),
    ("gt", ">"),
    ("nbsp", " "),
    ("hellip", "…"),
    ("mdash", "—"),
    ("ndash", "–"),
    ("ldquo", "“"),
    ("rdquo", "”"),
    ("lsquo", "‘"),
    ("rsquo", "’"),
    ("laquo", "«"),
    ("raquo", "»"),
    ("shy", "\u{ad}"),
];
/// Tags of HTML that get into copied text, and whether they end a line.
const TAGS: [(&str, bool); 19] = [
    ("i", false),
    ("em", false),
    ("b", false),
    ("strong", false),
    ("u", false),
    ("s", false),
    ("q", false),
    ("a", false),
    ("sup", false),
    ("sub", false),
    ("small", false),
    ("cite", false),
    ("span", false),
    ("font", false),
    ("br", true),
    ("p", true),
    ("div", true),
    ("blockquote", true),
    ("li", true),
];
/// What Discord has between angle brackets begins with one of these.
const DISCORD: [&str; 9] = ["@", "#", ":", "a:", "t:", "id:", "/", "http://", "https://"];
const ADDRESSES: [&str; 3] = ["http://", "https://", "www."];
/// What editors put in brackets, folded: to be left out, and in place of words.
const NOTED: [&str; 9] = [
    "sic",
    "sic!",
    "emphasis added",
    "emphasis mine",
    "my emphasis",
    "italics mine",
    "citation needed",
    "hervorhebung von mir",
    "c'est moi qui souligne",
];
const SNIPPED: [&str; 7] = [
    "snip",
    "cut",
    "omitted",
    "gekürzt",
    "auslassung",
    "中略",
    "略",
];
const BRACKETS: [(char, char); 5] = [
    ('[', ']'),
    ('(', ')'),
    ('（', '）'),
    ('［', '］'),
    ('{', '}'),
];
/// Marks of which two or more leave words out, and those that do so alone.
const DOTS: &str = ".·・";
const ELLIPSES: &str = "…⋯‥";
/// The longest of each, in bytes.
const TAG: usize = 200;
const BRACKETED: usize = 40;
const LINK: usize = 1_000;

/// What stands at the beginning of some text, and the character before it -> its bytes, and what is
/// read there.
type Token = fn(&str, Option<char>) -> Option<(usize, &str)>;

const TOKENS: [Token; 9] = [
    parse_entity,
    parse_link,
    parse_address,
    parse_angle_brackets,
    parse_shortcode,
    parse_editorial_note,
    parse_ellipsis,
    parse_small_number,
    parse_invisible,
];

/// The message as it is read.
pub(super) fn clean_message(message: &str) -> String {
    let mut out = String::with_capacity(message.len());
    let mut rest = message;
    while let Some(letter) = rest.chars().next() {
        let before = out.chars().next_back();
        let token = TOKENS.iter().find_map(|token| token(rest, before));
        let own = letter.len_utf8();
        let (length, read) = token.unwrap_or((own, &rest[..own]));

        out += read;
        rest = &rest[length..];
    }

    out
}

/// What stands between a mark at the beginning of some text and the next of its closing ones, if
/// that is near.
fn enclosed_text(rest: &str, close: char, most: usize) -> Option<&str> {
    let mut letters = rest.char_indices();
    letters.next()?;
    let start = letters.clone().next()?.0;
    let end = letters
        .take_while(|(at, c)| *at <= most && !matches!(c, '\n' | '\r'))
        .find(|(_, c)| *c == close)?
        .0;
    rest.get(start..end)
}

fn parse_entity(rest: &str, _: Option<char>) -> Option<(usize, &str)> {
    let name = rest
        .strip_prefix('&')
        .and_then(|_| enclosed_text(rest, ';', 10))?;

    let length = name.len() + 2;
    let read = match name.trim_start_matches('#') {
        "39" | "x27" => "'",
        "34" => "\"",
        "8217" | "x2019" => "’",
        "8230" => "…",
        "160" => " ",
        _ => ENTITIES.iter().find(|(known, _)| *known == name)?.1,
    };

    Some((length, read))
}

/// `[words](https://…)` is the words.
fn parse_link(rest: &str, _: Option<char>) -> Option<(usize, &str)> {
    let words = rest
        .strip_prefix('[')
        .and_then(|_| enclosed_text(rest, ']', LINK))?;
    let target = rest[words.len() + 2..].strip_prefix('(')?;
    let is_address = ADDRESSES
        .iter()
        .any(|start| target.trim_start_matches('<').starts_with(start));
    let end = target.find([')', '\n'])?;
    (is_address && target[end..].starts_with(')')).then(|| (words.len() + 2 + end + 2, words))
}

fn parse_address(rest: &str, before: Option<char>) -> Option<(usize, &str)> {
    let is_one = ADDRESSES.iter().any(|start| rest.starts_with(start));
    if !is_one || before.is_some_and(char::is_alphanumeric) {
        return None;
    }
    let end = rest.find(|c: char| c.is_whitespace() || ")>]|\"”".contains(c));
    Some((end.unwrap_or(rest.len()), ""))
}

fn parse_angle_brackets(rest: &str, _: Option<char>) -> Option<(usize, &str)> {
    let inner = rest
        .strip_prefix('<')
        .and_then(|_| enclosed_text(rest, '>', TAG))?;
    let length = inner.len() + 2;

    let name = inner.trim_matches('/').to_lowercase();
    let name = name.split([' ', '/']).next().unwrap_or_default();
    if let Some((_, is_line)) = TAGS.iter().find(|(known, _)| *known == name) {
        return Some((length, if *is_line { "\n" } else { "" }));
    }
    let is_discord = DISCORD.iter().any(|start| inner.starts_with(start));
    is_discord.then_some((length, ""))
}

/// `:smile:`, but not the minutes of `12:30:45`.
fn parse_shortcode(rest: &str, before: Option<char>) -> Option<(usize, &str)> {
    let name = rest
        .strip_prefix(':')
        .and_then(|_| enclosed_text(rest, ':', BRACKETED))?;

    let is_named = name.starts_with(['+', '-']) || name.contains(|c: char| c.is_ascii_lowercase());
    let is_name = is_named
        && name
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || "_+-~".contains(c));
    let is_apart = !before.is_some_and(char::is_alphanumeric);

    (is_name && is_apart).then_some((name.len() + 2, ""))
}

fn parse_editorial_note(rest: &str, before: Option<char>) -> Option<(usize, &str)> {
    let open = rest.chars().next()?;
    let (_, close) = BRACKETS.iter().find(|(known, _)| *known == open)?;
    let inner = enclosed_text(rest, *close, BRACKETED)?;
    let length = open.len_utf8() + inner.len() + close.len_utf8();

    let said = inner.trim().to_lowercase();
    let is_short = !said.is_empty() && said.chars().all(is_dot);
    if is_short || SNIPPED.contains(&said.as_str()) {
        return Some((length, "…"));
    }
    if NOTED.contains(&said.as_str()) {
        return Some((length, ""));
    }

    let is_square = open == '[';
    let number = said.trim_start_matches(['^', '*']);
    let is_note = is_square && number.len() < 5 && number.bytes().all(|c| c.is_ascii_digit());
    if is_note {
        return Some((length, ""));
    }
    let is_letter = inner.chars().count() == 1 && inner.chars().all(char::is_alphabetic);
    let goes_on = rest[length..].starts_with(char::is_alphabetic);
    // `[A]ll`, and `B[arnaby]` where a name was only begun.
    let ends_word =
        inner.chars().all(char::is_alphabetic) && before.is_some_and(char::is_alphabetic);
    (is_square && (is_letter && goes_on || ends_word)).then_some((length, inner))
}

fn is_dot(c: char) -> bool {
    DOTS.contains(c) || ELLIPSES.contains(c) || c.is_whitespace()
}

fn parse_ellipsis(rest: &str, _: Option<char>) -> Option<(usize, &str)> {
    let first = rest.chars().next()?;
    if !DOTS.contains(first) && !ELLIPSES.contains(first) {
        return None;
    }

    let run = rest
        .find(|c: char| !is_dot(c) || c == '\n')
        .unwrap_or(rest.len());
    let run = rest[..run].trim_end();

    let dots = run.chars().filter(|c| DOTS.contains(*c)).count();
    let is_one = dots > 1 || run.contains(|c| ELLIPSES.contains(c));
    is_one.then_some((run.len(), "…"))
}

/// The raised number of a note, and a number in a box.
fn parse_small_number(rest: &str, before: Option<char>) -> Option<(usize, &str)> {
    let mut letters = rest.chars();
    let first = letters.next()?;
    if matches!(first, '¹' | '²' | '³' | '⁰' | '⁴'..='⁹') && before.is_some() {
        return Some((first.len_utf8(), ""));
    }

    let boxed = first
        .is_ascii_digit()
        .then(|| letters.as_str().trim_start_matches('\u{fe0f}'))?;
    let after = boxed.strip_prefix('\u{20e3}')?;
    Some((rest.len() - after.len(), ""))
}

fn parse_invisible(rest: &str, _: Option<char>) -> Option<(usize, &str)> {
    let first = rest.chars().next()?;
    let is_it = matches!(first, '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}');
    is_it.then_some((first.len_utf8(), ""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_drawn_and_not_read_is_left_out() {
        for (message, expected) in [
            (
                "<@43> hear <@!5> <#7> this <:heart:123> <a:b:9> <t:12:R>",
                " hear   this   ",
            ),
            (
                "so :sob: it is :+1:, at 12:30:45",
                "so  it is , at 12:30:45",
            ),
            (
                "an <i>old</i> gate<br>keeper </p>",
                "an old gate\nkeeper \n",
            ),
            (
                "&quot;Tea &amp; toast&quot; it&#39;s",
                "\"Tea & toast\" it's",
            ),
            (
                "look https://example.org/a?b=c, and www.example.org",
                "look  and ",
            ),
            ("(https://example.org/a) <https://example.org>", "() "),
            (
                "the [old gate](https://example.org/x) is",
                "the old gate is",
            ),
            (
                "a . . . b .. c [..] d ⋯ e (…) f [ . . . ] g ...... h",
                "a … b … c … d … e … f … g … h",
            ),
            ("a [snip] b (cut) c", "a … b … c"),
            (
                "[A]ll of it [sic] is here.[12] Here²",
                "All of it  is here. Here",
            ),
            ("rea\u{200b}son", "reason"),
            ("1\u{fe0f}\u{20e3} first", " first"),
            // What is none of these stays.
            (
                "a < b, [he] said: no [old] (gate) 3.5 <Alt> e.g. that.",
                "a < b, [he] said: no [old] (gate) 3.5 <Alt> e.g. that.",
            ),
        ] {
            assert_eq!(clean_message(message), expected, "{message}");
        }
    }
}
