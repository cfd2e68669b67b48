//! Thai and its neighbours end a sentence without a mark: a space stands there, as it does between clauses.
//!
//! In: what the rules of Unicode take for one sentence. Out: pieces of it that end at a space, each of about a
//! sentence's length. Which spaces end a sentence nobody can tell by rule, so a piece is a few clauses; a space
//! beside a figure or a foreign word, before a word that goes on (*and*, *which*) or a mark of repetition ends none.

use std::ops::Range;

/// Letters of a sentence of usual length; a piece has no fewer.
const USUAL: usize = 60;

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
    let (mut start, mut letters) = (0, 0);
    let mut before = None;
    for (at, c) in inner.char_indices() {
        let behind = &inner[at + c.len_utf8()..];
        if c == ' ' && letters >= USUAL && before.is_some_and(is_letter) && can_begin_clause(behind)
        {
            pieces.push(sentence.start + start..sentence.start + at);
            (start, letters) = (at, 0);
        }
        letters += usize::from(is_letter(c));
        before = Some(c);
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
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_paragraph_without_marks_is_cut_at_spaces() {
        let clauses = [
            "ประภาคารตั้งอยู่บนเกาะเล็กกลางทะเลและผู้ดูแลจุดตะเกียงทุกเย็นเมื่อพระอาทิตย์ตกดิน",
            "ในฤดูหนาวปี 1872 เรือลำหนึ่งชนโขดหินใกล้ชายฝั่งและลูกเรือสิบสองคนว่ายน้ำมาถึงฝั่งอย่างปลอดภัย",
            "ผู้ดูแลได้รับเหรียญทองจากกษัตริย์",
        ];
        let text = clauses.join(" ");
        let found: Vec<&str> = split_clauses(&text, 0..text.len())
            .into_iter()
            .map(|piece| text[piece].trim())
            .collect();
        assert_eq!(found, clauses);
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
