//! Thai and its neighbours end a sentence without a mark: a space stands there, as it does between
//! clauses.
//!
//! In: what the rules of Unicode take for one sentence. Out: pieces of it that end at a space, each
//! of about a sentence's length. Which spaces end a sentence nobody can tell by rule, so a piece is
//! a few clauses; a space beside a figure, a foreign word or a name, before a word that goes on
//! (*and*, *which*) or a mark of repetition ends none.

use std::ops::Range;

/// Letters of a sentence of usual length; a piece has no fewer.
const USUAL: usize = 60;

/// Letters of a word between two spaces: a name has seldom more, and a clause seldom fewer.
const NAME: usize = 12;
/// Letters between the full stops of an abbreviation: `พ.ศ.`
const ABBREVIATION: usize = 4;

/// Words that go on with what stands before them: Thai, Lao, Khmer.
const GOES_ON: [&str; 14] = [
    "และ",
    "หรือ",
    "แต่",
    "ซึ่ง",
    "โดย",
    "เพื่อ",
    "เพราะ",
    "ได้แก่",
    "เช่น",
    "ແລະ",
    "ຫຼື",
    "ແຕ່",
    "និង",
    "ឬ",
];
/// Marks that belong to the word before the space.
const REPEATS: [char; 4] = ['ๆ', 'ฯ', 'ໆ', 'ៗ'];

/// The pieces of a sentence; the whole if it is in another script or short.
pub fn split_clauses(text: &str, sentence: Range<usize>) -> Vec<Range<usize>> {
    let inner = &text[sentence.clone()];
    if !inner.contains(is_letter) {
        return vec![sentence];
    }

    let mut pieces = Vec::new();
    let mut start = 0;
    let mut letters = 0;
    for (at, c) in inner.char_indices() {
        let behind = &inner[at + c.len_utf8()..];
        let is_end = || can_end_clause(&inner[..at]) && can_begin_clause(behind);
        if c == ' ' && letters >= USUAL && is_end() {
            pieces.push(sentence.start + start..sentence.start + at);
            (start, letters) = (at, 0);
        }
        letters += usize::from(is_letter(c));
    }

    let rest = sentence.start + start..sentence.end;
    match pieces.last_mut() {
        // What is left of a sentence is no sentence.
        Some(last) if letters < USUAL / 3 => last.end = rest.end,
        _ => pieces.push(rest),
    }
    pieces
}

fn is_letter(c: char) -> bool {
    matches!(c, '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}')
}

/// Whether a sentence may begin with what stands behind a space.
fn can_begin_clause(behind: &str) -> bool {
    behind.starts_with(is_letter)
        && !behind.starts_with(REPEATS)
        && !GOES_ON.iter().any(|word| behind.starts_with(word))
        && !is_name(behind.chars())
}

/// Whether a sentence may end with what stands before a space.
fn can_end_clause(before: &str) -> bool {
    before.ends_with(is_letter) && !is_name(before.chars().rev())
}

/// Whether what stands between two spaces is too short for a clause. A space beside a figure is
/// none of them.
fn is_name(letters: impl Iterator<Item = char>) -> bool {
    let mut letters = letters.take(NAME + 2).peekable();
    let mut length = 0;
    let mut last = None;
    while let Some(c) = letters.next() {
        let mut goes_on = || letters.peek().is_some_and(|next| is_letter(*next));
        if c == ' ' && last.is_some_and(is_letter) && goes_on() {
            return true;
        }
        length += 1;
        last = Some(c);
    }
    length <= NAME
}

/// Whether a full stop behind a text is that of an abbreviation: these scripts end no sentence with
/// one.
pub fn ends_in_abbreviation(before: &str) -> bool {
    let letters = before.chars().rev().take_while(|c| is_letter(*c)).count();
    (1..=ABBREVIATION).contains(&letters)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Clauses with spaces between them are told apart again.
    fn assert_parted(clauses: &[&str]) {
        let text = clauses.join(" ");
        let pieces = split_clauses(&text, 0..text.len()).into_iter();
        let found: Vec<&str> = pieces.map(|piece| text[piece].trim()).collect();
        assert_eq!(found, clauses);
    }

    #[test]
    fn a_paragraph_without_marks_is_cut_at_spaces() {
        let clauses = [
            "ประภาคารตั้งอยู่บนเกาะเล็กกลางทะเลและผู้ดูแลจุดตะเกียงทุกเย็นเมื่อพระอาทิตย์ตกดิน",
            "ในฤดูหนาวปี 1872 เรือลำหนึ่งชนโขดหินใกล้ชายฝั่งและลูกเรือสิบสองคนว่ายน้ำมาถึงฝั่งอย่างปลอดภัย",
            "ผู้ดูแลได้รับเหรียญทองจากกษัตริย์",
        ];
        assert_parted(&clauses);
    }

    #[test]
    fn a_name_is_not_cut_from_what_is_said_of_it() {
        let clauses = [
            "ประภาคารแห่งนี้ออกแบบโดยสถาปนิกชาวอิตาลีที่มีชื่อเสียงมากในสมัยนั้นคือ มาริโอ คาร์ลี ผู้ซึ่งเคยทำงานในเวนิส",
            "ผู้ดูแลได้รับเหรียญทองจากกษัตริย์",
        ];
        assert_parted(&clauses);
    }

    #[test]
    fn a_full_stop_behind_few_letters_is_one_of_an_abbreviation() {
        for (before, expected) in [
            ("ปี พ", true),
            ("พ.ศ", true),
            ("ผู้ดูแล", false),
            ("1872", false),
            ("a", false),
        ] {
            assert_eq!(ends_in_abbreviation(before), expected, "{before}");
        }
    }

    #[test]
    fn other_scripts_and_short_sentences_stay_whole() {
        let long = "word ".repeat(100);
        for text in ["ผู้ดูแล จุดตะเกียง ทุกเย็น", long.trim(), "", "灯塔 在 小岛 上"]
        {
            let whole = 0..text.len();
            assert_eq!(split_clauses(text, whole.clone()), vec![whole]);
        }
    }
}
