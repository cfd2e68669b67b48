//! A long sentence -> its parts, so that one that is too long to be shown can be cut where it
//! pauses rather than anywhere.
//!
//! In: a stretch of an English text; of other languages we do not know which words hang on what is
//! before them. Out: byte ranges that follow one another, each ending behind a mark, white space
//! between them left out. A mark inside a word or a number ends none: `a;b`.

use std::ops::Range;

use crate::sentence::trim_range;

/// What stands between clauses that could be sentences, or ends one that is asked or called out within
/// another. At a comma nothing is cut: a sentence without what leads up to it may say something else.
const MARKS: [char; 3] = [';', '?', '!'];
/// What is before it governs all that follows: `a liar wrote: the boat sank; nobody was lost`.
const COLON: char = ':';
/// Closing marks that stay with the pause before them.
const CLOSING: [char; 10] = ['"', '\'', '”', '’', ')', ']', '»', '«', '」', '』'];

/// Words that begin what hangs on the part before.
const HANGING: [&str; 36] = [
    "that", "who", "whom", "whose", "which", "what", "because", "if", "unless", "as", "whereas",
    "though", "although", "when", "whenever", "where", "wherever", "while", "whilst", "until",
    "till", "since", "before", "after", "lest", "than", "whether", "how", "why", "or", "nor", "to",
    "except", "not", "so", "for",
];
/// Words that may join a clause, or no more than a part of one.
const JOINING: [&str; 3] = ["and", "but", "yet"];
/// Words behind those that are the subject of a clause, and nothing else.
const SUBJECTS: [&str; 5] = ["i", "he", "she", "we", "they"];

/// The parts of `text[range]` between pauses; one part if it has none.
pub fn split_at_pauses(text: &str, range: Range<usize>) -> Vec<Range<usize>> {
    let stretch = &text[range.clone()];
    let mut parts = Vec::new();
    let mut start = 0;

    for (at, mark) in stretch.char_indices() {
        let Some(length) = pause_length(&stretch[at..], mark) else {
            continue;
        };
        if mark == COLON {
            break;
        }
        if MARKS.contains(&mark) && !hangs_on(&stretch[at + length..]) {
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

/// Whether what follows a pause is no clause without what is before it.
fn hangs_on(behind: &str) -> bool {
    let words = behind.split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’');
    let mut words = words.filter(|word| !word.is_empty()).map(str::to_lowercase);
    let (first, next) = (words.next(), words.next());

    let is_one_of = |list: &[&str], word: &Option<String>| {
        word.as_ref().is_some_and(|word| list.contains(&&**word))
    };
    is_one_of(&HANGING, &first) || is_one_of(&JOINING, &first) && !is_one_of(&SUBJECTS, &next)
}

/// Bytes of a mark and of what closes behind it; `None` if no word ends there, or the marks go on.
fn pause_length(behind: &str, mark: char) -> Option<usize> {
    let open = behind[mark.len_utf8()..].trim_start_matches(CLOSING);
    let ends = open.is_empty() || open.starts_with(char::is_whitespace);
    ends.then_some(behind.len() - open.len())
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
            "“Who rang?” cried Ann; the bell (it was\nnine by hers;) hung still; a;b was cut on it.",
            &[
                "“Who rang?”",
                "cried Ann;",
                "the bell (it was\nnine by hers;)",
                "hung still;",
                "a;b was cut on it.",
            ],
        );
        check(
            "He left, she said -- and wept.",
            &["He left, she said -- and wept."],
        );

        // What is before a colon says of all behind it who says so.
        let liar = "a liar wrote: Vane killed the boy; he sank the boat; nobody saw him.";
        check(liar, &[liar]);
        let late = format!("It was nine; {liar}");
        check(&late, &["It was nine;", liar]);

        // So does what is before a word that hangs on it.
        for hanging in [
            "nobody thinks; that she rang.",
            "he never robbed; or killed anybody.",
            "he would have sunk it; if she had rung.",
            "she did not dare to ring; and light the lamp.",
        ] {
            check(hanging, &[hanging]);
        }
        check(
            "she rang; and he came; but the boy slept; the dog, too.",
            &[
                "she rang;",
                "and he came; but the boy slept;",
                "the dog, too.",
            ],
        );
    }
}
