//! A message -> what it marks as quoted: behind Discord's mark for quotes, or between quotation
//! marks.
//!
//! In: a message, cleaned. Out: the pieces, and what stands around them. The decision that is not
//! obvious: a mark that is an apostrophe, too, opens only where a word begins and closes only where
//! one ends, and the last such place closes it.

use super::shapes::has_words;
use crate::language::is_unspaced;
use crate::sentence::QUESTION_MARKS;

/// Fewer words than this between quotation marks are an emphasis, no quotation; so are fewer
/// letters of a script without spaces.
const FEWEST: usize = 3;
const LETTERS: usize = 8;

/// A mark that opens a quotation, those that close it, and whether it is a mark of something else,
/// too.
struct Mark(&'static str, &'static [&'static str], bool);

/// Quotation marks, longer ones before those that they begin with.
const MARKS: [Mark; 24] = [
    Mark("```", &["```"], false),
    Mark("“", &["”", "\"", "“"], false),
    Mark("„", &["“", "”", "\""], false),
    Mark("‟", &["”"], false),
    Mark("〝", &["〟", "〞"], false),
    Mark("「", &["」"], false),
    Mark("『", &["』"], false),
    Mark("《", &["》"], false),
    Mark("＂", &["＂"], false),
    Mark("«", &["»"], false),
    Mark("‹", &["›"], false),
    Mark("<<", &[">>"], false),
    Mark("»", &["«", "»"], true),
    Mark("›", &["‹", "›"], true),
    Mark("”", &["”", "\""], true),
    Mark("\"", &["\"", "”", "“"], true),
    Mark("``", &["''", "``"], true),
    Mark(",,", &["''", "``", "\"", "“"], true),
    Mark("''", &["''"], true),
    Mark("‘", &["’", "'"], true),
    Mark("‚", &["‘", "’", "'"], true),
    Mark("'", &["'", "’"], true),
    Mark("`", &["`"], true),
    Mark("||", &["||"], true),
];
/// Parts paragraphs.
const PARAGRAPH: &str = "\n\n";
/// Marks of emphasis: what stands between them may be quoted.
const EMPHASIS: [Mark; 5] = [
    Mark("***", &["***"], true),
    Mark("**", &["**"], true),
    Mark("__", &["__"], true),
    Mark("*", &["*"], true),
    Mark("_", &["_"], true),
];
/// Closing marks that are apostrophes, too.
const APOSTROPHES: [&str; 2] = ["'", "’"];

/// What a message marks as quoted.
#[derive(Debug, Default)]
pub(super) struct Marked {
    pub quoted: Vec<Quoted>,
    /// The rest.
    pub around: String,
}

/// Something that is marked as quoted.
#[derive(Debug, Default)]
pub(super) struct Quoted {
    pub text: String,
    /// What is written between quotation marks goes on outside of them: its paragraph, up to the
    /// next marks.
    pub before: String,
    pub after: String,
}

impl Marked {
    /// The quotations one after the other.
    pub fn text(&self) -> String {
        let texts: Vec<&str> = self.quoted.iter().map(|one| one.text.as_str()).collect();
        texts.join(" ")
    }

    /// Takes up what stands outside of marks behind the last quotation.
    fn goes_on(&mut self, outside: &str) {
        if let Some(last) = self.quoted.last_mut() {
            let after = outside.split(PARAGRAPH).next();
            last.after = after.map(str::to_owned).unwrap_or_default();
            self.around.push('\n');
        }
        self.around += outside;
    }
}

/// What stands behind Discord's mark for quotes and between quotation marks.
pub(super) fn collect_quoted(message: &str) -> Marked {
    let mut found = Marked::default();
    let mut rest = String::new();
    let mut was_quoted = false;
    let mut is_all = false;

    for line in message.lines() {
        is_all |= line.trim_start().starts_with(">>> ");
        let is_quoted = is_all || line.trim_start().starts_with('>');
        match found.quoted.last_mut() {
            Some(block) if is_quoted && was_quoted => {
                block.text.push('\n');
                block.text.push_str(strip_quote_mark(line));
            }
            _ if is_quoted => found.quoted.push(Quoted {
                text: strip_quote_mark(line).to_owned(),
                ..Quoted::default()
            }),
            // Small print says where a quotation is from.
            _ if line.trim_start().starts_with("-# ") => {}
            _ => {
                rest += line;
                rest.push('\n');
            }
        }
        was_quoted = is_quoted;
    }

    found.quoted.retain(|block| has_words(&block.text));
    let spans = collect_between(&rest, &MARKS);
    found.quoted.extend(spans.quoted);
    found.around = spans.around;
    found
}

/// What is emphasised.
pub(super) fn collect_emphasised(message: &str) -> Marked {
    collect_between(&strip_line_marks(message), &EMPHASIS)
}

/// A reply of ours that people quote or copy, without the question above its quote and the place
/// below; `None` if it is none. Small print tells them; where marks were lost or the question was
/// cut, each tells the other.
pub(super) fn strip_reply_frame(message: &str) -> Option<&str> {
    let message = message.trim();
    let place = message.rsplit_once('\n');
    let place = place.filter(|(_, last)| last.contains(" › "));
    let (above, last) = place.unwrap_or((message, ""));

    let asked = above.split_once('\n').filter(|(first, _)| {
        let first = first.trim_end();
        let is_question = first.ends_with(QUESTION_MARKS) && (is_small(first) || place.is_some());
        is_question || first.ends_with('…') && is_small(first) && place.is_some()
    });
    let whole = is_small(last).then_some(above);
    asked.map(|(_, quote)| quote).or(whole)
}

fn is_small(line: &str) -> bool {
    line.trim_start_matches(['>', ' ']).starts_with("-# ")
}

/// The message without Discord's marks for quotes and small print.
pub(super) fn strip_line_marks(message: &str) -> String {
    let lines: Vec<&str> = message.lines().map(strip_quote_mark).collect();
    lines.join("\n")
}

/// Text without the marks of bold, italic, struck and hidden text.
pub(super) fn strip_emphasis(text: &str) -> String {
    ["**", "__", "||", "~~", "```"]
        .iter()
        .fold(text.to_owned(), |text, mark| text.replace(mark, ""))
}

fn strip_quote_mark(line: &str) -> &str {
    line.trim_start()
        .trim_start_matches(['>', ' '])
        .trim_start_matches("-# ")
        .trim_start_matches("# ")
        .trim_start_matches("## ")
        .trim_start_matches("### ")
}

/// What stands between some marks.
fn collect_between(text: &str, marks: &[Mark]) -> Marked {
    let mut found = Marked::default();
    let mut rest = text;
    let mut outside = String::new();

    while let Some(letter) = rest.chars().next() {
        let before = text[..text.len() - rest.len()].chars().next_back();
        let opened = marks.iter().find_map(|mark| mark.quoted(rest, before));
        match opened {
            Some((quoted, length)) if is_quotation(quoted) => {
                found.goes_on(&outside);
                found.quoted.push(Quoted {
                    text: quoted.to_owned(),
                    before: outside
                        .rsplit(PARAGRAPH)
                        .next()
                        .unwrap_or_default()
                        .to_owned(),
                    after: String::new(),
                });
                outside.clear();
                rest = &rest[length..];
            }
            _ => {
                outside.push(letter);
                rest = &rest[letter.len_utf8()..];
            }
        }
    }
    found.goes_on(&outside);
    found
}

fn is_quotation(text: &str) -> bool {
    let letters = text.chars().filter(|c| is_unspaced(*c)).count();
    text.split_whitespace().count() >= FEWEST || letters >= LETTERS
}

impl Mark {
    /// What this mark quotes if some text begins with it, and the bytes up to its end.
    fn quoted<'a>(&self, rest: &'a str, before: Option<char>) -> Option<(&'a str, usize)> {
        let Mark(open, closing, is_other) = self;
        let inner = rest.strip_prefix(open)?;
        let opens = !before.is_some_and(char::is_alphanumeric)
            && inner.starts_with(|c: char| !c.is_whitespace());
        if *is_other && !opens {
            return None;
        }

        let found = closing
            .iter()
            .filter_map(|close| Some((find_closing_mark(inner, open, close)?, close.len())));
        // Without its end it goes on to that of the paragraph.
        let (end, mark) = found.min().or_else(|| {
            let is_clear = !*is_other || *open == "\"";
            is_clear.then(|| (inner.find(PARAGRAPH).unwrap_or(inner.len()), 0))
        })?;
        Some((&inner[..end], open.len() + end + mark))
    }
}

/// Where a closing mark stands in the text behind an opening one.
fn find_closing_mark(inner: &str, open: &str, close: &str) -> Option<usize> {
    if !APOSTROPHES.contains(&close) {
        return inner.find(close);
    }

    // The last one before the paragraph ends or another quotation begins.
    let paragraph = inner.find(PARAGRAPH).unwrap_or(inner.len());
    let is_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let beside = |at: usize, mark: &str| {
        let after = &inner[at + mark.len()..];
        (inner[..at].chars().next_back(), after.chars().next())
    };
    let next = inner[..paragraph].match_indices(open).find(|(at, _)| {
        let (before, after) = beside(*at, open);
        *at > 0 && !is_word(before) && is_word(after)
    });
    let limit = next.map_or(paragraph, |(at, _)| at);
    let mut closing = inner[..limit].rmatch_indices(close);
    let closing = closing.find(|(at, _)| {
        let (before, after) = beside(*at, close);
        !is_word(after) && before.is_some_and(|c| !c.is_whitespace())
    });
    closing.map(|(at, _)| at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_marked_is_found_whatever_the_marks() {
        let (one, two) = ("You see, but you do not observe.", "It is the dog's bark");
        for message in [
            "he said “ONE” and “TWO”",
            "he said \"ONE\" and “TWO\"",
            "„ONE“ and »TWO«, or so",
            "« ONE » ; ‹TWO›",
            "'ONE' haha 'TWO' lol",
            "‘ONE’ haha ‚TWO‘ lol",
            "``ONE'' then ''TWO'' it's",
            "<<ONE>> 『TWO』",
            "> ONE\nbut\n> TWO",
            "look\n> ONE\nsays she, \"TWO\"",
            "||ONE|| and `TWO`",
            "“ONE” and “TWO",
            "```ONE``` then\n>>> TWO",
        ] {
            let filled = message.replace("ONE", one).replace("TWO", two);
            let found = collect_quoted(&filled).quoted;
            let mut found: Vec<&str> = found.iter().map(|one| one.text.trim()).collect();
            found.sort_unstable_by_key(|quoted| *quoted != one);
            assert_eq!(found, [one, two], "{filled}");
        }
        for message in [
            "it's the dogs' bark, isn't it",
            "he said “no” twice",
            "6\" of 'em",
        ] {
            assert!(collect_quoted(message).quoted.is_empty(), "{message}");
        }
        assert_eq!(
            collect_emphasised("so *it is the dog* and").text(),
            "it is the dog"
        );
    }
}
