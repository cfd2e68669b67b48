//! A long sentence -> its parts, so that one that is too long to be shown can be cut where it
//! pauses rather than anywhere.
//!
//! In: a stretch of a text. Out: byte ranges that follow one another, each ending behind a mark,
//! white space between them left out. A mark inside a word or a number ends none: `10:30`.

use std::ops::Range;

use crate::sentence::trim_range;

/// What stands between clauses that could be sentences, or ends one that is asked or called out within
/// another. At a comma nothing is cut: a sentence without what leads up to it may say something else.
const MARKS: [&str; 10] = [";", ":", "?", "!", "；", "：", "？", "！", "؛", "؟"];
/// Closing marks that stay with the pause before them.
const CLOSING: [char; 10] = ['"', '\'', '”', '’', ')', ']', '»', '«', '」', '』'];
/// Marks that part words without a space.
const UNSPACED: [&str; 4] = ["；", "：", "？", "！"];

/// The parts of `text[range]` between pauses; one part if it has none.
pub fn split_at_pauses(text: &str, range: Range<usize>) -> Vec<Range<usize>> {
    let stretch = &text[range.clone()];
    let mut parts = Vec::new();
    let mut start = 0;

    for (at, _) in stretch.char_indices() {
        let mut marks = MARKS.iter();
        let Some(mark) = marks.find(|mark| stretch[at..].starts_with(**mark)) else {
            continue;
        };
        if let Some(length) = pause_length(&stretch[at..], mark) {
            parts.push(start..at + length);
            start = at + length;
        }
    }
    parts.push(start..stretch.len());

    let trimmed = parts.into_iter().map(|part| trim_range(stretch, part));
    let filled = trimmed.filter(|part| !part.is_empty());
    filled
        .map(|part| range.start + part.start..range.start + part.end)
        .collect()
}

/// Bytes of a mark and of what closes behind it; `None` if no word ends there, or the marks go on.
fn pause_length(behind: &str, mark: &str) -> Option<usize> {
    let rest = &behind[mark.len()..];
    let open = rest.trim_start_matches(CLOSING);
    if open.is_empty() || open.starts_with(char::is_whitespace) {
        return Some(behind.len() - open.len());
    }
    (UNSPACED.contains(&mark) && rest.starts_with(char::is_alphanumeric)).then_some(mark.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_is_parted_behind_its_marks() {
        let check = |text: &str, expected: &[&str]| {
            let text = format!("Ah. {text} Oh.");
            let range = 4..text.len() - 4;
            let parts = split_at_pauses(&text, range).into_iter();
            let found: Vec<&str> = parts.map(|part| &text[part]).collect();
            assert_eq!(found, expected);
        };

        check(
            "“Who rang?” cried Ann; the bell (it was\nnine: 9:30 by hers;) hung still.",
            &[
                "“Who rang?”",
                "cried Ann;",
                "the bell (it was\nnine:",
                "9:30 by hers;)",
                "hung still.",
            ],
        );
        check(
            "灯塔在岛上；看守人每晚点灯。",
            &["灯塔在岛上；", "看守人每晚点灯。"],
        );
        check(
            "He left, she said -- and wept.",
            &["He left, she said -- and wept."],
        );
    }
}
